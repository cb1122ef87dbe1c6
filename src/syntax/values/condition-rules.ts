import { EOF, type IToken } from 'chevrotain'
import type { Span } from '../../base/span.ts'
import { foldKey } from '../fold.ts'
import { conditionPhrases } from '../scope.ts'
import { nearestWord } from '../suggest.ts'
import type { ComparisonOperator, ConditionSyntax, Name, OperandSyntax, RangeEnd, Value } from '../tree.ts'
import { type ConditionState, fail } from './condition-state.ts'
import { ListRules } from './list-rules.ts'
import { tellMixed } from './mixed-operators.ts'
import { nameOfToken } from './name-tokens.ts'
import { amountInFen, durationUnit } from './quantity-rules.ts'
import { spanIn } from './slice.ts'
import {
  And,
  At,
  Below,
  Between,
  Comma,
  Compare,
  DateToken,
  endOf,
  Goto,
  LeftParen,
  Member,
  Minus,
  MoneyUnit,
  NameToken,
  No,
  Not,
  NumberToken,
  Or,
  Plus,
  Range,
  RightParen,
  TextToken,
  TimeUnit,
  To,
  Unit,
  Word,
  Yes,
} from './tokens.ts'

const RANGE_ENDINGS = ['以上', '以下', '以内']

/** The rules of conditions (条件式). 且 binds tighter than 或. */
export class ConditionRules extends ListRules {
  state: ConditionState | undefined

  readonly operand = this.RULE('值', (): OperandSyntax => {
    let value = this.SUBRULE(this.plainOperand)
    const start = this.ACTION(() => value.span.start)
    this.MANY(() => {
      const sign = this.OR([{ ALT: () => this.CONSUME(Plus) }, { ALT: () => this.CONSUME(Minus) }])
      const amount = this.CONSUME(NumberToken)
      const unit = this.CONSUME(TimeUnit)
      value = {
        kind: 'shifted',
        base: value,
        direction: sign.image === 'minus' ? 'earlier' : 'later',
        duration: { unit: durationUnit(unit.image), amount: amount.image },
        span: { start, end: this.spanOf(unit).end },
      }
    })
    return value
  })

  readonly plainOperand = this.RULE('单值', (): OperandSyntax => {
    return this.OR([
      { ALT: () => this.SUBRULE(this.amount) },
      {
        ALT: () => {
          const token = this.CONSUME(DateToken)
          return { kind: 'date' as const, date: token.image, span: this.spanOf(token) }
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(TextToken)
          const text = this.textOf(token).replace(/^["“”„‟″＂]|["“”„‟″＂]$/g, '')
          return { kind: 'text' as const, text, span: this.spanOf(token) }
        },
      },
      { ALT: () => ({ kind: 'yesNo' as const, value: true, span: this.spanOf(this.CONSUME(Yes)) }) },
      { ALT: () => ({ kind: 'yesNo' as const, value: false, span: this.spanOf(this.CONSUME(No)) }) },
      { ALT: () => this.namedOperand(this.CONSUME(NameToken)) },
      { ALT: () => this.namedOperand(this.CONSUME(Word)) },
    ])
  })

  readonly amount = this.RULE('数值', (): OperandSyntax => {
    const number = this.CONSUME(NumberToken)
    const start = this.spanOf(number).start
    return (
      this.OPTION(() =>
        this.OR([
          {
            ALT: (): OperandSyntax => {
              const unit = this.CONSUME(TimeUnit)
              const duration = { unit: durationUnit(unit.image), amount: number.image }
              return { kind: 'duration', duration, span: { start, end: this.spanOf(unit).end } }
            },
          },
          {
            ALT: (): OperandSyntax => {
              const unit = this.CONSUME(MoneyUnit)
              const amountFen = amountInFen(number.image, unit.image)
              return { kind: 'money', amountFen, span: { start, end: this.spanOf(unit).end } }
            },
          },
          {
            ALT: (): OperandSyntax => {
              const unit = this.CONSUME(Unit)
              const span = { start, end: this.spanOf(unit).end }
              return { kind: 'number', amount: number.image, unit: foldKey(this.textOf(unit)), span }
            },
          },
        ]),
      ) ?? { kind: 'number', amount: number.image, span: this.spanOf(number) }
    )
  })

  /** 150平方米以上200平方米以下, 50以上不满150, 不满50 */
  readonly range = this.RULE('区间式', (left: Name, start: number): ConditionSyntax => {
    this.OPTION(() => this.CONSUME(At))
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(Below)
          const value = this.SUBRULE(this.rangeValue)
          return this.rangeOf(left, start, undefined, { value, inclusive: false })
        },
      },
      {
        ALT: () => {
          const first = this.SUBRULE1(this.rangeValue)
          const word = this.OPTION1(() => this.CONSUME(Range))
          if (word === undefined) this.failWithoutRange(first)
          if (word?.image === 'most') {
            return this.rangeOf(left, start, undefined, { value: first, inclusive: true })
          }
          const upper = this.OPTION2(() => this.SUBRULE(this.upperEnd))
          return this.rangeOf(left, start, { value: first, inclusive: true }, upper)
        },
      },
    ])
  })

  readonly upperEnd = this.RULE('区间上限', (): RangeEnd => {
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(Below)
          return { value: this.SUBRULE(this.rangeValue), inclusive: false }
        },
      },
      {
        ALT: () => {
          const value = this.SUBRULE1(this.rangeValue)
          this.CONSUME(Range)
          return { value, inclusive: true }
        },
      },
    ])
  })

  readonly rangeValue = this.RULE('区间值', (): OperandSyntax => {
    return this.OR([
      { ALT: () => this.SUBRULE(this.amount) },
      {
        ALT: () => {
          const token = this.CONSUME(DateToken)
          return { kind: 'date' as const, date: token.image, span: this.spanOf(token) }
        },
      },
    ])
  })

  readonly relation = this.RULE('关系', (left: Name, start: number): ConditionSyntax => {
    return this.OR([
      {
        ALT: () => {
          const operator = this.CONSUME(Compare).image
          const right = this.SUBRULE(this.operand)
          return { kind: 'compare' as const, left, operator: comparison(operator), right, span: this.spanFrom(start) }
        },
      },
      {
        ALT: () => {
          const negated = this.CONSUME(Member).image === 'notMember'
          const values: OperandSyntax[] = []
          this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => values.push(this.SUBRULE1(this.operand)) })
          return { kind: 'member' as const, left, negated, values, span: this.spanFrom(start) }
        },
      },
      {
        ALT: () => {
          this.CONSUME(Between)
          const lower = this.SUBRULE2(this.operand)
          this.CONSUME(To)
          const upper = this.SUBRULE3(this.operand)
          return this.rangeOf(left, start, { value: lower, inclusive: true }, { value: upper, inclusive: true })
        },
      },
      {
        ALT: () => {
          const yes = this.CONSUME(Yes)
          const right = this.OPTION(() => this.SUBRULE4(this.operand))
          this.failWithYes(yes, right !== undefined)
          const value = right ?? { kind: 'yesNo' as const, value: true, span: this.spanOf(yes) }
          return { kind: 'compare' as const, left, operator: 'eq' as const, right: value, span: this.spanFrom(start) }
        },
      },
    ])
  })

  readonly comparison = this.RULE('比较式', (): ConditionSyntax => {
    const token = this.OR([{ ALT: () => this.CONSUME(NameToken) }, { ALT: () => this.CONSUME(Word) }])
    if (token.tokenType === Word) this.failWithWord(token)
    const left = this.ACTION(() => nameOfToken(this.slice, token))
    const start = this.spanOf(token).start
    return (
      this.OPTION(() =>
        this.OR1([
          { ALT: () => this.SUBRULE(this.relation, { ARGS: [left, start] }) },
          { ALT: () => this.SUBRULE(this.range, { ARGS: [left, start] }) },
        ]),
      ) ?? { kind: 'name', name: left, span: this.spanOf(token) }
    )
  })

  readonly negation = this.RULE('非式', (): ConditionSyntax => {
    const marks: IToken[] = []
    this.MANY(() => marks.push(this.CONSUME(Not)))
    let inner = this.OR([
      {
        ALT: () => {
          const open = this.CONSUME(LeftParen)
          const condition = this.SUBRULE(this.condition)
          this.CONSUME(RightParen)
          return { ...condition, span: this.spanFrom(this.spanOf(open).start) }
        },
      },
      { ALT: () => this.SUBRULE(this.comparison) },
    ])
    this.ACTION(() => {
      for (const mark of marks.reverse()) {
        inner = { kind: 'not', operand: inner, span: { start: this.spanOf(mark).start, end: inner.span.end } }
      }
    })
    return inner
  })

  readonly conjunction = this.RULE('且式', (): ConditionSyntax => {
    const operands: ConditionSyntax[] = []
    this.AT_LEAST_ONE_SEP({ SEP: And, DEF: () => operands.push(this.SUBRULE(this.negation)) })
    return joined('and', operands)
  })

  readonly condition = this.RULE('条件式', (): ConditionSyntax => {
    const operands: ConditionSyntax[] = []
    this.AT_LEAST_ONE_SEP({ SEP: Or, DEF: () => operands.push(this.SUBRULE(this.conjunction)) })
    if (this.state !== undefined && operands.length > 1) tellMixed(this.state, operands)
    return joined('or', operands)
  })

  readonly branch = this.RULE('分支', (): Value => {
    const condition = this.SUBRULE(this.condition)
    this.CONSUME(Goto)
    const target = this.CONSUME(NameToken)
    return { kind: 'branch', condition, target: nameOfToken(this.slice, target) }
  })

  spanOf(token: IToken): Span {
    return spanIn(this.slice, token.startOffset, endOf(token))
  }

  private spanFrom(start: number): Span {
    return { start, end: this.spanOf(this.LA(0)).end }
  }

  private namedOperand(token: IToken): OperandSyntax {
    return { kind: 'name', name: nameOfToken(this.slice, token), span: this.spanOf(token) }
  }

  private rangeOf(left: Name, start: number, lower?: RangeEnd, upper?: RangeEnd): ConditionSyntax {
    return {
      kind: 'range',
      left,
      ...(lower !== undefined && { lower }),
      ...(upper !== undefined && { upper }),
      span: this.spanFrom(start),
    }
  }

  /** A bare word that no name in scope begins (ZW3002). */
  private failWithWord(token: IToken): void {
    if (this.state === undefined || this.state.foreign === true) return
    const text = this.textOf(token)
    const suggestion = nearestWord(foldKey(text), conditionPhrases(this.state.reading.scope).keys)
    const start = token.startOffset
    const end = endOf(token)
    fail(
      this.state,
      'ZW3002',
      { text, suggestion },
      start,
      end,
      false,
      suggestion === undefined
        ? []
        : [
            {
              title: `改为【${suggestion}】`,
              applicability: 'ask',
              edits: [{ start, end, text: `【${suggestion}】` }],
            },
          ],
    )
  }

  /** A number without 以上 or 以下 behind it (ZW3006). */
  private failWithoutRange(value: OperandSyntax): void {
    if (this.state === undefined) return
    const last = this.LA(0)
    const first = this.LA(-1).tokenType === NumberToken ? this.LA(-1) : last
    const text = this.slice.text.slice(first.startOffset, endOf(last))
    const end = endOf(last)
    fail(this.state, 'ZW3006', { value: text, alternatives: RANGE_ENDINGS }, first.startOffset, end, false, [
      ...RANGE_ENDINGS.map((word) => ({
        title: `改为“${text}${word}”`,
        applicability: 'ask' as const,
        edits: [{ start: end, end, text: word }],
      })),
      {
        title: `改为“为${text}”`,
        applicability: 'ask',
        edits: [{ start: first.startOffset, end: first.startOffset, text: '为 ' }],
      },
    ])
    if (value.kind === 'text') this.state.unreadable = true
  }

  /** 是 in place of 为 (ZW3008). */
  private failWithYes(yes: IToken, followed: boolean): void {
    if (this.state === undefined) return
    const start = yes.startOffset
    const end = endOf(yes)
    const text = followed ? '为' : '为是'
    fail(this.state, 'ZW3008', { word: '是', suggestion: text }, start, end, true, [
      { title: `改为“${text}”`, applicability: 'auto', edits: [{ start, end, text }] },
    ])
  }

  /** The token at which a parse stopped, and the one before it; none at the ends. */
  stoppedAt(): { readonly at: IToken | undefined; readonly after: IToken | undefined } {
    const [error] = this.errors
    if (error === undefined) return { at: undefined, after: undefined }
    const place = this.input.indexOf(error.token)
    if (error.token.tokenType === EOF || place < 0) return { at: undefined, after: this.input.at(-1) }
    return { at: error.token, after: this.input[place - 1] }
  }
}

const OPERATORS: ReadonlySet<string> = new Set<ComparisonOperator>(['eq', 'ne', 'ge', 'le', 'gt', 'lt'])

function isOperator(image: string): image is ComparisonOperator {
  return OPERATORS.has(image)
}

/** The operator that a token means; while Chevrotain records the grammar, tokens mean nothing yet. */
export function comparison(image: string): ComparisonOperator {
  return isOperator(image) ? image : 'eq'
}

/** One operand as it is; several under their operator. */
function joined(kind: 'and' | 'or', operands: readonly ConditionSyntax[]): ConditionSyntax {
  const first = operands[0]
  const last = operands.at(-1)
  if (first === undefined || last === undefined) throw new TypeError('the grammar asks for at least one operand')
  return operands.length === 1 ? first : { kind, operands, span: { start: first.span.start, end: last.span.end } }
}
