import fc from 'fast-check'
import { keysOf } from '../../src/base/keys-of.ts'
import type { Fact } from '../../src/model/application.ts'
import type { LegalSource } from '../../src/model/common.ts'
import type { Condition } from '../../src/model/condition.ts'
import { anyQuoted, anyText } from './arbitrary-names.ts'

/** The ids of a word list. */
export function term<T extends object>(words: T): fc.Arbitrary<keyof T & string> {
  return fc.constantFrom(...keysOf(words))
}

/** Up to two ids of a word list. */
export function someTerms<T extends object>(words: T): fc.Arbitrary<readonly (keyof T & string)[]> {
  return fc.array(term(words), { maxLength: 2 })
}

const article: fc.Arbitrary<LegalSource['articles'][number]> = fc.oneof(
  fc.record({ article: fc.integer({ min: 1, max: 12_000 }) }),
  fc.record(
    { article: fc.integer({ min: 1, max: 1300 }), paragraph: fc.nat({ max: 30 }), item: fc.nat({ max: 30 }) },
    { requiredKeys: ['article'] },
  ),
  fc.record({ appendix: fc.nat({ max: 30 }) }),
)

const source: fc.Arbitrary<LegalSource> = fc.record(
  {
    title: anyQuoted,
    qualifier: anyQuoted.filter((words) => words !== ''),
    articles: fc.array(article, { maxLength: 3 }),
  },
  { requiredKeys: ['title', 'articles'] },
)

/** What any part may carry. */
export const annotations = { sources: fc.array(source, { maxLength: 2 }), notes: fc.array(anyText, { maxLength: 2 }) }

/** Up to two. */
export const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 2 })

/** The names that a matter declares; facts and situations share conditions, so their names differ. */
export interface Declared {
  readonly facts: readonly Fact[]
  readonly situations: readonly string[]
  readonly requirements: readonly string[]
  readonly materials: readonly string[]
  readonly choices: readonly string[]
  readonly steps: readonly string[]
  readonly supplements: readonly string[]
  readonly procedures: readonly string[]
  readonly extensions: readonly string[]
  readonly outputs: readonly string[]
  readonly measures: readonly string[]
  readonly tables: readonly string[]
  /** The names of the columns behind →, and words that they may give. */
  readonly columns: readonly string[]
  readonly words: readonly string[]
}

/** 当, or none. */
export type Whens = fc.Arbitrary<{ readonly when?: Condition }>

/** Adds 当 to some of what an arbitrary makes. */
export function sometimesWhen<T extends object>(
  one: fc.Arbitrary<T>,
  whens: Whens,
): fc.Arbitrary<T & { readonly when?: Condition }> {
  return fc.tuple(one, whens).map(([part, when]) => ({ ...part, ...when }))
}

/** 当 over what a matter declares, or none. */
export function whensOver(condition: fc.Arbitrary<Condition> | undefined): Whens {
  const nothing: Whens = fc.constant({})
  return condition === undefined
    ? nothing
    : fc.oneof(
        nothing,
        condition.map((when) => ({ when })),
      )
}

/** Some of these names in any order. */
export function fromSome(some: readonly string[], minLength: number): fc.Arbitrary<string[]> {
  return fc.shuffledSubarray([...some], {
    minLength: Math.min(minLength, some.length),
    maxLength: Math.min(3, some.length),
  })
}
