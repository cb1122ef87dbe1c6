import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listCases, type MatterCase } from '../../src/analysis/cases/matter-cases.ts'
import { printRational } from '../../src/base/rational.ts'
import { printDuration } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { FlowGraph } from '../../src/graph/flow-graph.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { Matter } from '../../src/model/matter.ts'
import { anyMatter, CHEAP_SITUATIONS, cheapCondition } from '../graph/arbitraries.ts'
import { material, workdays } from '../graph/matters.ts'
import { isTrueFor, type PlainFacts, playAll, type TokenGame } from '../graph/naive.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const limits = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), maybe(cheapCondition)), { maxLength: 3 })

/** A random matter whose materials and promises depend on the situation as well. */
const anyMatterWithMaterials = fc
  .record({
    matter: anyMatter,
    materials: fc.array(
      fc.record({
        when: maybe(cheapCondition),
        necessity: fc.constantFrom('required', 'optional', 'waived', 'deferrable'),
      }),
      { maxLength: 5 },
    ),
    choice: fc.record({ atLeast: fc.integer({ min: 1, max: 2 }), size: fc.nat(3), when: maybe(cheapCondition) }),
    limits,
  })
  .map(({ matter, materials, choice, limits: promised }): Matter => {
    const listed = materials.map(({ when, necessity }, index) =>
      material(`材料${index}`, { necessity, ...(when === undefined ? {} : { when }) }),
    )
    const members = listed.slice(0, choice.size).map(({ name }) => name)
    return {
      ...matter,
      materials: listed,
      materialChoices:
        members.length < 2
          ? []
          : [
              {
                atLeast: choice.atLeast,
                materials: members,
                ...(choice.when === undefined ? {} : { when: choice.when }),
                sources: [],
                notes: [],
              },
            ],
      promisedLimits: promised.map(([days, when]) => ({
        limit: workdays(days),
        ...(when === undefined ? {} : { when }),
        sources: [],
        notes: [],
      })),
    }
  })

/** Days of a node: 不计入 counts 0, else the first 时限 that holds. */
function daysOf(graph: FlowGraph) {
  return (id: number, holds: (condition: Condition) => boolean): number => {
    const node = graph.nodes[id]
    if (node === undefined || node.kind === 'choice' || node.clock === 'excluded') return 0
    const limit = node.limits.find(({ when }) => when === undefined || holds(when))?.limit
    return limit !== undefined && 'amount' in limit ? Number(limit.amount) : 0
  }
}

/** What a case is to say of one situation, worked out from the words of the design. */
function outcomeFor(matter: Matter, graph: FlowGraph, facts: PlainFacts, game: TokenGame) {
  const holds = (when: Condition | undefined) => when === undefined || isTrueFor(when, facts, new Map())
  const runs = graph.nodes.flatMap((node, id) =>
    node.kind !== 'choice' && game.outcomes[id] === 'run' ? [{ name: node.name, id }] : [],
  )
  const members = new Set(matter.materialChoices.flatMap(({ materials }) => materials))
  const needed = matter.materials.filter(
    ({ when, necessity, name }) =>
      holds(when) && !members.has(name) && necessity !== 'waived' && necessity !== 'optional',
  )
  const chosen = matter.materialChoices.flatMap(({ materials, atLeast, when }) => {
    const available = matter.materials.filter((each) => materials.includes(each.name) && holds(each.when))
    const open = available.filter(({ necessity }) => necessity !== 'waived')
    const missing = atLeast - (available.length - open.length)
    if (!holds(when) || missing <= 0) return []
    const names = open.map(({ name }) => name)
    return names.length <= missing ? names : [`${missing}of${names.join('/')}`]
  })
  const promise = matter.promisedLimits.find(({ when }) => holds(when))
  return {
    steps: runs.map(({ name }) => name),
    times: runs.map(({ id }) => daysOf(graph)(id, holds)),
    materials: [...needed.map(({ name }) => name), ...chosen],
    promise: promise === undefined ? null : printDuration(promise.limit),
    path: game.end,
    serial: game.serial,
  }
}

function tell({ steps, materials, promised, criticalPath, serial }: MatterCase) {
  return {
    steps,
    materials: materials.map(({ name, count, choices }) =>
      choices.length === 0 ? name : `${count}of${choices.join('/')}`,
    ),
    promise: promised === null ? null : printDuration(promised.rule.limit),
    path: Number(criticalPath === null ? -1 : printRational(criticalPath.workdays)),
    serial: Number(printRational(serial)),
  }
}

const readings = new Map<string, boolean>()

/** {@link reads} once for each wording and value. */
function agrees(words: string, facts: PlainFacts): boolean {
  const key = `${words} ${facts[words.slice(1, words.indexOf('】'))]}`
  const known = readings.get(key) ?? reads(words, facts)
  readings.set(key, known)
  return known
}

/** Reads what a case says of a fact as people would: 为是, 为“新设”或“变更”, 不为“延续”, 10平方米以上不满20平方米. */
function reads(words: string, facts: PlainFacts): boolean {
  const [, name = '', said = ''] = /^【(.+?)】(.*)$/.exec(words) ?? []
  const value = facts[name]
  if (said === '为是' || said === '为否') return value === (said === '为是')
  if (typeof value === 'string') {
    const listed = [...said.matchAll(/“(.+?)”/g)].map(([, option]) => option)
    return said.startsWith('不为') ? !listed.includes(value) : listed.includes(value)
  }
  return said.split('或').some((range) => {
    const [, exact] = /^为([\d.]+)平方米$/.exec(range) ?? []
    if (exact !== undefined) return value === Number(exact)
    const bound = (pattern: RegExp) => pattern.exec(range)?.[1]
    const checks: [string | undefined, (limit: number) => boolean][] = [
      [bound(/([\d.]+)平方米以上/), (limit) => Number(value) >= limit],
      [bound(/超过([\d.]+)平方米/), (limit) => Number(value) > limit],
      [bound(/([\d.]+)平方米以下/), (limit) => Number(value) <= limit],
      [bound(/不满([\d.]+)平方米/), (limit) => Number(value) < limit],
    ]
    if (checks.every(([limit]) => limit === undefined)) throw new Error(`cannot read ${words}`)
    return checks.every(([limit, holds]) => limit === undefined || holds(Number(limit)))
  })
}

describe('cases against full enumeration', () => {
  test('every situation lies in one case as it is told, with its steps, materials, promise and times; none is counted twice', () => {
    fc.assert(
      fc.property(anyMatterWithMaterials, (matter) => {
        const { graph } = buildGraph(matter)
        const { cases, count, complete } = listCases({ matter, graph }, { most: 1000 })
        const games = playAll(graph, CHEAP_SITUATIONS, daysOf(graph))
        const outcomes = games.flatMap((game, row) => {
          const facts = CHEAP_SITUATIONS[row]
          return facts === undefined ? [] : [{ facts, outcome: outcomeFor(matter, graph, facts, game) }]
        })
        const different = new Set(outcomes.map(({ outcome }) => JSON.stringify(outcome)))
        expect({ count, complete, listed: cases.length }).toEqual({
          count: { count: BigInt(different.size), exact: true },
          complete: true,
          listed: different.size,
        })
        for (const { facts, outcome } of outcomes) {
          const fitting = cases.filter(({ situations }) =>
            situations.alternatives.some((parts) => parts.every((part) => agrees(part, facts))),
          )
          if (fitting.length === 0) {
            // Only where a case has more alternatives than are told.
            expect(cases.some(({ situations }) => !situations.complete)).toBe(true)
            continue
          }
          const { times, ...told } = outcome
          expect(fitting.map(tell)).toEqual([told])
        }
      }),
      { numRuns: 3000 },
    )
  })
})
