import { describe, expect, test } from 'vitest'
import { cheapestCover, type Lesson } from '../../../src/analysis/measures/cheapest-cover.ts'
import type { CoverProblem, SavingRow } from '../../../src/analysis/measures/cover-problem.ts'
import { type Random, randomFrom } from '../plan/families.ts'

const endless = { below: Number.POSITIVE_INFINITY, nodes: 100_000, dive: 0 }

interface Cover extends CoverProblem {
  readonly rows: readonly SavingRow[]
}

/** Measures of which some save on the same part, are required by others, or exclude others. */
function coverOf(size: number, random: Random): Cover {
  const some = (chance: number, number: number) => (random(chance) === 0 && number > 0 ? [random(number)] : [])
  const excludes = Array.from({ length: size }, (_, number) => some(7, number))
  for (const [number, others] of excludes.entries())
    for (const other of others) if (excludes[other]?.includes(number) === false) excludes[other].push(number)
  const rows = Array.from({ length: 1 + random(8) }, () => ({
    need: 1 + random(14),
    savings: Array.from({ length: 3 + random(2 * size) }, () => ({
      measure: random(size),
      part: random(size),
      saving: 1 + random(6),
    })),
  }))
  return {
    costs: Array.from({ length: size }, () => 1 + random(20)),
    requires: Array.from({ length: size }, (_, number) => some(8, number)),
    excludes,
    rows,
  }
}

function isSaved({ need, savings }: SavingRow, isTaken: (measure: number) => boolean): boolean {
  const best = new Map<number, number>()
  for (const { measure, part, saving } of savings)
    if (isTaken(measure)) best.set(part, Math.max(best.get(part) ?? 0, saving))
  return [...best.values()].reduce((sum, saving) => sum + saving, 0) >= need
}

/** The cheapest set by trying them all; undefined where there is none. */
function cheapestByTrial({ costs, requires, excludes, rows }: Cover): number | undefined {
  let least: number | undefined
  for (let set = 0; set < 1 << costs.length; set++) {
    const isTaken = (measure: number) => ((set >> measure) & 1) === 1
    const taken = [...costs.keys()].filter(isTaken)
    const isAllowed = taken.every(
      (measure) => requires[measure]?.every(isTaken) && !excludes[measure]?.some((other) => isTaken(other)),
    )
    const cost = taken.reduce((sum, measure) => sum + (costs[measure] ?? 0), 0)
    if (isAllowed && (least === undefined || cost < least) && rows.every((row) => isSaved(row, isTaken))) least = cost
  }
  return least
}

/** Tells of one row at a time that a set does not satisfy. */
function learnFrom(rows: readonly SavingRow[]): (chosen: readonly number[]) => Lesson | undefined {
  return (chosen) => {
    const missed = rows.find((row) => !isSaved(row, (measure) => chosen.includes(measure)))
    return missed && { rows: [missed], apart: [] }
  }
}

describe('the cheapest cover', () => {
  test('is what trying every set finds, whether the rows are known or learnt', () => {
    let none = 0
    for (let seed = 1; seed <= 1_500; seed++) {
      const random = randomFrom(seed)
      const cover = coverOf(2 + random(9), random)
      const least = cheapestByTrial(cover)
      if (least === undefined) none++
      for (const [known, learn] of [
        [cover.rows, () => undefined],
        [[], learnFrom(cover.rows)],
      ] as const) {
        const result = cheapestCover(cover, known, learn, endless)
        expect(result.kind === 'found' ? result.cost : undefined, `seed ${seed}`).toBe(least)
        const cheaper = cheapestCover(cover, known, learn, { ...endless, below: least ?? Number.POSITIVE_INFINITY })
        expect(cheaper.kind, `seed ${seed}`).toBe('none')
      }
    }
    expect(none).toBeGreaterThan(100)
    expect(none).toBeLessThan(1_000)
  })

  test('goes without pairs that turn out to clash, and without sets that will not do for reasons of their own', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = randomFrom(seed)
      const cover = coverOf(2 + random(7), random)
      const apart = [random(cover.costs.length), random(cover.costs.length)] as const
      const odd = random(2) === 0
      const least = cheapestByTrial({
        ...cover,
        excludes: cover.excludes.map((others, number) => [
          ...others,
          ...(number === apart[0] && apart[0] !== apart[1] ? [apart[1]] : []),
        ]),
      })
      const first = learnFrom(cover.rows)
      const barred: string[] = []
      const result = cheapestCover(
        cover,
        [],
        (chosen) => {
          expect(barred).not.toContain(chosen.join())
          if (apart[0] !== apart[1] && apart.every((measure) => chosen.includes(measure))) {
            if (odd) return { rows: [], apart: [apart] }
            barred.push(chosen.join())
            return { rows: [], apart: [] }
          }
          return first(chosen)
        },
        endless,
      )
      expect(result.kind === 'found' ? result.cost : undefined, `seed ${seed}`).toBe(least)
    }
  })

  test('is bounded from below where the work is not finished, and never called the cheapest then', () => {
    let between = 0
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomFrom(seed)
      const cover = coverOf(10, random)
      const least = cheapestByTrial(cover)
      const result = cheapestCover(cover, cover.rows, () => undefined, { ...endless, nodes: 2, dive: 10_000 })
      if (result.kind !== 'found' || least === undefined) {
        expect([result.kind, least]).toEqual(['none', undefined])
        continue
      }
      expect(result.cost).toBeGreaterThanOrEqual(least)
      expect(result.lowerBound).toBeLessThanOrEqual(least)
      if (result.lowerBound < result.cost) between++
    }
    expect(between).toBeGreaterThan(20)
    expect(
      cheapestCover({ costs: [1], requires: [[]], excludes: [[]] }, [], () => undefined, {
        ...endless,
        nodes: 0,
      }),
    ).toEqual({ kind: 'stopped', lowerBound: 0, nodes: 0 })
  })
})
