import { EmbeddedActionsParser, type IToken } from 'chevrotain'
import type { DurationSyntax, TimeTakenSyntax, Value } from '../tree.ts'
import { MONEY_UNITS } from './lexicon.ts'
import { nameOfToken } from './name-tokens.ts'
import { type Slice, writtenIn } from './slice.ts'
import {
  Arrow,
  CaseUnit,
  Comma,
  Compare,
  DateToken,
  Each,
  Estimate,
  endOf,
  FixedLimit,
  From,
  GoalWord,
  LeftParen,
  MoneyUnit,
  NameToken,
  NumberToken,
  Percent,
  Place,
  Quantity,
  Range,
  Rest,
  RightParen,
  Since,
  Slash,
  TimeUnit,
  To,
  Unit,
  VOCABULARY,
} from './tokens.ts'

const DURATION_UNITS = new Set(['workday', 'calendarDay', 'bareDay', 'month', 'year', 'hour', 'minute'] as const)
type DurationUnit = typeof DURATION_UNITS extends Set<infer U> ? U : never

/** A dated part of a limit: （自…起至…）, （至…止）. */
interface Dates {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** The rules of limits, dates, amounts, goals and places (时长、日期、数量、目标). */
export class QuantityRules extends EmbeddedActionsParser {
  /** The slice that the tokens stand in. */
  slice: Slice = { text: '', start: 0, end: 0, offsets: undefined }

  constructor(skipValidations: boolean) {
    super([...VOCABULARY], {
      skipValidations,
      recoveryEnabled: false,
      maxLookahead: 2,
      errorMessageProvider: {
        buildMismatchTokenMessage: () => '',
        buildNotAllInputParsedMessage: () => '',
        buildNoViableAltMessage: () => '',
        buildEarlyExitMessage: () => '',
      },
    })
  }

  readonly limitLength = this.RULE('时长', (): DurationSyntax => {
    return this.OR([
      { ALT: () => fixedLimit(this.CONSUME(FixedLimit)) },
      {
        ALT: () => {
          const amount = this.CONSUME(NumberToken)
          const unit = this.OR1([
            { ALT: () => this.CONSUME(TimeUnit) },
            {
              ALT: () => {
                this.CONSUME(LeftParen)
                const bracketed = this.CONSUME1(TimeUnit)
                this.CONSUME(RightParen)
                return bracketed
              },
            },
          ])
          this.OPTION(() => this.CONSUME(Range))
          return { unit: durationUnit(unit.image), amount: amount.image }
        },
      },
    ])
  })

  readonly lastDay = this.RULE('截止', (): string => {
    this.CONSUME(To)
    const { image } = this.CONSUME(DateToken)
    this.OPTION(() => this.CONSUME(Since))
    return image
  })

  readonly validity = this.RULE('起始', (): Dates => {
    this.CONSUME(LeftParen)
    const dates: Dates = this.OR([
      { ALT: () => ({ from: undefined, to: this.SUBRULE(this.lastDay) }) },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(From))
          const from = this.CONSUME(DateToken).image
          this.OPTION1(() => this.CONSUME(Since))
          return { from, to: this.OPTION2(() => this.SUBRULE1(this.lastDay)) }
        },
      },
    ])
    this.CONSUME(RightParen)
    return dates
  })

  readonly limit = this.RULE('时限', (): Value => {
    return this.OR([
      {
        ALT: () => {
          const duration = this.SUBRULE(this.limitLength)
          const dates = this.OPTION(() => this.SUBRULE(this.validity))
          return {
            kind: 'duration' as const,
            duration,
            ...(dates?.from !== undefined && { from: dates.from }),
            ...(dates?.to !== undefined && { to: dates.to }),
          }
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(NameToken)
          return { kind: 'reference' as const, name: nameOfToken(this.slice, token) }
        },
      },
    ])
  })

  readonly cases = this.RULE('件数', (): string => {
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(LeftParen)
          const { image } = this.CONSUME(NumberToken)
          this.CONSUME(CaseUnit)
          this.CONSUME(RightParen)
          return image
        },
      },
      {
        ALT: () => {
          const { image } = this.CONSUME1(NumberToken)
          this.CONSUME1(CaseUnit)
          return image
        },
      },
    ])
  })

  readonly timeTaken = this.RULE('用时表', (): Value => {
    const times: TimeTakenSyntax[] = []
    this.AT_LEAST_ONE(() => {
      const estimate = this.OPTION(() => this.CONSUME(Estimate))
      const { image: amount } = this.CONSUME(NumberToken)
      const unit = this.OPTION1(() => this.CONSUME(TimeUnit))
      const cases = this.OPTION2({
        // A number may also be the next time.
        GATE: () => this.LA(1).tokenType !== NumberToken || this.LA(2).tokenType === CaseUnit,
        DEF: () => this.SUBRULE(this.cases),
      })
      this.OPTION3(() => this.CONSUME(Comma))
      times.push({
        amount,
        ...(unit !== undefined && { unit: durationUnit(unit.image) }),
        ...(estimate !== undefined && { estimate: estimateOf(estimate.image) }),
        ...(cases !== undefined && { cases }),
      })
    })
    return { kind: 'timeTaken', times }
  })

  readonly date = this.RULE('日期点', (): Value => {
    this.OPTION(() => this.CONSUME(From))
    const { image } = this.CONSUME(DateToken)
    this.OPTION1(() => this.CONSUME(Since))
    return { kind: 'date', date: image }
  })

  readonly dateRange = this.RULE('日期段', (): { readonly from: string; readonly to: string } => {
    this.OPTION(() => this.CONSUME(From))
    const from = this.CONSUME(DateToken).image
    this.OPTION1(() => this.CONSUME(Since))
    const to = this.OPTION2(() => {
      this.CONSUME(To)
      const last = this.CONSUME1(DateToken).image
      this.OPTION3(() => this.CONSUME1(Since))
      return last
    })
    return { from, to: to ?? from }
  })

  readonly dateRanges = this.RULE('日期段表', (): Value => {
    const ranges: { readonly from: string; readonly to: string }[] = []
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => ranges.push(this.SUBRULE(this.dateRange)) })
    return { kind: 'dateRanges', ranges }
  })

  readonly datedText = this.RULE('日期和文本', (): Value => {
    const { image } = this.CONSUME(DateToken)
    this.OPTION(() => this.CONSUME(Comma))
    const rest = this.CONSUME(Rest)
    return { kind: 'datedText', date: image, text: this.textOf(rest) }
  })

  readonly count = this.RULE('数量', (): Value => {
    this.OPTION1(() => this.CONSUME(Each))
    const { image } = this.CONSUME(NumberToken)
    const unit = this.OPTION(() => this.CONSUME(Unit))
    return { kind: 'count', amount: image, ...(unit !== undefined && { unit: this.textOf(unit) }) }
  })

  readonly integer = this.RULE('整数', (): Value => {
    return { kind: 'integer', value: Number(this.CONSUME(NumberToken).image) }
  })

  readonly money = this.RULE('金额', (): Value => {
    const before = this.OPTION(() => {
      this.CONSUME(Each)
      return this.CONSUME(Unit)
    })
    const amount = this.CONSUME(NumberToken)
    const unit = this.CONSUME(MoneyUnit)
    const after = this.OPTION1(() => {
      this.OR([{ ALT: () => this.CONSUME(Slash) }, { ALT: () => this.CONSUME1(Each) }])
      return this.CONSUME1(Unit)
    })
    const per = before ?? after
    return {
      kind: 'money',
      amountFen: amountInFen(amount.image, unit.image),
      ...(per !== undefined && { per: this.textOf(per) }),
    }
  })

  readonly goal = this.RULE('目标值', (): Value => {
    const word = this.OPTION(() => this.CONSUME(GoalWord))
    const compare = this.OPTION1(() => this.CONSUME(Compare))
    const percent = this.CONSUME(Percent)
    const range = this.OPTION2(() => this.CONSUME(Range))
    const sense = word?.image === 'remaining' ? 'remaining' : 'cut'
    return { kind: 'goal', operator: goalOperator(compare, range, sense), percent: percent.image, sense }
  })

  readonly basis = this.RULE('口径', (): Value => {
    const before = this.CONSUME(Quantity)
    this.CONSUME(Arrow)
    const after = this.CONSUME1(Quantity)
    return { kind: 'basis', before: before.image, after: after.image }
  })

  readonly placement = this.RULE('位置', (): Value => {
    const step = this.CONSUME(NameToken)
    const { image } = this.CONSUME(Place)
    const where = image === 'before' || image === 'beside' ? image : 'after'
    return { kind: 'placement', step: nameOfToken(this.slice, step), where }
  })

  /** The words of a token as the author wrote them. */
  textOf(token: IToken): string {
    return writtenIn(this.slice, token.startOffset, endOf(token))
  }
}

function fixedLimit(token: IToken): DurationSyntax {
  return token.image === 'unlimited' ? { unit: 'unlimited' } : { unit: 'instant' }
}

function isDurationUnit(image: string): image is DurationUnit {
  const units: ReadonlySet<string> = DURATION_UNITS
  return units.has(image)
}

/** The unit that a token means; while Chevrotain records the grammar, tokens mean nothing yet. */
export function durationUnit(image: string): DurationUnit {
  return isDurationUnit(image) ? image : 'workday'
}

function estimateOf(image: string): 'least' | 'likely' | 'most' {
  return image === 'least' || image === 'most' ? image : 'likely'
}

/** 压减60% asks for at least so much, 压减到40% for at most so much. */
function goalOperator(
  compare: IToken | undefined,
  range: IToken | undefined,
  sense: 'cut' | 'remaining',
): 'ge' | 'gt' | 'eq' | 'le' | 'lt' {
  const written = compare?.image ?? range?.image
  if (written === 'gt' || written === 'lt' || written === 'eq' || written === 'ge' || written === 'le') return written
  if (written === 'least') return 'ge'
  if (written === 'most') return 'le'
  return sense === 'cut' ? 'ge' : 'le'
}

/** An amount in 分, exact: 1.2万元 → 1200000; a fraction of a 分 keeps its decimals. */
export function amountInFen(amount: string, unit: string): string {
  const places = Math.round(Math.log10(Number(unit === '' ? MONEY_UNITS.元 : unit)))
  const [whole = '0', fraction = ''] = amount.split('.')
  const digits = (whole + fraction.padEnd(places, '0').slice(0, places)).replace(/^0+(?=\d)/, '')
  const rest = fraction.slice(places)
  return rest === '' ? digits : `${digits}.${rest}`
}
