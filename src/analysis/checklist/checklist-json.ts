import { durationToJson } from '../../calendar/duration-json.ts'
import { printFactValue } from '../../graph/situation.ts'
import type { Fee } from '../../model/matter.ts'
import { ACCEPTANCE_VERDICTS, DOCUMENT_FORMS, NECESSITIES } from '../../model/terms.ts'
import { timeRangeToJson } from '../explain/advice-json.ts'
import type { ApplicantChecklist } from './applicant-checklist.ts'
import type { ChecklistLimit } from './checklist-limits.ts'

/** 需要, 待定 */
const NEEDED = { yes: '需要', unknown: '待定' } as const

/** One applicant's list as JSON (个人办事清单，JSON). */
export type ChecklistJson = ReturnType<typeof checklistToJson>

/** Writes one applicant's list as plain JSON, in the words of the list. */
export function checklistToJson(checklist: ApplicantChecklist) {
  const {
    matter,
    asOf,
    given,
    admission,
    requirements,
    materials,
    spared,
    optional,
    steps,
    path,
    promised,
    statutory,
    open,
  } = checklist
  return {
    matter: matter.name,
    asOf: asOf ?? null,
    given: given.map(({ fact, value }) => ({
      fact: fact.name,
      value: value.kind === 'option' ? value.option : value.kind === 'text' ? value.text : printFactValue(value),
      unit: fact.unit ?? null,
    })),
    admission: ACCEPTANCE_VERDICTS[admission],
    requirements: requirements.map(({ requirement, met, leftToPerson, neededFacts }) => ({
      name: requirement.name,
      met: ACCEPTANCE_VERDICTS[met],
      leftToPerson,
      hint: met === 'no' ? (requirement.hint ?? null) : null,
      neededFacts,
    })),
    materials: materials.map(({ name, required, count, choices, material, neededFacts }) => ({
      name,
      needed: NEEDED[required],
      count,
      choices: choices.map((each) => each.name),
      forms: material?.forms.map((form) => DOCUMENT_FORMS[form]) ?? [],
      copies: material?.copies ?? null,
      necessity: material?.necessity === undefined ? null : NECESSITIES[material.necessity],
      deferral: material?.deferral === undefined ? null : durationToJson(material.deferral),
      neededFacts,
    })),
    spared: spared.map(({ name }) => name),
    optional: optional.map(({ name }) => name),
    steps: steps.map(({ name, runs, limit, neededFacts }) => ({
      name,
      needed: NEEDED[runs],
      limit: limit ? durationToJson(limit) : null,
      neededFacts,
    })),
    path: path === undefined ? null : timeRangeToJson(path),
    promised: dueLimitToJson(promised),
    statutory: dueLimitToJson(statutory),
    trips: checklist.trips,
    fees: checklist.fees.map(feeToJson),
    open: open.map(({ fact, ...decides }) => ({
      fact: fact.name,
      question: fact.question ?? null,
      options: fact.options,
      filledBy: fact.filledBy ?? null,
      decides,
    })),
  }
}

function dueLimitToJson(limit: ChecklistLimit) {
  if (limit.kind === 'none') return null
  if (limit.kind === 'open') return { limit: null, due: null, provisional: false, neededFacts: limit.neededFacts }
  return {
    limit: durationToJson(limit.limit),
    due: limit.due ?? null,
    provisional: limit.provisional ?? false,
    neededFacts: [],
  }
}

function feeToJson({ text, charged, amountFen, per }: Fee) {
  return { text, charged, amountFen: amountFen ?? null, per: per ?? null }
}
