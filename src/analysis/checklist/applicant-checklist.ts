import type { Calendar } from '../../calendar/calendar.ts'
import { judgeAdmission } from '../../graph/admission.ts'
import { createEvaluator, type Truth } from '../../graph/evaluate-condition.ts'
import type { Facts, FactValue } from '../../graph/fact-value.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'
import type { RequiredMaterial } from '../../graph/required-materials.ts'
import type { Fact, Material } from '../../model/application.ts'
import type { Matter } from '../../model/matter.ts'
import { outlookFor, type TimeRange } from '../explain/outlook.ts'
import { type ChecklistLimit, limitOfApplicant } from './checklist-limits.ts'
import type { ChecklistMaterial, ChecklistRequirement } from './checklist-parts.ts'
import { type ChecklistStep, checklistSteps } from './checklist-steps.ts'
import { type OpenQuestion, openQuestions } from './open-questions.ts'

/** What is known of one applicant (申请人的情况). */
export interface ChecklistOptions {
  readonly facts: Facts
  /** Answers to 人工判断, by the name of the condition. */
  readonly judgements?: ReadonlyMap<string, boolean> | undefined
  /** The day whose rules count, `YYYY-MM-DD`; that of the application, and without one the latest rules. */
  readonly asOf?: string | undefined
  /** The day of the application, `YYYY-MM-DD`, and the calendar: then the limits have dates. */
  readonly start?: { readonly date: string; readonly calendar: Calendar } | undefined
}

/** Everything that one applicant has to know before he sets out (申请人自己的办事清单). 待定 is never taken for 否. */
export interface ApplicantChecklist {
  readonly matter: Matter
  /** The day whose rules count, `YYYY-MM-DD`; without it the latest rules. */
  readonly asOf: string | undefined
  /** What he has told, in the order of the matter's questions. */
  readonly given: readonly { readonly fact: Fact; readonly value: FactValue }[]
  /** Whether he meets the conditions of acceptance, those apart that a person judges. */
  readonly admission: Truth
  readonly requirements: readonly ChecklistRequirement[]
  readonly materials: readonly ChecklistMaterial[]
  /** 免提交: what the authority has itself. */
  readonly spared: readonly Material[]
  /** 非必要: what he may bring. */
  readonly optional: readonly Material[]
  readonly steps: readonly ChecklistStep[]
  /** How long its steps take, one after the other or side by side, over what is open; undefined where it cannot be told. */
  readonly path: TimeRange | undefined
  readonly promised: ChecklistLimit
  readonly statutory: ChecklistLimit
  /** 到现场次数; null where it is not written. Unit: 次. */
  readonly trips: number | null
  readonly fees: Matter['fees']
  /** What is not known yet and would change the list. */
  readonly open: readonly OpenQuestion[]
}

/**
 * Draws up what one applicant needs of a matter (申请人自己的办事清单): only his materials, steps, days, trips and fee; what
 * depends on facts that he has not told is 待定, with the facts that decide it.
 */
export function compileChecklist(
  { matter, graph }: { readonly matter: Matter; readonly graph: FlowGraph },
  options: ChecklistOptions,
): ApplicantChecklist {
  const { judgements = new Map(), start, asOf = start?.date } = options
  const facts = withApplicationDate(options)
  const evaluator = createEvaluator(graph.situations, facts)
  const admission = judgeAdmission(matter.requirements, evaluator, judgements)
  const requirements = admission.requirements.map(
    ({ requirement, failing, leftToPerson, neededFacts }): ChecklistRequirement => ({
      requirement,
      met: failing === 'yes' ? 'no' : failing === 'no' ? 'yes' : 'unknown',
      leftToPerson,
      neededFacts,
    }),
  )
  const byName = new Map(matter.materials.map((material) => [material.name, material]))
  const toChecklist = (each: RequiredMaterial, neededFacts: readonly string[]): ChecklistMaterial => ({
    name: each.name,
    required: each.required === 'yes' ? 'yes' : 'unknown',
    count: each.count,
    choices: each.choices.flatMap((name) => byName.get(name) ?? []),
    material: each.choices.length === 0 ? byName.get(each.name) : undefined,
    neededFacts,
  })
  const outlook = outlookFor({ matter, graph }, facts, { judgements, asOf })
  const materials = [
    ...outlook.materials.sure.map((each) => toChecklist(each, [])),
    ...outlook.materials.open.map(({ item, dependsOn }) => toChecklist(item, dependsOn)),
  ]
  const mayConcern = ({ when }: Material) => when === undefined || evaluator.truthOf(when) !== 'no'
  const steps = checklistSteps(outlook, graph, evaluator)
  const limit = (limits: Matter['promisedLimits']) => limitOfApplicant(limits, { matter, evaluator, asOf, start })
  const promised = limit(matter.promisedLimits)
  const statutory = limit(matter.statutoryLimits)
  return {
    matter,
    asOf,
    given: matter.facts.flatMap((fact) => {
      const value = options.facts.get(fact.name)
      return value === undefined ? [] : [{ fact, value }]
    }),
    admission: admission.verdict,
    requirements,
    materials,
    spared: outlook.waived.flatMap((name) => byName.get(name) ?? []),
    optional: matter.materials.filter((material) => material.necessity === 'optional' && mayConcern(material)),
    steps,
    path: outlook.path,
    promised,
    statutory,
    trips: matter.trips ?? null,
    fees: matter.fees,
    open: openQuestions(matter, { requirements, materials, steps, promised, statutory }),
  }
}

function withApplicationDate({ facts, start }: ChecklistOptions): Facts {
  if (start === undefined || facts.has('申请日期')) return facts
  return new Map([...facts, ['申请日期', { kind: 'date', date: start.date }]])
}
