import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Matter } from '../../src/model/matter.ts'
import { withoutOrigins } from '../../src/model/write-model-json.ts'
import { baseText, compileBlocks, implementation, matterNamed } from '../support/implementation-text.ts'

/** The parts of a matter that levels below share, whoever they are. */
function shared({ name: _name, authority: _authority, notes: _notes, ...rest }: Matter): unknown {
  return withoutOrigins(rest)
}

const BASE = '优待证办理'

/** Reductions, each with the figures before: how far a level goes down from what it gets. */
const change = fc.record({
  promise: fc.nat(7),
  review: fc.nat(2),
  trips: fc.nat(1),
  fee: fc.nat(19),
  waive: fc.subarray(['身份证', '照片、回执', '户口簿']),
  channels: fc.subarray(['网上办理', '掌上办理', '邮寄办理']),
})
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

interface Figures {
  readonly promise: number
  readonly review: number
  readonly trips: number
  readonly fee: number
}

const START: Figures = { promise: 8, review: 3, trips: 2, fee: 20 }

/** The lines that bring a level to these figures, and its own waivers and channels. */
function linesFor({ promise, review, trips, fee }: Figures, { waive, channels }: Change): readonly string[] {
  return [
    `承诺时限：${promise}个工作日`,
    `到现场次数：${trips}次`,
    '收费：工本费',
    `  标准：${fee}元`,
    '  依据：《收费办法》第二条',
    ...(waive.length === 0 ? [] : [`减免材料：${waive.map((name) => `【${name}】`).join('、')}`]),
    '调整环节：审核',
    `  时限：${review}个工作日`,
    ...(channels.length === 0 ? [] : [`增加渠道：${channels.join('、')}`]),
  ]
}

const lower = (figures: Figures, by: Change): Figures => ({
  promise: Math.max(1, figures.promise - by.promise),
  review: Math.max(0, figures.review - by.review),
  trips: Math.max(0, figures.trips - by.trips),
  fee: Math.max(1, figures.fee - by.fee),
})

/** Only what goes beyond what is allowed: a promise may well be too short for the steps. */
const deviations = (workspace: ReturnType<typeof compileBlocks>) =>
  workspace.diagnostics.filter(({ code }) => code === 'ZW8004' || code === 'ZW8005').map(({ message }) => message)

test('an implementation that changes nothing is its base but for its name and authority', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), (levels) => {
      const names = Array.from({ length: levels }, (_, level) => `${BASE}（第${level + 1}级）`)
      const blocks = names.map((name, level) => implementation(name, names[level - 1] ?? BASE))
      const workspace = compileBlocks(baseText(), ...blocks)
      expect(workspace.diagnostics).toEqual([])
      const base = shared(matterNamed(BASE, workspace))
      for (const name of names) expect(shared(matterNamed(name, workspace))).toEqual(base)
    }),
    { numRuns: 10 },
  )
})

test('steps down are allowed on every level, and flattening level by level is flattening at once', () => {
  fc.assert(
    fc.property(change, change, (first, second) => {
      const middle = lower(START, first)
      const end = lower(middle, second)
      const both = {
        ...second,
        waive: [...new Set([...first.waive, ...second.waive])],
        channels: [...new Set([...first.channels, ...second.channels])],
      }
      const workspace = compileBlocks(
        baseText(),
        implementation(`${BASE}（市）`, BASE, linesFor(middle, first)),
        implementation(`${BASE}（市县）`, `${BASE}（市）`, linesFor(end, second)),
        implementation(`${BASE}（直属县）`, BASE, linesFor(end, both)),
      )
      expect(deviations(workspace)).toEqual([])
      const step = shared(matterNamed(`${BASE}（市县）`, workspace))
      expect(step).toEqual(shared(matterNamed(`${BASE}（直属县）`, workspace)))
    }),
    { numRuns: 100 },
  )
})

test('what is allowed stays allowed further down, and what is not is not either further up', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.nat(5),
      fc.integer({ min: 0, max: 6 }),
      (promise, trips, review) => {
        const lines = [
          `承诺时限：${promise}个工作日`,
          `到现场次数：${trips}次`,
          '调整环节：审核',
          `  时限：${review}个工作日`,
        ]
        const workspace = compileBlocks(baseText(), implementation(`${BASE}（县）`, BASE, lines))
        const expected = [promise > 8, trips > 2, review > 3].filter(Boolean).length
        expect(deviations(workspace)).toHaveLength(expected)
        const { promisedLimits, trips: flattened } = matterNamed(`${BASE}（县）`, workspace)
        expect(promisedLimits.map(({ limit }) => limit)).toEqual([
          { unit: 'workday', amount: String(Math.min(promise, 8)) },
        ])
        expect(flattened).toBe(Math.min(trips, 2))
      },
    ),
    { numRuns: 100 },
  )
})
