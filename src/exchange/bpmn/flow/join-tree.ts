import { type Diagram, NEVER } from '../../../graph/decision-diagram.ts'
import type { SituationSpace } from '../../../graph/situation-space.ts'

/** How the ways into a node come together (汇合): by parallel and exclusive gateways, one in the other. */
export type JoinTree<T> =
  | { readonly kind: 'way'; readonly way: T }
  | { readonly kind: 'all' | 'one'; readonly of: readonly JoinTree<T>[] }

/** A way into a node and the situations in which a token comes along it. */
export interface TokenWay<T> {
  readonly way: T
  readonly tokens: Diagram
}

/** Some ways that have come together. */
interface Joined<T> {
  readonly tree: JoinTree<T>
  readonly tokens: Diagram
}

/**
 * Joins the ways into a node so that one token leaves wherever one or more arrive: ways with tokens in the same situations
 * by a parallel gateway, ways of which never two have one by an exclusive gateway. Situations of `over`, in which the case has
 * ended before, do not count. Undefined where gateways that look at nothing but tokens cannot tell how many to wait for.
 */
export function joinWays<T>(
  { store }: SituationSpace,
  ways: readonly TokenWay<T>[],
  over: Diagram,
): Joined<T> | undefined {
  const counted = store.not(over)
  const isEmpty = (set: Diagram) => store.and(set, counted) === NEVER
  const isSame = (a: Diagram, b: Diagram) => isEmpty(store.and(a, store.not(b))) && isEmpty(store.and(b, store.not(a)))
  let open: readonly Joined<T>[] = ways.map(({ way, tokens }) => ({ tree: { kind: 'way', way }, tokens }))
  for (;;) {
    open = joinEqual(open)
    if (open.length === 1) return open[0]
    const next = joinApart(open)
    if (next === undefined) return undefined
    open = next
  }

  function joinEqual(parts: readonly Joined<T>[]): readonly Joined<T>[] {
    const groups: Joined<T>[][] = []
    for (const part of parts) {
      const group = groups.find(([first]) => first !== undefined && isSame(first.tokens, part.tokens))
      if (group === undefined) groups.push([part])
      else group.push(part)
    }
    return groups.map((group) => ({
      tree: combine('all', group),
      tokens: group.map(({ tokens }) => tokens).reduce(store.and),
    }))
  }

  /** The first ways, never two of which have a token, that together are like another one or like all; or else all of them. */
  function joinApart(parts: readonly Joined<T>[]): readonly Joined<T>[] | undefined {
    const union = parts.map(({ tokens }) => tokens).reduce(store.or, NEVER)
    for (const whole of [...parts.map(({ tokens }) => tokens), union]) {
      for (const first of parts) {
        const pieces = collectApart(parts, first, whole)
        const sum = pieces.map(({ tokens }) => tokens).reduce(store.or, NEVER)
        // A token that passes while a step elsewhere ends the case would let a step begin that never may.
        const isSafe = pieces.length < parts.length || store.and(sum, over) === NEVER
        if (pieces.length > 1 && isSafe && isSame(sum, whole)) return replace(parts, pieces, sum)
      }
    }
    return undefined
  }

  function collectApart(parts: readonly Joined<T>[], first: Joined<T>, whole: Diagram): readonly Joined<T>[] {
    const pieces: Joined<T>[] = []
    let sum: Diagram = NEVER
    for (const part of [first, ...parts.filter((each) => each !== first)]) {
      const isInside = part.tokens !== whole && isEmpty(store.and(part.tokens, store.not(whole)))
      if (!isInside || store.and(part.tokens, sum) !== NEVER) continue
      pieces.push(part)
      sum = store.or(sum, part.tokens)
    }
    return pieces
  }

  function replace(parts: readonly Joined<T>[], pieces: readonly Joined<T>[], tokens: Diagram): readonly Joined<T>[] {
    return [...parts.filter((part) => !pieces.includes(part)), { tree: combine('one', pieces), tokens }]
  }
}

/** A gateway over some ways; a single way needs none, and one within one of the same kind is that one. */
function combine<T>(kind: 'all' | 'one', parts: readonly { readonly tree: JoinTree<T> }[]): JoinTree<T> {
  const [only, ...others] = parts
  if (only !== undefined && others.length === 0) return only.tree
  return { kind, of: parts.flatMap(({ tree }) => (tree.kind === kind ? tree.of : [tree])) }
}
