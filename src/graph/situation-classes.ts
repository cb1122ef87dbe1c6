import { type Diagram, type DiagramStore, NEVER } from './decision-diagram.ts'
import { valueAt } from './diagram-point.ts'

/** One thing in which situations differ (结果的一个方面): parts that exclude each other, cover everything and differ in value. */
export interface Aspect<Value> {
  readonly parts: readonly { readonly situations: Diagram; readonly value: Value }[]
}

/** Situations with the same outcome in every aspect (等价类). */
export interface SituationClass<Value> {
  readonly situations: Diagram
  /** One value of each aspect, in the order of the aspects. */
  readonly outcome: readonly Value[]
}

/** More sets than this open at a time are not told apart, and the number of classes remains unknown. */
const MAX_OPEN = 20_000
/** So many situations are looked at one by one where they cannot be counted together. */
const MAX_SITUATIONS = 2 ** 17

/** Makes an aspect: parts of equal key become one, parts without a situation are left out. */
export function createAspect<Value>(
  store: DiagramStore,
  parts: Iterable<{ readonly situations: Diagram; readonly value: Value }>,
  keyOf: (value: Value) => string,
): Aspect<Value> {
  const merged = new Map<string, { readonly situations: Diagram; readonly value: Value }>()
  for (const { situations, value } of parts) {
    if (situations === NEVER) continue
    const known = merged.get(keyOf(value))
    merged.set(keyOf(value), {
      situations: store.or(known?.situations ?? NEVER, situations),
      value: known === undefined ? value : known.value,
    })
  }
  return { parts: [...merged.values()] }
}

/** How many classes there are (类数); `exact` is false where there may be more. */
export interface ClassCount {
  readonly count: bigint
  readonly exact: boolean
}

/**
 * The number of classes, exactly, without listing them: aspect after aspect, outcomes that leave the same facts open in
 * the same way are counted together, and a fact is forgotten once no later aspect depends on it. Thirty independent facts
 * leave nothing open at any time. Where too much stays open, or a condition could not be decided, what is told apart so
 * far is the least that there are.
 */
export function countClasses<Value>(
  store: DiagramStore,
  within: Diagram,
  aspects: readonly Aspect<Value>[],
): ClassCount {
  const decided = aspects.filter(({ parts }) => parts.every(({ situations }) => store.isDecided(situations)))
  const ordered = sortByFacts(store, decided)
  const lastAsked = new Map<number, number>()
  ordered.forEach((aspect, index) => {
    for (const variable of supportOf(store, aspect)) lastAsked.set(variable, index)
  })
  let open: ReadonlyMap<Diagram, bigint> = new Map(store.isSatisfiable(within) ? [[within, 1n]] : [])
  for (const [index, aspect] of ordered.entries()) {
    const next = divide(store, open, aspect, (variable) => (lastAsked.get(variable) ?? -1) <= index)
    if (next === undefined) {
      const counted = countOneByOne(store, within, ordered)
      return { count: counted ?? total(open), exact: counted !== undefined && decided.length === aspects.length }
    }
    open = next
  }
  return { count: total(open), exact: decided.length === aspects.length && store.isDecided(within) }
}

/** Tells the open sets apart by one more aspect; undefined where that is too much. */
function divide<Value>(
  store: DiagramStore,
  open: ReadonlyMap<Diagram, bigint>,
  { parts }: Aspect<Value>,
  isDone: (variable: number) => boolean,
): ReadonlyMap<Diagram, bigint> | undefined {
  const next = new Map<Diagram, bigint>()
  for (const [set, count] of open) {
    for (const { situations } of parts) {
      const narrowed = store.and(set, situations)
      if (narrowed === NEVER) continue
      const rest = store.support(narrowed).filter(isDone).reduce(store.forget, narrowed)
      if (!store.isDecided(rest) || next.size > MAX_OPEN) return undefined
      next.set(rest, (next.get(rest) ?? 0n) + count)
    }
  }
  return next
}

/** Looks at every single situation; undefined where there are too many. */
function countOneByOne<Value>(
  store: DiagramStore,
  within: Diagram,
  aspects: readonly Aspect<Value>[],
): bigint | undefined {
  const sets = [within, ...aspects.flatMap(({ parts }) => parts.map(({ situations }) => situations))]
  const variables = [...new Set(sets.flatMap(store.support))]
  const cells = variables.reduce((product, variable) => product * (store.cellCounts[variable] ?? 1), 1)
  if (cells > MAX_SITUATIONS || !store.isDecided(within)) return undefined
  const outcomes = new Set<string>()
  const point = new Map<number, number>()
  for (let index = 0; index < cells; index++) {
    let rest = index
    for (const variable of variables) {
      const size = store.cellCounts[variable] ?? 1
      point.set(variable, rest % size)
      rest = Math.floor(rest / size)
    }
    if (valueAt(store, within, point) === NEVER) continue
    const parts = aspects.map((aspect) =>
      aspect.parts.findIndex(({ situations }) => valueAt(store, situations, point) !== NEVER),
    )
    outcomes.add(parts.join())
  }
  return BigInt(outcomes.size)
}

function total(open: ReadonlyMap<Diagram, bigint>): bigint {
  return [...open.values()].reduce((sum, count) => sum + count, 0n)
}

/**
 * The classes one after the other, each found when it is asked for, in the order of the aspects and their parts. A class
 * that is not proven to have a situation is left out.
 */
export function* listClasses<Value>(
  store: DiagramStore,
  within: Diagram,
  aspects: readonly Aspect<Value>[],
): Generator<SituationClass<Value>> {
  yield* continueWith(within, 0, [])

  function* continueWith(set: Diagram, from: number, before: readonly Value[]): Generator<SituationClass<Value>> {
    const outcome = [...before]
    let index = from
    // What does not differ is no place to branch, so that long flows need no deep recursion.
    for (let only = single(aspects[index]); only !== undefined; only = single(aspects[index])) {
      outcome.push(only.value)
      index++
    }
    const aspect = aspects[index]
    if (aspect === undefined) {
      if (store.isSatisfiable(set)) yield { situations: set, outcome }
      return
    }
    for (const { situations, value } of aspect.parts) {
      const narrowed = store.and(set, situations)
      if (narrowed !== NEVER) yield* continueWith(narrowed, index + 1, [...outcome, value])
    }
  }
}

/** The only part of an aspect that does not differ. */
function single<Value>(aspect: Aspect<Value> | undefined): Aspect<Value>['parts'][number] | undefined {
  return aspect?.parts.length === 1 ? aspect.parts[0] : undefined
}

/** Aspects that depend on the same facts come together; what never differs changes no number. */
function sortByFacts<Value>(store: DiagramStore, aspects: readonly Aspect<Value>[]): readonly Aspect<Value>[] {
  return aspects
    .filter(({ parts }) => parts.length > 1)
    .map((aspect) => ({ aspect, first: supportOf(store, aspect)[0] ?? 0 }))
    .sort((a, b) => a.first - b.first)
    .map(({ aspect }) => aspect)
}

function supportOf<Value>(store: DiagramStore, { parts }: Aspect<Value>): readonly number[] {
  return [...new Set(parts.flatMap(({ situations }) => store.support(situations)))].sort((a, b) => a - b)
}
