import fc from 'fast-check'
import type { MeasurableMatter } from '../../src/analysis/matter-report.ts'
import { type CaseDefinition, prepareDefinition } from '../../src/engine/flow/definition.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Material } from '../../src/model/application.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { Extension, FlowItem, SpecialProcedure, Step, Supplement } from '../../src/model/flow.ts'
import type { Matter } from '../../src/model/matter.ts'
import { arbitraryMatter } from '../../src/testing/arbitraries/arbitrary-matter.ts'
import { procedure, step, workdays } from '../graph/matters.ts'

const annotations = { sources: [], notes: [] }

/** What a matter of the public kit is dressed up with, so that every rule of the engine has something to hold. */
interface Trimmings {
  readonly type: 'licence' | 'publicService'
  readonly roles: readonly (string | undefined)[]
  /** For each fact of the matter whether a step, a role, or else the applicant fills it in. */
  readonly fillers: readonly ('step' | 'role' | 'applicant')[]
  readonly shared: readonly boolean[]
  readonly placed: readonly {
    readonly where: 'before' | 'after' | 'beside'
    readonly at: number
    readonly asks: boolean
  }[]
  readonly clock: SpecialProcedure['clock']
  readonly supplement: Pick<Supplement, 'clock' | 'overdue' | 'times'>
  readonly extension: Pick<Extension, 'times' | 'approver'> | undefined
  readonly early: { readonly ends: boolean } | undefined
  readonly acceptance: 'step' | 'instant' | 'none'
}

const trimmings: fc.Arbitrary<Trimmings> = fc.record({
  type: fc.constantFrom('licence', 'publicService'),
  roles: fc.array(fc.constantFrom(undefined, '受理岗', '审查岗', '决定岗'), { minLength: 8, maxLength: 8 }),
  fillers: fc.array(fc.constantFrom('applicant', 'applicant', 'applicant', 'step', 'role'), {
    minLength: 8,
    maxLength: 8,
  }),
  shared: fc.array(
    fc.nat({ max: 4 }).map((n) => n === 0),
    { minLength: 8, maxLength: 8 },
  ),
  placed: fc.array(
    fc.record({ where: fc.constantFrom('before', 'after', 'beside'), at: fc.nat(), asks: fc.boolean() }),
    { maxLength: 2 },
  ),
  clock: fc.constantFrom('excluded', 'counted'),
  supplement: fc
    .record(
      {
        clock: fc.constantFrom('paused', 'restarted', 'counted'),
        overdue: fc.constantFrom('terminate', 'withdraw', 'refuse', 'continue'),
        times: fc.integer({ min: 1, max: 2 }),
      },
      { requiredKeys: [] },
    )
    .map((some) => some),
  extension: fc.option(
    fc.record(
      { times: fc.integer({ min: 1, max: 2 }), approver: fc.constantFrom('决定岗', '局领导') },
      { requiredKeys: [] },
    ),
    { nil: undefined },
  ),
  early: fc.option(fc.record({ ends: fc.boolean() }), { nil: undefined }),
  acceptance: fc.constantFrom('step', 'step', 'step', 'instant', 'none'),
})

/** Any matter that cases can run on, with roles, answers that staff give, 特别程序 in and beside the flow, 补正, 延长, 终止. */
export const arbitraryCaseMatter: fc.Arbitrary<CaseDefinition> = fc
  .tuple(arbitraryMatter, trimmings)
  .map(([{ matter }, extras]) => definitionOf(dressed(matter, extras)))
  .filter((definition) => definition !== undefined)

function definitionOf(matter: Matter): CaseDefinition | undefined {
  const prepared = prepareDefinition({ matter, graph: buildGraph(matter).graph })
  return prepared.ok ? prepared.value : undefined
}

function dressed(matter: MeasurableMatter['matter'], extras: Trimmings): Matter {
  const { type, fillers, shared, placed, clock, supplement, extension, acceptance } = extras
  const collected = matter.facts.filter((_, index) => fillers[index] === 'step').map(({ name }) => name)
  const [situation] = matter.situations
  const when: Condition | undefined = situation && { kind: 'situation', situation: situation.name }
  const flow = withEarlyEnd(matter.flow, extras, when).map((item, index) => assigned(item, index, extras, collected))
  const names = flow.flatMap((item) => (item.kind === 'step' ? [item.name] : []))
  return {
    ...matter,
    type,
    flow,
    facts: matter.facts.map((fact, index) => (fillers[index] === 'role' ? { ...fact, filledBy: '审查岗' } : fact)),
    materials: matter.materials.map(
      (material, index): Material => (shared[index] === true ? { ...material, source: 'dataSharing' } : material),
    ),
    specialProcedures: [
      ...matter.specialProcedures,
      ...placed.map(({ where, at, asks }, index) =>
        procedure(
          `程序${index + 1}`,
          5,
          { step: names[at % names.length] ?? '', where },
          { clock, ...(asks && when !== undefined && { when }) },
        ),
      ),
    ],
    supplements: matter.supplements.map(({ name, step: at }) => ({
      name,
      supplementLimit: workdays(5),
      ...(at !== undefined && acceptance === 'step' && { step: at }),
      ...supplement,
      ...annotations,
    })),
    extensions: extension === undefined ? [] : [{ name: '延期', extendBy: workdays(10), ...extension, ...annotations }],
  }
}

/** Before 决定 a step that ends the case where its situation holds, or that is passed over where it does not. */
function withEarlyEnd(
  flow: readonly FlowItem[],
  { early }: Trimmings,
  when: Condition | undefined,
): readonly FlowItem[] {
  if (early === undefined || when === undefined) return flow
  const at = flow.findIndex((item) => item.kind === 'step' && item.name === '决定')
  const item = step('不予许可', 1, { stages: ['review'], when, terminates: early.ends, outputs: ['办理结果'] })
  return flow.toSpliced(at, 0, item)
}

/** 受理 collects what steps collect: nothing that comes before it can ask for that. */
function assigned(item: FlowItem, index: number, extras: Trimmings, collected: readonly string[]): FlowItem {
  if (item.kind !== 'step') return item
  const role = extras.roles[index % extras.roles.length]
  return {
    ...item,
    ...(role !== undefined && { role }),
    ...(item.name === '受理' && { stages: acceptanceStages(extras), collects: collected }),
  }
}

function acceptanceStages({ acceptance }: Trimmings): Step['stages'] {
  if (acceptance === 'none') return ['review']
  return acceptance === 'instant' ? ['acceptance', 'review'] : ['acceptance']
}
