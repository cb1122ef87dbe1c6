import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printRational, rational } from '../../src/base/rational.ts'
import { createDiagramStore, type Diagram, type DiagramStore, NEVER } from '../../src/graph/decision-diagram.ts'
import { valueAt } from '../../src/graph/diagram-point.ts'
import { shortestCube } from '../../src/graph/shortest-cube.ts'
import { findWorstChain } from '../../src/graph/worst-chain.ts'

/** Five facts, two of them with three values. */
const CELLS = [2, 3, 2, 3, 2]
const POINTS = CELLS.reduce<number[][]>(
  (points, size) => points.flatMap((point) => Array.from({ length: size }, (_, cell) => [...point, cell])),
  [[]],
)

const literal = fc.tuple(fc.nat(CELLS.length - 1), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
/** A set as an 或 of 且. */
const sets = fc.array(fc.array(literal, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
type PlainSet = readonly (readonly (readonly [number, readonly boolean[]])[])[]

function diagramOf(store: DiagramStore, set: PlainSet): Diagram {
  return set
    .map((literals) =>
      literals.map(([variable, inside]) => store.literal(variable, inside.slice(0, CELLS[variable]))).reduce(store.and),
    )
    .reduce(store.or, NEVER)
}

function holds(set: PlainSet, point: readonly number[]): boolean {
  return set.some((literals) => literals.every(([variable, inside]) => inside[point[variable] ?? 0] === true))
}

const networks = fc.array(
  fc.record({
    /** Half days: the first way holds within its set, the second in what is left of its own. */
    ways: fc.array(fc.tuple(fc.nat(9), sets), { maxLength: 2 }),
    before: fc.array(fc.nat(20), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 9 },
)

function timesAt(
  nodes: typeof networks extends fc.Arbitrary<infer T> ? T : never,
  point: readonly number[],
): readonly number[] {
  const finish: number[] = []
  nodes.forEach(({ ways, before }, node) => {
    const start = node === 0 ? 0 : Math.max(0, ...before.map((earlier) => finish[earlier % node] ?? 0))
    finish.push(start + (ways.find(([, set]) => holds(set, point))?.[0] ?? 0))
  })
  return finish
}

describe('the longest chain against full enumeration', () => {
  test.each([8192, 4, 1])(
    'with functions of at most %d nodes: the time, and every situation that takes it',
    (largest) => {
      fc.assert(
        fc.property(
          networks,
          fc.option(sets),
          fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 3 }),
          (nodes, limit, last) => {
            const store = createDiagramStore(CELLS)
            const within = limit === null ? 1 : diagramOf(store, limit)
            const modes = nodes.map(({ ways }) => {
              let open = 1
              return ways.map(([halves, set]) => {
                const own = diagramOf(store, set)
                const situations = store.and(open, own)
                open = store.and(open, store.not(own))
                return { situations, workdays: rational(halves, 2) }
              })
            })
            const before = nodes.map(({ before: earlier }, node) =>
              node === 0 ? [] : [...new Set(earlier.map((each) => each % node))],
            )
            const ends = [...new Set(last.map((end) => end % nodes.length))]
            const rows = POINTS.filter((point) => limit === null || holds(limit, point)).map((point) => {
              const finish = timesAt(nodes, point)
              return { point, time: Math.max(...ends.map((end) => finish[end] ?? 0)) }
            })
            const worst = findWorstChain({ modes, before }, store, within, ends, largest)
            if (rows.length === 0) {
              expect(worst).toBeUndefined()
              return
            }
            const longest = Math.max(...rows.map(({ time }) => time))
            expect(worst && Number(printRational(worst.workdays)) * 2).toBe(longest)
            for (const point of POINTS) {
              const set = valueAt(
                store,
                worst?.situations ?? NEVER,
                new Map(point.map((cell, variable) => [variable, cell])),
              )
              const row = rows.find((each) => each.point === point)
              expect(set !== NEVER).toBe(row?.time === longest)
            }
          },
        ),
        { numRuns: 1000 },
      )
    },
  )
})

describe('the shortest telling of a set', () => {
  test('names as few facts as can be, and puts every situation that agrees into the set', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const store = createDiagramStore(CELLS)
        const cube = shortestCube(store, diagramOf(store, set))
        const inside = POINTS.filter((point) => holds(set, point))
        if (cube === undefined) {
          expect(inside).toEqual([])
          return
        }
        const agreeing = POINTS.filter((point) => cube.every(({ variable, cell }) => point[variable] === cell))
        expect(agreeing.every((point) => inside.includes(point))).toBe(true)
        const fewest = Array.from({ length: 2 ** CELLS.length }, (_, bits) =>
          CELLS.flatMap((_size, variable) => ((bits >> variable) % 2 === 1 ? [variable] : [])),
        ).filter((variables) =>
          inside.some((point) =>
            POINTS.every(
              (other) => variables.some((variable) => other[variable] !== point[variable]) || inside.includes(other),
            ),
          ),
        )
        expect(cube).toHaveLength(Math.min(...fewest.map(({ length }) => length)))
      }),
      { numRuns: 500 },
    )
  })
})
