import type { Bundle } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import { type Component, pathName } from './component.ts'
import type { MergedFlow } from './merge-flow.ts'
import type { MergedMaterials } from './merge-materials.ts'
import { sumStatutoryLimits } from './statutory-sum.ts'

type Others = Omit<
  Matter,
  'facts' | 'situations' | 'materials' | 'materialChoices' | 'flow' | 'supplements' | 'specialProcedures' | 'extensions'
>

/** What a bundle says of itself, and what of its components is only put together: 受理条件, 收费, 渠道, 结果, 优化措施. */
export function mergeOthers(
  bundle: Bundle,
  components: readonly Component[],
  flow: MergedFlow,
  documents: MergedMaterials,
): Others {
  const { leadDepartment, coDepartments, promisedLimits, targets, scenarios, sources, notes } = bundle
  return {
    kind: 'matter',
    name: bundle.name,
    levels: bundle.levels,
    audiences: bundle.audiences,
    coAuthorities: coDepartments,
    profile: bundle.profile,
    revisions: [],
    unified: [],
    refinable: [],
    requirements: components.flatMap(requirementsOf),
    statutoryLimits: sumStatutoryLimits(bundle, components),
    promisedLimits,
    targets,
    measures: components.flatMap((component) => measuresOf(component, flow, documents)),
    fees: feesOf(components),
    channels: [...new Set(components.flatMap(({ matter }) => matter.channels))],
    outputs: components.flatMap(({ matter, outputName }) =>
      matter.outputs.map((output) => ({ ...output, name: outputName(output.name) })),
    ),
    decisionTables: [],
    scenarios,
    sources,
    notes,
    ...(leadDepartment !== undefined && { authority: leadDepartment }),
    ...(bundle.code !== undefined && { code: bundle.code }),
    ...(bundle.version !== undefined && { version: bundle.version }),
    ...(bundle.effectiveFrom !== undefined && { effectiveFrom: bundle.effectiveFrom }),
    ...(bundle.effectiveTo !== undefined && { effectiveTo: bundle.effectiveTo }),
    ...(bundle.trips !== undefined && { trips: bundle.trips }),
    ...(bundle.checkedOn !== undefined && { checkedOn: bundle.checkedOn }),
    ...(bundle.origin !== undefined && { origin: bundle.origin }),
  }
}

/** What the components charge; 不收费 only where each of them says so. */
function feesOf(components: readonly Component[]): Matter['fees'] {
  const charged = components.flatMap(({ matter }) => matter.fees.filter((fee) => fee.charged))
  const isFree =
    charged.length === 0 && components.length > 0 && components.every(({ matter }) => matter.fees.length > 0)
  return isFree ? [{ charged: false, text: '不收费', sources: [], notes: [] }] : charged
}

/** Each holds where its component takes part. */
function requirementsOf({ name, matter, inBundle, whenSelected }: Component): Matter['requirements'] {
  return matter.requirements.map(({ when, rule, except, ...requirement }) => {
    const applies = whenSelected(when)
    const judged = inBundle(rule)
    return {
      ...requirement,
      name: pathName(name, requirement.name),
      except: except.flatMap((condition) => {
        const exempt = inBundle(condition)
        return typeof exempt === 'boolean' ? [] : exempt
      }),
      ...(typeof applies !== 'boolean' && { when: applies }),
      ...(rule !== undefined && typeof judged !== 'boolean' && { rule: judged }),
    }
  })
}

/** A measure of a component acts on what stands for its steps and materials in the bundle. */
function measuresOf({ name, matter }: Component, flow: MergedFlow, documents: MergedMaterials): readonly Measure[] {
  return matter.measures.map((measure) => ({
    ...measure,
    name: pathName(name, measure.name),
    steps: [...new Set(measure.steps.map((step) => flow.nameOf(name, step)))],
    materials: [...new Set(measure.materials.flatMap((material) => documents.nameOf(name, material) ?? []))],
    requires: measure.requires.map((other) => pathName(name, other)),
    excludes: measure.excludes.map((other) => pathName(name, other)),
  }))
}
