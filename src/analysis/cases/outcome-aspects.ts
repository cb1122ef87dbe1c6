import type { Rational } from '../../base/rational.ts'
import { printRational, ZERO } from '../../base/rational.ts'
import { printDuration } from '../../calendar/duration.ts'
import { countedTimes } from '../../graph/counted-time.ts'
import { ALWAYS, type Diagram, NEVER } from '../../graph/decision-diagram.ts'
import type { LimitClass, Measuring } from '../../graph/measuring.ts'
import { runModes } from '../../graph/node-modes.ts'
import { computeReachability } from '../../graph/reachability.ts'
import { type RequiredMaterial, requiredMaterials } from '../../graph/required-materials.ts'
import { type Aspect, createAspect, listClasses } from '../../graph/situation-classes.ts'
import type { SituationSpace } from '../../graph/situation-space.ts'
import type { MaterialChoice } from '../../model/application.ts'
import type { Condition } from '../../model/condition.ts'

/** What situations can differ in (情形的结果). */
export type OutcomePart =
  /** A step or special procedure: whether it runs, and how long it counts. */
  | { readonly kind: 'step'; readonly node: number; readonly runs: boolean; readonly workdays: Rational | undefined }
  /** A material, or a group of which some may be chosen: what of it has to be handed in. */
  | { readonly kind: 'materials'; readonly materials: readonly RequiredMaterial[] }
  | { readonly kind: LimitKind; readonly limit: LimitClass | undefined }

/** A limit of a matter that the report compares. */
export type LimitKind = 'statutory' | 'promised' | 'formerPromise'

/** Everything in which the situations of a matter can differ, and where: steps, then materials, then limits. */
export function outcomeAspects(measuring: Measuring, limits: readonly LimitKind[]): readonly Aspect<OutcomePart>[] {
  return [
    ...stepAspects(measuring),
    ...materialAspects(measuring),
    ...limits.map((kind) => limitAspect(measuring, kind)),
  ]
}

/**
 * What of the flow makes a difference in time: which counted steps run and by which 时限, which ends the case, and what
 * was promised. The 时限 of a step whose own time is known (实际用时) makes none.
 */
export function timeAspects(measuring: Measuring, isTimed: (node: number) => boolean): readonly Aspect<OutcomePart>[] {
  const { graph, options } = measuring
  const times = countedTimes(graph, options.conversion, options.countFrom ?? 'application')
  const matters = (id: number) => times[id]?.counted === true || graph.nodes[id]?.terminates === true
  return [...stepAspects(measuring, matters, isTimed), limitAspect(measuring, 'promised')]
}

function stepAspects(
  { graph, options, space }: Measuring,
  matters: (node: number) => boolean = () => true,
  isTimed: (node: number) => boolean = () => false,
): readonly Aspect<OutcomePart>[] {
  const { runs } = computeReachability(graph, space())
  const times = countedTimes(graph, options.conversion, options.countFrom ?? 'application')
  const { store } = space()
  return graph.nodes.flatMap((node, id) => {
    if (node.kind === 'choice' || !matters(id)) return []
    const own = runs[id] ?? NEVER
    const time = times[id]
    const modes =
      time?.counted === true && !isTimed(id) ? runModes(own, time, space()) : [{ situations: own, workdays: ZERO }]
    const part = (situations: Diagram, running: boolean, workdays?: Rational) => ({
      situations,
      value: { kind: 'step' as const, node: id, runs: running, workdays },
    })
    const parts = [
      ...modes.map(({ situations, workdays }) => part(situations, true, workdays)),
      part(store.not(own), false),
    ]
    return createAspect<Extract<OutcomePart, { kind: 'step' }>>(store, parts, (value) =>
      value.runs ? printRational(value.workdays ?? ZERO) : '',
    )
  })
}

function materialAspects({ matter, space }: Measuring): readonly Aspect<OutcomePart>[] {
  const { store } = space()
  const chosenFrom = new Set(matter.materialChoices.flatMap(({ materials }) => materials))
  const singles = matter.materials.filter(({ name }) => !chosenFrom.has(name))
  const value = (materials: readonly RequiredMaterial[]) => ({ kind: 'materials' as const, materials })
  const keyOf = (part: Extract<OutcomePart, { kind: 'materials' }>) =>
    JSON.stringify(part.materials.map(({ name, count, choices }) => [name, count, choices]))
  return [
    ...singles.flatMap((material) => {
      const when = material.when === undefined ? ALWAYS : space().diagramOf(material.when)
      const required = materialsIn(space(), { ...matter, materials: [material], materialChoices: [] }, when)
      if (required.length === 0) return []
      const parts = [
        { situations: when, value: value(required) },
        { situations: store.not(when), value: value([]) },
      ]
      return createAspect(store, parts, keyOf)
    }),
    ...matter.materialChoices.map((choice) => createAspect(store, choiceParts(choice), keyOf)),
  ]

  /** Members by their own conditions: what is left to choose from differs from situation to situation. */
  function* choiceParts(choice: MaterialChoice) {
    const materials = matter.materials.filter(({ name }) => choice.materials.includes(name))
    const conditions = [choice, ...materials].flatMap(({ when }) => (when === undefined ? [] : [when]))
    const local = conditions.map((condition) => conditionAspect(space(), condition))
    for (const { situations } of listClasses(store, ALWAYS, local)) {
      yield {
        situations,
        value: value(materialsIn(space(), { ...matter, materials, materialChoices: [choice] }, situations)),
      }
    }
  }
}

function conditionAspect({ store, diagramOf }: SituationSpace, condition: Condition): Aspect<boolean> {
  const holds = diagramOf(condition)
  const parts = [
    { situations: holds, value: true },
    { situations: store.not(holds), value: false },
  ]
  return createAspect(store, parts, String)
}

/** What has to be handed in throughout a set of situations. */
function materialsIn(
  { store, diagramOf }: SituationSpace,
  matter: Measuring['matter'],
  situations: Diagram,
): readonly RequiredMaterial[] {
  const truthOf = (condition: Condition) => {
    const holds = diagramOf(condition)
    if (store.and(situations, holds) === NEVER) return 'no'
    return store.and(situations, store.not(holds)) === NEVER ? 'yes' : 'unknown'
  }
  const required = requiredMaterials(matter, { truthOf, neededFor: () => [] }, new Map())
  return required.filter((material) => material.required !== 'no')
}

function limitAspect(measuring: Measuring, kind: LimitKind): Aspect<OutcomePart> {
  const { store } = measuring.space()
  const classes = measuring[kind]()
  const covered = classes.reduce((sum, { situations }) => store.or(sum, situations), NEVER)
  const parts = [
    ...classes.map((limit) => ({ situations: limit.situations, value: { kind, limit } })),
    { situations: store.not(covered), value: { kind, limit: undefined } },
  ]
  return createAspect<{ readonly kind: LimitKind; readonly limit: LimitClass | undefined }>(
    store,
    parts,
    ({ limit }) => (limit === undefined ? '' : printDuration(limit.rule.limit)),
  )
}
