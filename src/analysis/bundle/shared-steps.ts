import { compare, type Rational, ZERO } from '../../base/rational.ts'
import { convertToWorkdays, DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import type { Bundle, ComponentPath, SharedStep } from '../../model/bundle.ts'
import type { Step } from '../../model/flow.ts'
import { SHARED_STEPS, type Stage } from '../../model/terms.ts'
import type { BundleProblem } from './bundle-parts.ts'
import { pathName } from './component.ts'
import type { DrawnComponent } from './drawn-component.ts'
import { allOf, anyOf } from './formula.ts'
import type { Doing } from './supplies.ts'

/** A step that several components do as one (统一受理, 联合踏勘, 统一出件), and which of theirs it replaces. */
export interface JoinedStep {
  readonly name: string
  readonly declared: SharedStep
  readonly replaced: readonly { readonly drawn: DrawnComponent; readonly step: Step }[]
}

/** The 阶段 of each shared step. */
const STAGE_OF: Readonly<Record<SharedStep['kind'], Stage>> = {
  acceptance: 'acceptance',
  inspection: 'review',
  delivery: 'delivery',
}

/**
 * Finds what each shared step replaces: the steps that 合并 names, else every step that is nothing but 受理, or 送达. Without
 * 合并 a step that does more than that stays, without that 阶段.
 */
export function joinSteps(
  bundle: Bundle,
  components: readonly DrawnComponent[],
): { readonly joined: readonly JoinedStep[]; readonly problems: readonly BundleProblem[] } {
  const taken = new Set<string>()
  const names = new Set<string>()
  const joined = bundle.sharedSteps.map((declared): JoinedStep => {
    const replaced = components.flatMap((drawn) =>
      drawn.steps
        .filter((step) => isReplaced(declared, drawn.component.name, step))
        .filter((step) => !taken.has(pathName(drawn.component.name, step.name)))
        .map((step) => ({ drawn, step })),
    )
    for (const { drawn, step } of replaced) taken.add(pathName(drawn.component.name, step.name))
    return { name: uniqueName(declared, names), declared, replaced }
  })
  const problems = bundle.sharedSteps.flatMap(({ steps }) =>
    steps.filter((path) => isUnknown(path, components)).map((path) => ({ kind: 'unknownStep' as const, path })),
  )
  return { joined, problems }
}

function isReplaced({ kind, steps }: SharedStep, component: string, { name, stages }: Step): boolean {
  if (steps.length > 0) return steps.some((path) => path.component === component && path.name === name)
  return kind !== 'inspection' && stages.every((stage) => stage === STAGE_OF[kind])
}

function isUnknown({ component, name }: ComponentPath, components: readonly DrawnComponent[]): boolean {
  const found = components.find((each) => each.component.name === component)
  return found !== undefined && !found.steps.some((step) => step.name === name)
}

/** 环节, else what stands behind the keyword of an inspection, else the keyword itself. */
function uniqueName({ kind, name, step }: SharedStep, names: Set<string>): string {
  const plain = step ?? (kind === 'inspection' ? name : SHARED_STEPS[kind])
  let unique = plain
  for (let number = 2; names.has(unique); number++) unique = `${plain}${number}`
  names.add(unique)
  return unique
}

/**
 * The 阶段 that shared steps leave to the steps that do more than that. One that names what it replaces (合并) leaves all else
 * as it is: whoever is not named still goes to his own window.
 */
export function stagesLeft({ stages }: Step, joined: readonly JoinedStep[]): Step['stages'] {
  const gone = new Set(
    joined
      .filter(({ declared }) => declared.kind !== 'inspection' && declared.steps.length === 0)
      .map(({ declared }) => STAGE_OF[declared.kind]),
  )
  const left = stages.filter((stage) => !gone.has(stage))
  return left.length > 0 ? left : stages
}

/** The step itself: its own 时限 holds; without one it takes as long as the longest of those it replaces that are done. */
export function asStep({ name, declared, replaced }: JoinedStep, outputs: readonly string[], does: Doing): Step {
  const { kind, limit, origin, sources } = declared
  const steps = replaced.map(({ step }) => step)
  const when = kind === 'inspection' ? anyOf(replaced.map(({ drawn, step }) => does(drawn, step.name))) : true
  // What is accepted at the window does not wait for the results of others.
  const isDone: Doing = kind === 'acceptance' ? (drawn, step) => drawn.runs(step) : does
  return {
    kind: 'step',
    name,
    stages: [STAGE_OF[kind]],
    limits: limit === undefined ? longestFirst(replaced, isDone) : [{ limit }],
    modes: kind === 'inspection' ? ['onsite'] : [],
    outputs,
    collects: [
      ...new Set(
        replaced.flatMap(({ drawn, step }) => step.collects.map((fact) => drawn.component.renaming.fact(fact))),
      ),
    ],
    terminates: false,
    sources,
    notes: declared.notes,
    ...(kind !== 'inspection' && { role: declared.name }),
    ...(typeof when !== 'boolean' && { when }),
    ...(origin !== undefined && { origin }),
    ...(steps.some(({ mandatory }) => mandatory === true) && { mandatory: true }),
  }
}

/** The 时限 of the replaced steps from the longest, each where its step is done. */
function longestFirst(replaced: JoinedStep['replaced'], isDone: Doing): Step['limits'] {
  return replaced
    .flatMap(({ drawn, step }) =>
      step.limits.map(({ limit, when }) => ({
        limit,
        length: convertToWorkdays(limit, DEFAULT_CONVERSION),
        when: allOf([isDone(drawn, step.name), drawn.component.inBundle(when)]),
      })),
    )
    .sort((a, b) => byLength(b.length, a.length))
    .flatMap(({ limit, when }) => (when === false ? [] : when === true ? [{ limit }] : [{ limit, when }]))
}

function byLength(a: Rational | undefined, b: Rational | undefined): number {
  return compare(a ?? ZERO, b ?? ZERO)
}
