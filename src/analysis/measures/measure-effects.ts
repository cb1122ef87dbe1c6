import { castDraft, current, type Draft, isDraft } from 'immer'
import { compare } from '../../base/rational.ts'
import { type Conversion, convertToWorkdays, type Duration } from '../../calendar/duration.ts'
import type { Step } from '../../model/flow.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import { MEASURE_NEEDS, type MeasureNeeds } from '../../model/measure-needs.ts'
import type { MeasureKind } from '../../model/terms.ts'
import { stepOf } from './flow-order.ts'
import { mergeSteps } from './merge-steps.ts'
import { setSideBySide } from './side-by-side.ts'
import { moveBeforeAcceptance, moveBehindDecision, takeAway } from './take-away.ts'

/** What a measure of one kind does, and what it needs to be told. */
export interface MeasureEffect extends MeasureNeeds {
  /** Changes the draft; false where the change cannot be written down. */
  readonly apply: (draft: Draft<Matter>, measure: Measure, conversion: Conversion) => boolean
}

/** 优化措施: what each kind does to the definition. The one place that tells the kinds apart. */
export const MEASURE_EFFECTS: { readonly [K in MeasureKind]: MeasureEffect } = {
  parallel: {
    ...MEASURE_NEEDS.parallel,
    apply: (draft, { steps }) => setSideBySide(draft, steps),
  },
  remove: {
    ...MEASURE_NEEDS.remove,
    apply: (draft, { steps }) => takeAway(draft, steps),
  },
  merge: {
    ...MEASURE_NEEDS.merge,
    apply: (draft, { steps, limit }) => limit !== undefined && mergeSteps(draft, steps, limit),
  },
  dataSharing: {
    ...MEASURE_NEEDS.dataSharing,
    apply(draft, measure, conversion) {
      for (const material of draft.materials) {
        if (!measure.materials.includes(material.name)) continue
        material.source = 'dataSharing'
        material.necessity = 'waived'
      }
      return shorten(draft, measure, conversion)
    },
  },
  commitment: {
    ...MEASURE_NEEDS.commitment,
    apply: (draft, { steps }) => moveBehindDecision(draft, steps),
  },
  deferral: {
    ...MEASURE_NEEDS.deferral,
    apply(draft, measure, conversion) {
      for (const material of draft.materials) {
        if (!measure.materials.includes(material.name) || material.necessity === 'waived') continue
        material.necessity = 'deferrable'
        if (measure.deferral !== undefined) material.deferral = measure.deferral
      }
      return shorten(draft, measure, conversion)
    },
  },
  speedUp: {
    ...MEASURE_NEEDS.speedUp,
    apply: shorten,
  },
  advance: {
    ...MEASURE_NEEDS.advance,
    apply: (draft, { steps }) => moveBeforeAcceptance(draft, steps),
  },
  joint: {
    ...MEASURE_NEEDS.joint,
    apply: (draft, measure, conversion) => setSideBySide(draft, measure.steps) && shorten(draft, measure, conversion),
  },
}

/**
 * Shortens every 时限 of the named steps that is longer than the new one; never lengthens. How long a step took before it
 * was shortened (实际用时) says nothing any more; it goes with the step as a whole, so that undoing gives back the same text.
 */
function shorten(draft: Draft<Matter>, { steps, limit }: Measure, conversion: Conversion): boolean {
  if (limit === undefined) return true
  for (const name of steps) {
    const step = stepOf(draft, name)
    if (step === undefined) continue
    const limits = step.limits.map((line) => (isShorter(limit, line.limit, conversion) ? { ...line, limit } : line))
    if (limits.every((line, at) => line === step.limits[at])) continue
    step.limits = limits
    if (step.timeTaken !== undefined) draft.flow[draft.flow.indexOf(step)] = withoutTimeTaken(step)
  }
  return true
}

function withoutTimeTaken(step: Draft<Step>): Draft<Step> {
  const { timeTaken: _, ...rest } = isDraft(step) ? current(step) : step
  return castDraft(rest)
}

function isShorter(a: Duration, b: Duration, conversion: Conversion): boolean {
  const [shorter, longer] = [convertToWorkdays(a, conversion), convertToWorkdays(b, conversion)]
  return shorter !== undefined && longer !== undefined && compare(shorter, longer) < 0
}
