import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRational, printRational } from '../../src/base/rational.ts'
import { DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { ALWAYS, NEVER } from '../../src/graph/decision-diagram.ts'
import {
  coverageOf,
  findNeverRunning,
  findResultless,
  findUntakenBranches,
  overlapOf,
} from '../../src/graph/flow-checks.ts'
import type { FlowGraph } from '../../src/graph/flow-graph.ts'
import { findGraphFaults } from '../../src/graph/graph-faults.ts'
import { flowSituations } from '../../src/graph/matter-conditions.ts'
import type { PathResult } from '../../src/graph/path-result.ts'
import { criticalPath, serialSum } from '../../src/graph/paths.ts'
import { computeReachability } from '../../src/graph/reachability.ts'
import { runFlow } from '../../src/graph/run-flow.ts'
import type { SituationWitness } from '../../src/graph/situation.ts'
import type { Condition } from '../../src/model/condition.ts'
import { anyMatter, CHEAP_SITUATIONS, toFacts } from '../graph/arbitraries.ts'
import { isTrueFor, type PlainFacts, playAll, playTokens, type TokenGame } from '../graph/naive.ts'

const conversion = DEFAULT_CONVERSION
const situations = fc.constantFrom(...CHEAP_SITUATIONS)

/** Days of a node for the oracle: 不计入 counts 0, else the first 时限 that holds. */
function daysOf(graph: FlowGraph) {
  return (id: number, holds: (condition: Condition) => boolean): number => {
    const node = graph.nodes[id]
    if (node === undefined || node.kind === 'choice' || node.clock === 'excluded') return 0
    const limit = node.limits.find(({ when }) => when === undefined || holds(when))?.limit
    return limit !== undefined && 'amount' in limit ? Number(limit.amount) : 0
  }
}

const workdaysOf = (path: PathResult | undefined) => Number(printRational(path?.workdays ?? { num: -1n, den: 1n }))

/** What a witness says, as the oracle reads it. */
function plainFacts(witness: SituationWitness | null): PlainFacts {
  const told: Record<string, boolean | number | string> = {}
  for (const part of witness?.parts ?? []) {
    const value = part.kind === 'value' ? part.value : undefined
    if (value?.kind === 'boolean') told[part.fact] = value.value
    else if (value?.kind === 'number') told[part.fact] = Number(value.amount)
    else if (value?.kind === 'option') told[part.fact] = value.option
    else throw new Error(`unexpected ${part.fact}`)
  }
  return told
}

describe('the graph of any list of steps', () => {
  test('is acyclic, in topological order and well formed, whatever the author draws', () => {
    fc.assert(
      fc.property(anyMatter, (matter) => {
        const { graph, problems } = buildGraph(matter)
        expect(findGraphFaults(graph)).toEqual([])
        const listed = matter.flow.filter(({ kind }) => kind !== 'parallel')
        expect(graph.nodes.filter(({ kind }) => kind !== 'procedure')).toHaveLength(listed.length)
        if (matter.flow.every((item) => item.kind === 'step' && item.after === undefined)) {
          expect(problems.filter(({ kind }) => kind !== 'deadEnd')).toEqual([])
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('survives JSON', () => {
    fc.assert(
      fc.property(anyMatter, (matter) => {
        const { graph } = buildGraph(matter)
        const read: FlowGraph = JSON.parse(JSON.stringify(graph))
        expect(read).toEqual(graph)
        expect(workdaysOf(criticalPath(read, { conversion }))).toBe(workdaysOf(criticalPath(graph, { conversion })))
      }),
      { numRuns: 200 },
    )
  })
})

describe('dead-path elimination', () => {
  test('agrees with a game of tokens played in any order, and no token is ever stuck', () => {
    fc.assert(
      fc.property(anyMatter, situations, fc.infiniteStream(fc.nat()), (matter, facts, picks) => {
        const { graph } = buildGraph(matter)
        const shuffle = (candidates: number[]) => candidates[Number(picks.next().value) % candidates.length] ?? 0
        const game = playTokens(graph, facts, daysOf(graph), shuffle)
        const run = runFlow(graph, toFacts(facts))
        expect(run).toEqual({ outcomes: game.outcomes, neededFacts: [] })
      }),
      { numRuns: 1500 },
    )
  })

  test('what is resolved while facts are open never changes when they become known', () => {
    fc.assert(
      fc.property(anyMatter, situations, fc.subarray(['甲', '乙', '丙', '业务', '面积']), (matter, facts, names) => {
        const { graph } = buildGraph(matter)
        const full = toFacts(facts)
        const partial = runFlow(graph, new Map([...full].filter(([name]) => names.includes(name))))
        const complete = runFlow(graph, full)
        partial.outcomes.forEach((outcome, id) => {
          if (outcome !== 'blocked' && outcome !== 'waiting') expect(complete.outcomes[id]).toBe(outcome)
        })
        expect(partial.outcomes.includes('blocked')).toBe(partial.neededFacts.length > 0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('checks against full enumeration', () => {
  test('reachability, completeness, overlaps, branches never taken and results are decided exactly', () => {
    fc.assert(
      fc.property(anyMatter, (matter) => {
        const { graph } = buildGraph(matter)
        const space = flowSituations(graph)
        const reachability = computeReachability(graph, space)
        const games = playAll(graph, CHEAP_SITUATIONS)
        const rows = CHEAP_SITUATIONS.map((facts, row) => ({ facts, outcomes: games[row]?.outcomes ?? [] }))
        const holding = (id: number, facts: PlainFacts) =>
          (graph.nodes[id]?.branches ?? []).flatMap(({ when }, branch) =>
            when === undefined || isTrueFor(when, facts, new Map()) ? [branch] : [],
          )
        graph.nodes.forEach((node, id) => {
          const running = rows.filter(({ outcomes }) => outcomes[id] === 'run')
          expect(reachability.runs[id] !== NEVER).toBe(running.length > 0)
          expect(reachability.runs[id] === ALWAYS).toBe(running.length === rows.length)
          if (node.kind !== 'choice') return
          const held = running.map(({ facts }) => holding(id, facts))
          const open = held.some((branches) => branches.length === 0)
          expect(coverageOf(graph, space, reachability, id).kind).toBe(open ? 'uncovered' : 'covered')
          const all = node.branches.map((_, branch) => branch)
          const untaken = all.filter((branch) => held.every(([first]) => first !== branch))
          expect(findUntakenBranches(graph, space, reachability, id)).toEqual(running.length === 0 ? [] : untaken)
          for (const [a, b] of all.flatMap((first) => all.slice(first + 1).map((second) => [first, second] as const))) {
            // 否则 overlaps with nothing: it means what is left.
            const overlap =
              [a, b].every((branch) => node.branches[branch]?.when !== undefined) &&
              held.some((branches) => branches.includes(a) && branches.includes(b))
            expect(overlapOf(graph, space, reachability, id, [a, b]) !== undefined).toBe(overlap)
          }
        })
        const steps = graph.nodes.flatMap((node, id) => (node.kind === 'choice' ? [] : [id]))
        const never = steps.filter((id) => rows.every(({ outcomes }) => outcomes[id] !== 'run'))
        expect(findNeverRunning(graph, reachability).map(({ node }) => node)).toEqual(never)
        const resultless = rows.some(({ facts, outcomes }) =>
          outcomes.every((outcome, id) => {
            const node = graph.nodes[id]
            if (outcome !== 'run' || node === undefined) return true
            if (node.kind === 'choice') return holding(id, facts).length > 0
            const last = graph.edges.source.every((source) => source !== id)
            return node.kind === 'procedure' || !(last || node.terminates || node.outputs.length > 0)
          }),
        )
        expect(findResultless(graph, space, reachability) !== undefined).toBe(resultless)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('paths against full enumeration', () => {
  test('the critical path and the serial sum are those of the worst situation, told by as few facts as can be', () => {
    fc.assert(
      fc.property(anyMatter, (matter) => {
        const { graph } = buildGraph(matter)
        const played = playAll(graph, CHEAP_SITUATIONS, daysOf(graph))
        const games = CHEAP_SITUATIONS.flatMap((facts, row) => {
          const game = played[row]
          return game === undefined ? [] : [{ facts, game }]
        })
        const found = [
          { result: criticalPath(graph, { conversion }), time: ({ end }: TokenGame) => end },
          { result: serialSum(graph, { conversion }), time: ({ serial }: TokenGame) => serial },
        ]
        for (const { result, time } of found) {
          const rows = games.map(({ facts, game }) => ({ facts, time: time(game) }))
          const worst = Math.max(...rows.map((row) => row.time))
          expect([workdaysOf(result), result?.exact]).toEqual([worst, true])
          const named = result?.steps.reduce((total, { workdays }) => total + Number(printRational(workdays)), 0)
          expect(named).toBe(worst)
          const witness = result?.situation ?? null
          for (const { facts } of rows.filter((_, index) => index % 17 === 0)) {
            const told = { ...facts, ...plainFacts(witness) }
            expect(time(playTokens(graph, told, daysOf(graph)))).toBe(worst)
          }
          expect(fewestFacts(rows, worst)).toBe(witness?.parts.length ?? 0)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('to the decision: the longest time up to a step that decides, in situations in which no other step ends the case', () => {
    fc.assert(
      fc.property(anyMatter, fc.subarray([...'ABCDEFGH'], { minLength: 1 }), (matter, deciding) => {
        const { graph } = buildGraph({
          ...matter,
          flow: matter.flow.map((item) =>
            item.kind === 'step' && deciding.includes(item.name) ? { ...item, stages: ['decision' as const] } : item,
          ),
        })
        const ends = graph.nodes.flatMap(({ terminates }, id) => (terminates ? [id] : []))
        const times = playAll(graph, CHEAP_SITUATIONS, daysOf(graph)).flatMap(({ outcomes, finish }) =>
          graph.nodes.flatMap(({ stages }, id) => {
            const other = ends.some((end) => end !== id && outcomes[end] === 'run' && !leadsTo(graph, id, end))
            return stages.includes('decision') && outcomes[id] === 'run' && !other ? [finish[id] ?? 0] : []
          }),
        )
        const path = criticalPath(graph, { conversion, until: 'decision' })
        expect(path?.exact ?? true).toBe(true)
        expect(workdaysOf(path)).toBe(Math.max(-1, ...times))
        expect(path?.steps.reduce((sum, { workdays }) => sum + Number(printRational(workdays)), 0) ?? -1).toBe(
          workdaysOf(path),
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('with some facts known they are the worst of what remains open', () => {
    fc.assert(
      fc.property(anyMatter, situations, fc.subarray(['甲', '乙', '丙', '业务']), (matter, plain, known) => {
        const { graph } = buildGraph(matter)
        const facts = new Map([...toFacts(plain)].filter(([name]) => known.includes(name)))
        const agreeing = CHEAP_SITUATIONS.filter((row) => known.every((name) => row[name] === plain[name]))
        const games = playAll(graph, agreeing, daysOf(graph))
        const path = criticalPath(graph, { conversion, facts })
        expect([workdaysOf(path), path?.exact]).toEqual([Math.max(...games.map(({ end }) => end)), true])
        expect(path?.situation?.parts.every(({ fact }) => !known.includes(fact)) ?? true).toBe(true)
        expect(workdaysOf(serialSum(graph, { conversion, facts }))).toBe(Math.max(...games.map(({ serial }) => serial)))
      }),
      { numRuns: 1000 },
    )
  })

  test('with every fact known they are those of that case', () => {
    fc.assert(
      fc.property(anyMatter, situations, (matter, plain) => {
        const { graph } = buildGraph(matter)
        const facts = toFacts(plain)
        const game = playTokens(graph, plain, daysOf(graph))
        const path = criticalPath(graph, { conversion, facts })
        expect([workdaysOf(path), path?.exact]).toEqual([game.end, true])
        expect(workdaysOf(serialSum(graph, { conversion, facts }))).toBe(game.serial)
      }),
      { numRuns: 1000 },
    )
  })

  test('a longer step never makes the path or the sum shorter', () => {
    fc.assert(
      fc.property(anyMatter, fc.nat(7), fc.integer({ min: 1, max: 5 }), (matter, index, more) => {
        const longer = {
          ...matter,
          flow: matter.flow.map((item, position) =>
            item.kind === 'step' && position === index % matter.flow.length
              ? { ...item, limits: item.limits.map((limit) => ({ ...limit, limit: lengthen(limit.limit, more) })) }
              : item,
          ),
        }
        const [a, b] = [matter, longer].map((each) => buildGraph(each).graph)
        if (a === undefined || b === undefined) return
        // A step with 终止 that takes longer may let a longer path through: only without one is it a law.
        if (a.nodes.filter(({ terminates }) => terminates).length < 2) {
          const [before, after] = [criticalPath(a, { conversion }), criticalPath(b, { conversion })]
          expect(workdaysOf(after)).toBeGreaterThanOrEqual(workdaysOf(before))
        }
        expect(workdaysOf(serialSum(b, { conversion }))).toBeGreaterThanOrEqual(
          workdaysOf(serialSum(a, { conversion })),
        )
      }),
      { numRuns: 500 },
    )
  })
})

/** How many facts must be told at least so that the worst time is certain, by trying all of them. */
function fewestFacts(rows: readonly { readonly facts: PlainFacts; readonly time: number }[], worst: number): number {
  const names = Object.keys(rows[0]?.facts ?? {})
  const subsets = Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_, i) => (bits >> i) % 2 === 1))
  for (const subset of subsets.sort((a, b) => a.length - b.length)) {
    const open = new Map<string, boolean>()
    for (const { facts, time } of rows) {
      const key = subset.map((name) => facts[name]).join()
      open.set(key, (open.get(key) ?? true) && time === worst)
    }
    if ([...open.values()].includes(true)) return subset.length
  }
  return Number.POSITIVE_INFINITY
}

/** Whether a way leads from one node to another. */
function leadsTo(graph: Pick<FlowGraph, 'edges'>, from: number, to: number): boolean {
  const { source, target } = graph.edges
  return source.some((start, edge) => {
    const next = target[edge] ?? -1
    return start === from && (next === to || leadsTo(graph, next, to))
  })
}

function lengthen(limit: Parameters<typeof JSON.stringify>[0], more: number) {
  const amount = parseRational(limit.amount)
  return { unit: 'workday' as const, amount: String(Number(amount?.num ?? 0n) + more) }
}
