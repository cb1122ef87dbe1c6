import { printDuration } from '../../../calendar/duration.ts'
import type { Choice, FlowItem, SpecialProcedure, Step, Supplement } from '../../../model/flow.ts'
import { OVERDUE_EFFECTS, STAGES, STEP_MODES } from '../../../model/terms.ts'
import { annotationDetails, detail, originDetails } from '../details.ts'
import type { GuideBlock, GuideDetail, GuideEntry, GuideSection } from '../guide-content.ts'
import type { GuideScope } from '../guide-rendering.ts'
import { stepLimitWords } from '../limit-words.ts'
import { CLOCK_NOTES, clockNote, placementWords, stepsBeside } from '../step-notes.ts'

/** 怎么办: the steps in their order, what happens side by side, what may come on top, and what if something is missing. */
export function stepsSection(scope: GuideScope): GuideSection {
  const { flow, specialProcedures, supplements, trips } = scope.matter
  const entries = flow.flatMap((item) => flowEntry(item, scope))
  const count = flow.filter(({ kind }) => kind === 'step').length
  const choices = flow.filter(({ kind }) => kind === 'choice').length
  const forks = choices === 0 ? '' : `，另有${choices}处分情况`
  const visits = trips === undefined ? '' : trips === 0 ? '，不用到现场' : `，您要到现场${trips}次`
  const blocks: GuideBlock[] = [
    { kind: 'text', tone: 'lead', text: count === 0 ? '没有写明办理环节。' : `一共${count}个环节${forks}${visits}。` },
    { kind: 'picture', picture: 'flow' },
  ]
  if (entries.length > 0) blocks.push({ kind: 'entries', marks: 'number', entries })
  if (supplements.length > 0) {
    const missing = supplements.map((supplement) => supplementEntry(supplement))
    blocks.push({ kind: 'entries', title: '材料不齐怎么办', marks: 'none', entries: missing })
  }
  if (specialProcedures.length > 0) {
    blocks.push({
      kind: 'entries',
      title: '可能加的环节',
      hint: '不是每个人都有；要加的，部门会告诉您。',
      marks: 'none',
      entries: specialProcedures.map((procedure) => procedureEntry(procedure, scope)),
    })
  }
  return { id: 'steps', title: '怎么办', blocks }
}

function flowEntry(item: FlowItem, scope: GuideScope): readonly GuideEntry[] {
  if (item.kind === 'step') return [stepEntry(item, scope)]
  if (item.kind === 'choice') return [choiceEntry(item, scope)]
  const details = annotationDetails(item)
  return details.length === 0 ? [] : [{ name: `${item.steps.join('、')}同时办`, details }]
}

function stepEntry(step: Step, { matter, rendering, say, explain }: GuideScope): GuideEntry {
  const { name, stages, role, department, limits, when, after, clock, modes, outputs, collects } = step
  const stage = stages.map((each) => STAGES[each]).join('、')
  return {
    name,
    tag: stage === '' || stage === name ? undefined : { word: stage, tone: 'free' },
    when: explain(when),
    details: [
      ...detail('谁来办', [department, role].filter((word) => word !== undefined).join('，')),
      ...detail('多久', limits.length === 0 ? undefined : `${stepLimitWords(limits, say)}${clockNote(clock)}`),
      ...detail('同时办', stepsBeside(name, matter).join('、')),
      ...detail('在这之后', after?.join('、')),
      ...detail('怎么办', modes.map((mode) => STEP_MODES[mode]).join('、')),
      ...detail('看什么', step.reviewStandard),
      ...detail('要定下来的', collects.join('、')),
      ...detail('办出', outputs.join('、')),
      ...(step.terminates ? detail('', '到这一步就办结。') : []),
      ...(step.mandatory === true ? detail('', '法律规定的环节。') : []),
      ...detail('法律规定的先后', step.mandatoryAfter && `在${step.mandatoryAfter.join('、')}之后`),
      ...originDetails('哪个事项的', name, rendering.made?.bundled.steps),
      ...annotationDetails(step),
    ],
  }
}

function choiceEntry({ name, branches, otherwise, ...rest }: Choice, { explain }: GuideScope): GuideEntry {
  return {
    name,
    tag: { word: '分几种情况', tone: 'open' },
    details: [
      ...branches.map(({ when, target }): GuideDetail => ({ label: explain(when) ?? '', text: `去“${target}”` })),
      ...(otherwise === undefined ? [] : [{ label: '其他情况', text: `去“${otherwise}”` }]),
      ...annotationDetails(rest),
    ],
  }
}

function supplementEntry(supplement: Supplement): GuideEntry {
  const { name, step, noticeLimit, supplementLimit, times, clock, overdue } = supplement
  return {
    name,
    details: [
      ...detail('在哪个环节', step),
      ...detail('部门告诉您', noticeLimit && `${printDuration(noticeLimit)}内，一次说清要补什么`),
      ...detail('您要补交', supplementLimit && `收到通知后${printDuration(supplementLimit)}内`),
      ...detail('最多补', times === undefined ? undefined : `${times}次`),
      ...detail('补的时间', clock && CLOCK_NOTES[clock]),
      ...detail('过期没补', overdue && OVERDUE_EFFECTS[overdue]),
      ...annotationDetails(supplement),
    ],
  }
}

function procedureEntry(procedure: SpecialProcedure, { say, explain }: GuideScope): GuideEntry {
  const { name, when, placement, limits, clock, notice } = procedure
  return {
    name,
    when: explain(when),
    details: [
      ...detail('什么时候', placement && placementWords(placement)),
      ...detail('多久', limits.length === 0 ? undefined : stepLimitWords(limits, say)),
      ...detail('这段时间', CLOCK_NOTES[clock]),
      ...detail('告知', notice),
      ...annotationDetails(procedure),
    ],
  }
}
