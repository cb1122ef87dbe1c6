import type { ApplicantChecklist } from '../../../analysis/checklist/applicant-checklist.ts'
import type { ChecklistLimit } from '../../../analysis/checklist/checklist-limits.ts'
import type { ChecklistMaterial } from '../../../analysis/checklist/checklist-parts.ts'
import type { ChecklistStep } from '../../../analysis/checklist/checklist-steps.ts'
import type { OpenQuestion } from '../../../analysis/checklist/open-questions.ts'
import type { TimeRange } from '../../../analysis/explain/outlook.ts'
import { compare } from '../../../base/rational.ts'
import { collectedFacts, isToldByApplicant } from '../../../graph/applicants-fact.ts'
import { createEvaluator } from '../../../graph/evaluate-condition.ts'
import { feeAmount } from '../../../graph/fee-amount.ts'
import { printFactValue } from '../../../graph/situation.ts'
import type { TimeLimit } from '../../../model/time-limit.ts'
import { renderDate } from '../../chinese-date.ts'
import { days } from '../../html/words.ts'
import { detail } from '../details.ts'
import type { GuideBlock, GuideEntry, GuideSection, GuideTone } from '../guide-content.ts'
import type { GuideScope } from '../guide-rendering.ts'
import { lastDayWords, limitWords } from '../limit-words.ts'
import { clockNote, placementWords, stepsBeside } from '../step-notes.ts'
import { materialEntry } from './materials.ts'

const OPEN: { readonly word: string; readonly tone: GuideTone } = { word: '待定', tone: 'open' }

/** 您的办事清单: what one applicant brings, goes through, waits for and pays; what is open, and which answer decides it. */
export function checklistSection(checklist: ApplicantChecklist, scope: GuideScope): GuideSection {
  const { given, materials, spared, optional, steps, open } = checklist
  const blocks: GuideBlock[] = []
  if (given.length > 0) {
    const told = given.map(({ fact, value }) => {
      const words = value.kind === 'option' ? value.option : value.kind === 'text' ? value.text : printFactValue(value)
      return `${fact.name}：${words}${value.kind === 'number' ? (fact.unit ?? '') : ''}`
    })
    blocks.push({ kind: 'text', tone: 'note', text: `按您说的情况：${told.join('；')}。` })
  }
  blocks.push(...componentBlocks(checklist, scope), ...admissionBlocks(checklist, scope))
  blocks.push({
    kind: 'entries',
    title: `带材料（${countWords(materials)}）`,
    marks: 'box',
    entries: [
      ...materials.map((each) => neededEntry(each, scope)),
      ...optional.map((each) => materialEntry(each, scope)),
    ],
  })
  if (spared.length > 0) {
    const names = spared.map(({ name }) => name).join('、')
    blocks.push({ kind: 'text', tone: 'note', text: `不用带：${names}，由部门自己查。` })
  }
  blocks.push({
    kind: 'entries',
    title: '走环节',
    marks: 'number',
    entries: steps.map((step) => stepEntry(step, checklist)),
  })
  blocks.push({ kind: 'table', caption: '时间、跑动和费用', head: [], rows: figureRows(checklist, scope) })
  if (open.length > 0) {
    blocks.push({
      kind: 'entries',
      title: '还不能定的',
      hint: '说清下面这些，清单就能定下来。',
      marks: 'none',
      entries: open.map((question) => questionEntry(question, scope)),
    })
  }
  return { id: 'checklist', title: '您的办事清单', blocks }
}

/** A step of his, with what is done at the same time, and whether its time counts. */
function stepEntry(
  { name, runs, limit, neededFacts }: ChecklistStep,
  { matter, steps }: ApplicantChecklist,
): GuideEntry {
  const procedure = matter.specialProcedures.find((each) => each.name === name)
  const step = matter.flow.find((item) => item.kind === 'step' && item.name === name)
  const clock = procedure?.clock ?? (step?.kind === 'step' ? step.clock : undefined)
  const length = limit === undefined ? '待定' : limit === null ? undefined : limitWords(limit)
  const beside = stepsBeside(name, matter).filter((each) => steps.some((other) => other.name === each))
  return {
    name,
    ...(runs === 'unknown' && { tag: OPEN }),
    details: [
      ...detail('多久', length === undefined ? undefined : `${length}${clockNote(clock)}`),
      ...detail('同时办', beside.join('、')),
      ...detail('什么时候', procedure?.placement && placementWords(procedure.placement)),
      ...detail('要看', neededFacts.join('、')),
    ],
  }
}

/** Which matters of a 一件事 are his. */
function componentBlocks({ matter, given }: ApplicantChecklist, { rendering }: GuideScope): readonly GuideBlock[] {
  const components = rendering.made?.bundle.components ?? []
  if (components.length === 0) return []
  const evaluator = createEvaluator(matter.situations, new Map(given.map(({ fact, value }) => [fact.name, value])))
  const entries = components.flatMap(({ name, when }): readonly GuideEntry[] => {
    const truth = when === undefined ? 'yes' : evaluator.truthOf(when)
    if (truth === 'no') return []
    const needed = when === undefined ? [] : evaluator.neededFor(when)
    return [{ name, ...(truth === 'unknown' && { tag: OPEN }), details: detail('要看', needed.join('、')) }]
  })
  return [{ kind: 'entries', title: '要办的事项', marks: 'none', entries }]
}

function admissionBlocks({ admission, requirements }: ApplicantChecklist, scope: GuideScope): readonly GuideBlock[] {
  const failing = requirements.filter(({ met }) => met === 'no')
  const open = requirements.filter(({ met, leftToPerson }) => met === 'unknown' && !leftToPerson)
  const judged = requirements.filter(({ leftToPerson }) => leftToPerson)
  if (requirements.length === 0) return []
  const lead =
    admission === 'no'
      ? '按您说的情况，现在还不能办：有条件不符合。'
      : admission === 'yes'
        ? judged.length === 0
          ? '按您说的情况，可以办。'
          : '按您说的情况，可以来办；有的条件要由工作人员看过才定。'
        : '能不能办，还要看下面待定的条件。'
  const entries = [
    ...failing.map(
      ({ requirement }): GuideEntry => ({
        name: requirement.name,
        tag: { word: '不符合', tone: 'open' },
        details: [...detail('要求', scope.explain(requirement.rule)), ...detail('可以怎样', requirement.hint)],
      }),
    ),
    ...open.map(
      ({ requirement, neededFacts }): GuideEntry => ({
        name: requirement.name,
        tag: OPEN,
        details: [...detail('要看', neededFacts.join('、'))],
      }),
    ),
    ...judged.map(
      ({ requirement }): GuideEntry => ({
        name: requirement.name,
        tag: { word: '由工作人员看', tone: 'maybe' },
        details: detail('看什么', requirement.manualCheck),
      }),
    ),
  ]
  return [
    { kind: 'text', tone: admission === 'no' ? 'alert' : 'lead', text: lead },
    ...(entries.length === 0 ? [] : [{ kind: 'entries', title: '条件', marks: 'none', entries } as const]),
  ]
}

/** How many documents are certain, and how many may come on top: 4种，另有1种待定. */
function countWords(materials: readonly ChecklistMaterial[]): string {
  const sum = (required: ChecklistMaterial['required']) =>
    materials.reduce((total, each) => total + (each.required === required ? each.count : 0), 0)
  const open = sum('unknown')
  return `${sum('yes')}种${open === 0 ? '' : `，另有${open}种待定`}`
}

function neededEntry(
  { name, required, count, choices, material, neededFacts }: ChecklistMaterial,
  scope: GuideScope,
): GuideEntry {
  const base = material === undefined ? { name, details: [] } : materialEntry(material, scope)
  const choice = { word: count === 1 ? '任选一种' : `任选${count}种`, tone: 'must' as const }
  const tag = required === 'unknown' ? OPEN : choices.length > 0 ? choice : base.tag
  // Why he needs it is settled; what it still waits for is told instead.
  const { when: _settled, ...rest } = base
  return {
    ...rest,
    tag,
    details: [
      ...base.details,
      ...detail('交几种', tag === OPEN && choices.length > 0 ? choice.word : undefined),
      ...detail('要看', required === 'unknown' ? neededFacts.join('、') : undefined),
    ],
    ...(choices.length > 0 && { inner: choices.map((each) => materialEntry(each, scope)) }),
  }
}

function figureRows(checklist: ApplicantChecklist, { rendering }: GuideScope): readonly (readonly string[])[] {
  const { path, promised, statutory, trips, fees } = checklist
  const { start } = rendering
  return [
    ...(path === undefined ? [] : [['各环节', rangeWords(path)]]),
    ['承诺时限', limitRow(promised, checklist, start?.date)],
    ['法定时限', limitRow(statutory, checklist, start?.date)],
    ['到现场', trips === null ? '没有写明' : trips === 0 ? '不用到现场' : `${trips}次`],
    [
      '费用',
      fees.length === 0
        ? '没有写明'
        : fees
            .map((fee) => {
              const amount = feeAmount(fee)
              return amount === undefined ? fee.text : `${fee.text}${amount}`
            })
            .join('；'),
    ],
  ]
}

/** 要5个工作日, 要1到8个工作日 */
function rangeWords({ min, max }: TimeRange): string {
  return compare(min, max) === 0 ? `照环节的时限，要${days(max)}` : `照环节的时限，最快${days(min)}，最慢${days(max)}`
}

function limitRow(limit: ChecklistLimit, checklist: ApplicantChecklist, start: string | undefined): string {
  if (limit.kind === 'none') return '没有写明'
  if (limit.kind === 'open') return `待定，要看${limit.neededFacts.join('、')}`
  const { due, rule, provisional = false } = limit
  const event = rule.startsAt === 'dayAfterApplication' ? '收到申请' : '受理'
  const date =
    due === undefined || start === undefined
      ? ''
      : `；${renderDate(start)}${event}的，最晚${lastDayWords({ date: due, provisional })}办结${addedTime(checklist, rule)}`
  return `${limitWords(limit.limit)}${date}`
}

/** What the last day leaves out: later work that does not count, for certain or perhaps (不计入的时间). */
function addedTime({ matter, steps }: ApplicantChecklist, { startsAt }: TimeLimit): string {
  const accepted = startsAt !== 'dayAfterApplication'
  const uncounted = new Set(
    [...matter.specialProcedures, ...matter.flow].flatMap((part) => {
      if (!('clock' in part) || part.clock === undefined || part.clock === 'counted') return []
      return accepted && 'stages' in part && part.stages.every((stage) => stage === 'acceptance') ? [] : [part.name]
    }),
  )
  const added = steps.filter(({ name }) => uncounted.has(name))
  if (added.length === 0) return ''
  const words = added.map(
    ({ name, runs, limit }) => `${name}${runs === 'yes' ? '' : '（要办的话）'}${limit ? limitWords(limit) : ''}`,
  )
  return `；另加${words.join('、')}，不计入时限`
}

function questionEntry(
  { fact, requirements, materials, steps, promised, statutory }: OpenQuestion,
  { matter }: GuideScope,
): GuideEntry {
  const { name, question, options, filledBy } = fact
  const collected = collectedFacts(matter.flow)
  const byOthers = !isToldByApplicant(fact, collected)
  return {
    name: question ?? name,
    ...(byOthers && { tag: { word: `由${filledBy ?? '部门'}定`, tone: 'free' as const } }),
    details: [
      ...detail('可以选', options.join('、')),
      ...detail('决定能不能办', requirements.join('、')),
      ...detail('决定要不要带', materials.join('、')),
      ...detail('决定走不走', steps.join('、')),
      ...detail('决定时限', [...(promised ? ['承诺时限'] : []), ...(statutory ? ['法定时限'] : [])].join('、')),
    ],
  }
}
