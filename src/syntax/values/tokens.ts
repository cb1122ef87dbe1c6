import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain'

/**
 * The tokens of the value grammars (词法单位). The scanners of this folder make them; Chevrotain only parses. `image` is
 * what a token means rather than how it is written: an exact decimal, the id of a unit, the key of a name.
 */
function token(name: string): TokenType {
  return createToken({ name, pattern: Lexer.NA })
}

export const NumberToken = token('数')
export const TimeUnit = token('时长单位')
export const FixedLimit = token('当场')
export const MoneyUnit = token('金额单位')
export const Unit = token('单位')
export const Percent = token('百分数')
export const DateToken = token('日期')
export const From = token('自')
export const Since = token('起')
export const To = token('至')
export const LeftParen = token('（')
export const RightParen = token('）')
export const Comma = token('、')
export const Colon = token('：')
export const Slash = token('／')
export const Each = token('每')
export const Rest = token('余文')
export const GoalWord = token('压减')
export const Compare = token('比较词')
export const Range = token('以上')
export const Arrow = token('→')
export const Quantity = token('量名')
export const NameToken = token('名称')
export const PathMark = token('·')
export const Place = token('之后')
export const Title = token('《名称》')
export const Qualifier = token('（文本）')
export const Article = token('第…条')
export const Paragraph = token('第…款')
export const Item = token('第…项')
export const Appendix = token('附件')
export const And = token('且')
export const Or = token('或')
export const Not = token('非')
export const Member = token('属于')
export const Between = token('介于')
export const Below = token('不满')
export const At = token('在')
export const Plus = token('加')
export const Minus = token('减')
export const Yes = token('是')
export const No = token('否')
export const TextToken = token('文本')
export const Word = token('词')
export const Goto = token('转')
export const ChoiceCount = token('项')
export const VerdictSubject = token('受理条件')
export const Verdict = token('满足')
export const SetSubject = token('不满足的条件')
export const SetRelation = token('包含')
export const Nothing = token('无')
export const Total = token('共')
export const HintSubject = token('提示')
export const DateSubject = token('办结日期')
export const TimeSubject = token('承诺时限')
export const RatioSubject = token('压减比例')
export const FeeSubject = token('收费')
export const Free = token('不收费')
export const With = token('与')
export const Together = token('同时办理')
export const DatedEvent = token('提交申请')
export const Happens = token('发生')
export const Estimate = token('最短')
export const CaseUnit = token('件')
export const Takes = token('用时')
export const OutcomeIs = token('结果为')
export const AsOf = token('按')
export const RulesOf = token('的规定')
export const Submitted = token('已提交')
/** Anything that no scanner knows; no rule takes it. */
export const Unknown = token('不认识的内容')

export const VOCABULARY: readonly TokenType[] = [
  NumberToken,
  TimeUnit,
  FixedLimit,
  MoneyUnit,
  Unit,
  Percent,
  DateToken,
  From,
  Since,
  To,
  LeftParen,
  RightParen,
  Comma,
  Colon,
  Slash,
  Each,
  Rest,
  GoalWord,
  Compare,
  Range,
  Arrow,
  Quantity,
  NameToken,
  PathMark,
  Place,
  Title,
  Qualifier,
  Article,
  Paragraph,
  Item,
  Appendix,
  And,
  Or,
  Not,
  Member,
  Between,
  Below,
  At,
  Plus,
  Minus,
  Yes,
  No,
  TextToken,
  Word,
  Goto,
  ChoiceCount,
  VerdictSubject,
  Verdict,
  SetSubject,
  SetRelation,
  Nothing,
  Total,
  HintSubject,
  DateSubject,
  TimeSubject,
  RatioSubject,
  FeeSubject,
  Free,
  With,
  Together,
  DatedEvent,
  Happens,
  Estimate,
  CaseUnit,
  Takes,
  OutcomeIs,
  AsOf,
  RulesOf,
  Submitted,
  Unknown,
]

/** Makes a token; `end` is the offset behind its last unit. */
export function makeToken(type: TokenType, image: string, start: number, end: number): IToken {
  return { image, startOffset: start, endOffset: end - 1, tokenTypeIdx: type.tokenTypeIdx ?? 0, tokenType: type }
}

/** The offset behind the last unit of a token. */
export function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset) + 1
}
