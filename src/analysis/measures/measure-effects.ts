import type { Draft } from 'immer'
import { compare } from '../../base/rational.ts'
import { type Conversion, convertToWorkdays, type Duration } from '../../calendar/duration.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import type { MeasureKind } from '../../model/terms.ts'
import { stepOf } from './flow-order.ts'
import { mergeSteps } from './merge-steps.ts'
import { setSideBySide } from './side-by-side.ts'
import { moveBeforeAcceptance, moveBehindDecision, takeAway } from './take-away.ts'

/** What a measure of one kind does, and what it needs to be told. */
export interface MeasureEffect {
  /** Changes the draft; false where the change cannot be written down. */
  readonly apply: (draft: Draft<Matter>, measure: Measure, conversion: Conversion) => boolean
  /** How many steps it must name. */
  readonly steps: number
  /** True where it must name a material. */
  readonly materials: boolean
  /** Whether it must, may, or cannot say a 时限. */
  readonly limit: 'required' | 'optional' | 'none'
  /** True where 容缺期限 belongs to it. */
  readonly deferral: boolean
  /** How it changes the order: steps leave the counted chain, stand side by side, become one, or stay as they are. */
  readonly order: 'gone' | 'sideBySide' | 'merged' | 'kept'
}

/** 优化措施: what each kind does to the definition. The one place that tells the kinds apart. */
export const MEASURE_EFFECTS: { readonly [K in MeasureKind]: MeasureEffect } = {
  parallel: {
    apply: (draft, { steps }) => setSideBySide(draft, steps),
    steps: 2,
    materials: false,
    limit: 'none',
    deferral: false,
    order: 'sideBySide',
  },
  remove: {
    apply: (draft, { steps }) => takeAway(draft, steps),
    steps: 1,
    materials: false,
    limit: 'none',
    deferral: false,
    order: 'gone',
  },
  merge: {
    apply: (draft, { steps, limit }) => limit !== undefined && mergeSteps(draft, steps, limit),
    steps: 2,
    materials: false,
    limit: 'required',
    deferral: false,
    order: 'merged',
  },
  dataSharing: {
    apply(draft, measure, conversion) {
      for (const material of draft.materials) {
        if (!measure.materials.includes(material.name)) continue
        material.source = 'dataSharing'
        material.necessity = 'waived'
      }
      return shorten(draft, measure, conversion)
    },
    steps: 0,
    materials: true,
    limit: 'optional',
    deferral: false,
    order: 'kept',
  },
  commitment: {
    apply: (draft, { steps }) => moveBehindDecision(draft, steps),
    steps: 1,
    materials: false,
    limit: 'none',
    deferral: false,
    order: 'gone',
  },
  deferral: {
    apply(draft, measure, conversion) {
      for (const material of draft.materials) {
        if (!measure.materials.includes(material.name) || material.necessity === 'waived') continue
        material.necessity = 'deferrable'
        if (measure.deferral !== undefined) material.deferral = measure.deferral
      }
      return shorten(draft, measure, conversion)
    },
    steps: 0,
    materials: true,
    limit: 'optional',
    deferral: true,
    order: 'kept',
  },
  speedUp: {
    apply: shorten,
    steps: 1,
    materials: false,
    limit: 'required',
    deferral: false,
    order: 'kept',
  },
  advance: {
    apply: (draft, { steps }) => moveBeforeAcceptance(draft, steps),
    steps: 1,
    materials: false,
    limit: 'none',
    deferral: false,
    order: 'gone',
  },
  joint: {
    apply: (draft, measure, conversion) => setSideBySide(draft, measure.steps) && shorten(draft, measure, conversion),
    steps: 2,
    materials: false,
    limit: 'optional',
    deferral: false,
    order: 'sideBySide',
  },
}

/** Shortens every 时限 of the named steps that is longer than the new one; never lengthens. */
function shorten(draft: Draft<Matter>, { steps, limit }: Measure, conversion: Conversion): boolean {
  if (limit === undefined) return true
  for (const name of steps) {
    const step = stepOf(draft, name)
    if (step === undefined) continue
    const limits = step.limits.map((line) => (isShorter(limit, line.limit, conversion) ? { ...line, limit } : line))
    if (limits.some((line, at) => line !== step.limits[at])) step.limits = limits
  }
  return true
}

function isShorter(a: Duration, b: Duration, conversion: Conversion): boolean {
  const [shorter, longer] = [convertToWorkdays(a, conversion), convertToWorkdays(b, conversion)]
  return shorter !== undefined && longer !== undefined && compare(shorter, longer) < 0
}
