import { type DurationUnit, parseDuration, UNIT_WORDS } from '../../calendar/duration.ts'
import type { FactValue } from '../../graph/fact-value.ts'
import { fitsFact } from '../../graph/fits-fact.ts'
import { readPlainFact } from '../../graph/read-plain-fact.ts'
import type { Fact } from '../../model/application.ts'
import type { Matter } from '../../model/matter.ts'
import { FACT_TYPES } from '../../model/terms.ts'

/** A fact as several matters ask for it in the same way (共用的信息): one name, one type, one unit, one list of 取值. */
export type SharedFact = Pick<Fact, 'name' | 'type' | 'options' | 'unit'>

/** A name that matters use for different things (同名不同义的信息). */
export interface FactConflict {
  readonly name: string
  readonly uses: readonly {
    /** 类型, with the unit where there is one: 数（平方米）. */
    readonly as: string
    readonly matters: readonly string[]
  }[]
}

/** The facts of all matters, shared by name and kind. */
export interface SharedFacts {
  /** The number of a matter's fact among the shared ones. */
  readonly numberOf: (fact: SharedFact) => number
  /** All kinds in which a name is used, by number. */
  readonly named: (name: string) => readonly { readonly number: number; readonly fact: SharedFact }[]
  readonly conflicts: readonly FactConflict[]
}

/** Shares the facts of matters by name and kind (信息按名称和类型共用); what is called the same and is not is told. */
export function shareFacts(matters: readonly Matter[]): SharedFacts {
  const numbers = new Map<string, number>()
  const byName = new Map<string, { readonly number: number; readonly fact: SharedFact }[]>()
  const uses = new Map<string, Map<string, string[]>>()
  for (const matter of matters) {
    for (const fact of matter.facts) {
      const key = keyOf(fact)
      if (!numbers.has(key)) {
        const number = numbers.size
        numbers.set(key, number)
        byName.set(fact.name, [...(byName.get(fact.name) ?? []), { number, fact }])
      }
      const own = uses.get(fact.name) ?? new Map<string, string[]>()
      uses.set(fact.name, own)
      own.set(kindOf(fact), [...(own.get(kindOf(fact)) ?? []), matter.name])
    }
  }
  return {
    numberOf: (fact) => numbers.get(keyOf(fact)) ?? -1,
    named: (name) => byName.get(name) ?? [],
    conflicts: [...uses].flatMap(([name, own]) =>
      own.size < 2 ? [] : [{ name, uses: [...own].map(([as, listed]) => ({ as, matters: listed })) }],
    ),
  }
}

function keyOf({ name, type, unit, options }: SharedFact): string {
  return JSON.stringify([name, type, unit ?? '', options])
}

function kindOf({ type, unit }: SharedFact): string {
  return unit === undefined ? FACT_TYPES[type] : `${FACT_TYPES[type]}（${unit}）`
}

/** So many written values of one fact are remembered. */
const MOST_REMEMBERED = 10_000

/**
 * Reads the written values of one fact (读取填写值), each once as long as there is room; undefined for what does not fit, and for
 * a length of time that is not in one of the `units`.
 */
export function createReader(
  fact: SharedFact,
  units?: ReadonlySet<DurationUnit>,
): (written: boolean | number | string) => FactValue | undefined {
  const known = new Map<boolean | number | string, FactValue | undefined>()
  return (written) => {
    if (known.has(written)) return known.get(written)
    const value = readPlainFact(fact, written, parseDuration)
    const compares = value?.kind !== 'duration' || units === undefined || units.has(value.duration.unit)
    const read = value !== undefined && compares && fitsFact(fact, value) ? value : undefined
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(written, read)
    return read
  }
}

/** What a fact wants to be told as (应当怎样写): 数, 是或者否, 取值之一. */
export function wantedValue({ type, options }: SharedFact, units?: ReadonlySet<DurationUnit>): string {
  switch (type) {
    case 'boolean':
      return 'true或者false'
    case 'option':
      return `取值之一：${options.join('、')}`
    case 'date':
      return '日期，如2026-11-22'
    case 'duration':
      return `时长，${units === undefined ? '如3个月' : `单位是${[...units].map((unit) => UNIT_WORDS[unit]).join('、')}`}`
    case 'money':
      return '多少元'
    case 'number':
      return '数'
    case 'text':
      return '一行文字'
  }
}
