import type { IToken } from 'chevrotain'
import type {
  AssertionSyntax,
  ComparisonOperator,
  DurationSyntax,
  EventSyntax,
  PremiseSyntax,
  SetRelation as Relation,
  SetSubject as Subject,
} from '../tree.ts'
import { ConditionRules, comparison } from './condition-rules.ts'
import { nameOfToken } from './name-tokens.ts'
import { amountInFen, durationUnit } from './quantity-rules.ts'
import {
  AsOf,
  Comma,
  Compare,
  DatedEvent,
  DateSubject,
  DateToken,
  FeeSubject,
  FixedLimit,
  Free,
  Happens,
  HintSubject,
  MoneyUnit,
  NameToken,
  Nothing,
  NumberToken,
  OutcomeIs,
  Percent,
  Range,
  RatioSubject,
  RulesOf,
  SetRelation,
  SetSubject,
  Submitted,
  Takes,
  TextToken,
  TimeSubject,
  TimeUnit,
  Together,
  Total,
  Unit,
  Verdict,
  VerdictSubject,
  With,
} from './tokens.ts'

const SUBJECTS = ['failedRequirements', 'neededFacts', 'materials', 'steps', 'components', 'outputs'] as const
const RELATIONS = ['equals', 'includes', 'excludes'] as const
const TIMES = ['promised', 'statutory', 'counted', 'cut'] as const
const RATIOS = ['time', 'materials'] as const
const TRUTHS = ['yes', 'no', 'unknown'] as const
const DATED = ['application', 'acceptance', 'closing'] as const

/** The rules of 用例 (前提式、事件式、断言式): a closed vocabulary, so that what a line means is never guessed. */
export class ScenarioRules extends ConditionRules {
  readonly rulesOfPremise = this.RULE('按某日的规定', (): PremiseSyntax => {
    this.CONSUME(AsOf)
    const token = this.CONSUME(DateToken)
    this.CONSUME(RulesOf)
    return { kind: 'rulesOf', date: token.image, span: this.spanOf(token) }
  })

  readonly materialsPremise = this.RULE('材料前提', (): PremiseSyntax => {
    const submitted = this.CONSUME(Submitted).image === 'yes'
    return { kind: 'materials', submitted, names: this.SUBRULE(this.names) }
  })

  readonly scenarioEvent = this.RULE('事件式', (): EventSyntax => {
    return this.OR([
      {
        ALT: (): EventSyntax => {
          const token = this.CONSUME(DateToken)
          const what = oneOf(DATED, this.CONSUME(DatedEvent))
          return { kind: 'dated', what, date: token.image, span: this.spanOf(token) }
        },
      },
      {
        ALT: (): EventSyntax => {
          const start = this.CONSUME(Happens)
          const name = nameOfToken(this.slice, this.CONSUME(NameToken))
          const length = this.OPTION(() => {
            this.CONSUME(Takes)
            return this.SUBRULE(this.scenarioLength)
          })
          const span = { start: this.spanOf(start).start, end: this.spanOf(this.LA(0)).end }
          return { kind: 'happens', name, ...(length !== undefined && { duration: length }), span }
        },
      },
      {
        ALT: (): EventSyntax => {
          const name = nameOfToken(this.slice, this.CONSUME1(NameToken))
          return this.OR1([
            {
              ALT: (): EventSyntax => {
                const takes = this.CONSUME1(Takes)
                const duration = this.SUBRULE1(this.scenarioLength)
                return { kind: 'took', name, duration, span: this.spanSince(takes) }
              },
            },
            {
              ALT: (): EventSyntax => {
                this.CONSUME(OutcomeIs)
                return { kind: 'outcome', name, value: this.SUBRULE(this.operand) }
              },
            },
          ])
        },
      },
    ])
  })

  /** A length of time that nothing stands behind: 以内 belongs to the comparison. */
  readonly scenarioLength = this.RULE('用例时长', (): DurationSyntax => {
    return this.OR([
      {
        ALT: (): DurationSyntax => {
          return this.CONSUME(FixedLimit).image === 'unlimited' ? { unit: 'unlimited' } : { unit: 'instant' }
        },
      },
      {
        ALT: (): DurationSyntax => {
          const amount = this.CONSUME(NumberToken).image
          return { unit: durationUnit(this.CONSUME(TimeUnit).image), amount }
        },
      },
    ])
  })

  readonly setAssertion = this.RULE('集合断言', (): AssertionSyntax => {
    const subject = oneOf<Subject>(SUBJECTS, this.CONSUME(SetSubject))
    return this.OR([
      {
        ALT: (): AssertionSyntax => {
          this.CONSUME(Total)
          const amount = this.CONSUME(NumberToken).image
          this.OPTION(() => this.CONSUME(Unit))
          return { kind: 'count', subject, amount }
        },
      },
      {
        ALT: (): AssertionSyntax => {
          const relation = oneOf<Relation>(RELATIONS, this.CONSUME(SetRelation))
          const names = this.OR1([
            {
              ALT: () => {
                this.CONSUME(Nothing)
                return []
              },
            },
            { ALT: () => this.SUBRULE(this.names) },
          ])
          return { kind: 'set', subject, relation, names }
        },
      },
    ])
  })

  readonly quantityAssertion = this.RULE('数量断言', (): AssertionSyntax => {
    return this.OR([
      {
        ALT: (): AssertionSyntax => {
          this.CONSUME(DateSubject)
          const compare = this.OPTION(() => this.CONSUME(Compare))
          const token = this.CONSUME(DateToken)
          const range = this.OPTION1(() => this.CONSUME(Range))
          return { kind: 'closing', operator: operatorOf(compare, range), date: token.image, span: this.spanOf(token) }
        },
      },
      {
        ALT: (): AssertionSyntax => {
          const subject = oneOf(TIMES, this.CONSUME(TimeSubject))
          const before = this.LA(1)
          const compare = this.OPTION2(() => this.CONSUME1(Compare))
          return this.OR1([
            {
              ALT: (): AssertionSyntax => {
                const percent = this.CONSUME(Percent).image
                const range = this.OPTION3(() => this.CONSUME1(Range))
                return { kind: 'ratio', subject: 'time', operator: operatorOf(compare, range), percent }
              },
            },
            {
              ALT: (): AssertionSyntax => {
                const duration = this.SUBRULE(this.scenarioLength)
                const span = this.spanSince(compare ?? before)
                const range = this.OPTION4(() => this.CONSUME2(Range))
                return { kind: 'time', subject, operator: operatorOf(compare, range), duration, span }
              },
            },
          ])
        },
      },
      {
        ALT: (): AssertionSyntax => {
          const subject = oneOf(RATIOS, this.CONSUME(RatioSubject))
          const compare = this.OPTION5(() => this.CONSUME2(Compare))
          const percent = this.CONSUME1(Percent).image
          const range = this.OPTION6(() => this.CONSUME3(Range))
          return { kind: 'ratio', subject, operator: operatorOf(compare, range), percent }
        },
      },
      {
        ALT: (): AssertionSyntax => {
          this.CONSUME(FeeSubject)
          const compare = this.OPTION7(() => this.CONSUME3(Compare))
          const amountFen = this.OR2([
            {
              ALT: () => {
                this.CONSUME(Free)
                return '0'
              },
            },
            {
              ALT: () => {
                const amount = this.CONSUME(NumberToken).image
                return amountInFen(amount, this.CONSUME(MoneyUnit).image)
              },
            },
          ])
          const range = this.OPTION8(() => this.CONSUME4(Range))
          return { kind: 'fee', operator: operatorOf(compare, range), amountFen }
        },
      },
    ])
  })

  readonly assertion = this.RULE('断言式', (): AssertionSyntax => {
    return this.OR([
      {
        ALT: (): AssertionSyntax => {
          this.CONSUME(VerdictSubject)
          return { kind: 'acceptance', truth: oneOf(TRUTHS, this.CONSUME(Verdict)) }
        },
      },
      { ALT: () => this.SUBRULE(this.setAssertion) },
      {
        ALT: (): AssertionSyntax => {
          this.CONSUME(HintSubject)
          const relation = oneOf<Relation>(RELATIONS, this.CONSUME(SetRelation))
          const texts: string[] = []
          this.AT_LEAST_ONE_SEP({
            SEP: Comma,
            DEF: () => texts.push(this.textOf(this.CONSUME(TextToken)).replace(/^["“”„‟″＂]|["“”„‟″＂]$/g, '')),
          })
          return { kind: 'hints', relation, texts }
        },
      },
      { ALT: () => this.SUBRULE(this.quantityAssertion) },
      {
        ALT: (): AssertionSyntax => {
          const first = nameOfToken(this.slice, this.CONSUME(NameToken))
          this.CONSUME(With)
          const second = nameOfToken(this.slice, this.CONSUME1(NameToken))
          this.CONSUME(Together)
          return { kind: 'together', names: [first, second] }
        },
      },
    ])
  })

  /** From behind a token to the last one taken. */
  private spanSince(token: IToken) {
    const { end } = this.spanOf(this.LA(0))
    return { start: Math.min(this.spanOf(token).end, end), end }
  }
}

/** What a token means; while Chevrotain records the grammar, tokens mean nothing yet. */
function oneOf<T extends string>(ids: readonly [T, ...T[]], { image }: IToken): T {
  return ids.find((id) => id === image) ?? ids[0]
}

/** 不超过8个工作日, 8个工作日以内; without either word they are equal. */
function operatorOf(compare: IToken | undefined, range: IToken | undefined): ComparisonOperator {
  if (compare !== undefined) return comparison(compare.image)
  if (range === undefined) return 'eq'
  return range.image === 'least' ? 'ge' : 'le'
}
