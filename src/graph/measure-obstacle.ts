import type { Step } from '../model/flow.ts'
import type { Matter } from '../model/matter.ts'
import type { Measure } from '../model/measure.ts'
import { MEASURE_NEEDS } from '../model/measure-needs.ts'

/** Why a measure cannot be taken (不能采取的原因). */
export type Obstacle =
  /** The law requires what it would take away: steps, materials, or the order of two steps. */
  | { readonly because: 'law'; readonly what: readonly string[] }
  /** It names steps or materials that the matter does not have, or too few of them. */
  | { readonly because: 'names'; readonly what: readonly string[] }
  /** The steps do what somebody must do: issue a 结果, end the case, accept, decide, or carry a 补正 or 特别程序. */
  | { readonly because: 'needed'; readonly what: readonly string[] }
  /** The flow cannot be written without it or in another order. */
  | { readonly because: 'order'; readonly what: readonly string[] }
  /** A measure already taken excludes it. */
  | { readonly because: 'excluded'; readonly what: readonly string[] }
  /** With it the procedure would take longer. */
  | { readonly because: 'lengthens'; readonly what: readonly string[] }

/** What stands against a measure, as far as the definition alone tells; undefined where nothing does. */
export function obstacleTo(measure: Measure, matter: Matter): Obstacle | undefined {
  const needs = MEASURE_NEEDS[measure.kind]
  const steps = matter.flow.filter((item) => item.kind === 'step')
  const named = steps.filter(({ name }) => measure.steps.includes(name))
  const materials = matter.materials.filter(({ name }) => measure.materials.includes(name))
  const unknown = [
    ...measure.steps.filter((name) => !named.some((step) => step.name === name)),
    ...measure.materials.filter((name) => !materials.some((material) => material.name === name)),
  ]
  const tooFew = named.length < needs.steps || (needs.materials && materials.length === 0)
  const noLimit = needs.limit === 'required' && measure.limit === undefined
  if (unknown.length > 0 || tooFew || noLimit) return { because: 'names', what: unknown }
  const forbidden = [...lawAgainst(measure, named, steps), ...materials.filter(isMandatory).map(({ name }) => name)]
  if (forbidden.length > 0) return { because: 'law', what: forbidden }
  const needed = needs.order === 'kept' ? [] : named.filter((step) => isNeeded(step, measure, matter, steps))
  return needed.length > 0 ? { because: 'needed', what: needed.map(({ name }) => name) } : undefined
}

function isMandatory({ mandatory }: { readonly mandatory?: true }): boolean {
  return mandatory === true
}

/** The steps that the law requires, and those whose order it fixes, among what a measure would change. */
function lawAgainst({ kind, steps: names }: Measure, named: readonly Step[], all: readonly Step[]): readonly string[] {
  const { order } = MEASURE_NEEDS[kind]
  if (order === 'kept') return []
  const fixed = named.filter(({ mandatoryAfter = [] }) => mandatoryAfter.some((other) => names.includes(other)))
  if (order === 'sideBySide') return fixed.map(({ name }) => name)
  const waitedFor = (name: string) => all.some(({ mandatoryAfter = [] }) => mandatoryAfter.includes(name))
  return named
    .filter((step) => isMandatory(step) || waitedFor(step.name) || (step.mandatoryAfter ?? []).length > 0)
    .map(({ name }) => name)
}

function isNeeded(step: Step, { kind, steps: names }: Measure, matter: Matter, steps: readonly Step[]): boolean {
  if (matter.specialProcedures.some(({ placement }) => placement?.step === step.name)) return true
  const { order } = MEASURE_NEEDS[kind]
  if (step.terminates) return order !== 'merged' || step.name !== names.at(-1)
  if (order !== 'gone') return false
  const alone = (stage: Step['stages'][number]) =>
    step.stages.includes(stage) && !steps.some((other) => other !== step && other.stages.includes(stage))
  const gives = kind === 'remove' && (step.outputs.length > 0 || step.collects.length > 0)
  const supplemented = matter.supplements.some((supplement) => supplement.step === step.name)
  return gives || supplemented || alone('acceptance') || alone('decision')
}
