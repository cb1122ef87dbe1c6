import { civilDayAt, findProfile, printCivilDate, printDuration } from 'zhengwu/calendar'
import { type CaseEvent, type CaseState, describeEvent, explainClock, NODE, printInstant } from 'zhengwu/engine'
import { formFor, writeAnswers } from 'zhengwu/forms'
import type { CaseView } from 'zhengwu/runner'
import { printValue } from './field.ts'
import { fieldsOf, materialsOf, outlookOf } from './journey.ts'
import type { Office } from './office.ts'
import type { Draft } from './store.ts'

type Standing = CaseState['status'] | NonNullable<CaseState['ending']>

const STANDINGS: Readonly<Record<Standing, string>> = {
  received: '等待受理',
  supplementing: '等待补正',
  accepted: '正在办理',
  ended: '已经结束',
  closed: '已经办结',
  refused: '不予受理',
  withdrawn: '已经撤回',
  terminated: '终止办理',
}
const ACTORS = { applicant: '申请人', staff: '工作人员', system: '系统' } as const

/** 申请人不必看的：引擎自己记的、督办用的、部门之间取件的。 */
const INTERNAL = new Set<CaseEvent['kind']>([
  'flowAdvanced',
  'stepStarted',
  'alerted',
  'serviceRequested',
  'serviceAnswered',
])

/** 不走了的环节。 */
const GONE: ReadonlySet<number> = new Set([NODE.passedOver, NODE.dead, NODE.cancelled])

/** 办件到了哪里，一两个词。 */
export function printStatus(standing: Standing): string {
  return STANDINGS[standing]
}

/** 办件页要的一切，都是现算的；页面只管画。 */
export function describeCase(office: Office, view: CaseView, draft: Draft | undefined, forStaff: boolean) {
  const { state, definition, history, clocks, enabled } = view
  const events = history.map(({ event }) => event)
  const mine = enabled.filter(({ who }) => who === 'applicant')
  const asked = mine.find(({ command }) => command === 'supplement')
  const lastRequest = events.findLast((event) => event.kind === 'supplementRequested')
  return {
    id: state.caseId,
    matter: state.matter,
    version: state.version,
    status: state.status,
    ending: state.ending ?? null,
    statusWords: printStatus(state.ending ?? state.status),
    now: printInstant(office.now()),
    next: sayNext(view),
    outputs: state.outputs,
    steps: describeSteps(view),
    clocks: clocks.map((clock) => ({
      id: clock.id,
      kind: clock.kind,
      label: clock.label,
      state: clock.state,
      overdue: clock.overdue,
      first: firstDayOf(clock),
      stop: clock.stop === undefined ? null : printInstant(clock.stop),
      due: clock.due?.date ?? null,
      provisional: clock.due?.provisional !== undefined,
      left: printLeft(clock, office.now()),
      pauses: clock.pauses.map(({ name, from, to }) => ({ name, from, to: to ?? null })),
      explanation: explainClock(clock, office.calendar),
    })),
    timeline: events
      .filter((event) => forStaff || !(INTERNAL.has(event.kind) || isAcceptance(event, events)))
      .map((event) => ({
        seq: event.seq,
        at: printInstant(event.at).slice(0, 16).replace('T', ' '),
        by: ACTORS[event.by.kind],
        words: describeEvent(event),
        note: 'reason' in event && event.kind === 'supplementRequested' ? (event.reason ?? null) : null,
      }))
      .filter(({ words }) => words !== ''),
    facts: definition.matter.facts.flatMap(({ name, unit }) => {
      const value = state.facts[name]
      return value === undefined ? [] : [{ name, value: printValue(unit, value) }]
    }),
    materials: Object.entries(state.materials).map(([name, reference]) => ({
      name,
      isFetched: definition.materials.get(name)?.necessity === 'waived',
      fileName: draft?.uploads[name]?.reference === reference ? (draft.uploads[name].fileName ?? null) : null,
    })),
    uploads: uploadsOf(draft),
    supplement:
      asked === undefined
        ? null
        : {
            reason: lastRequest?.reason ?? null,
            materials: asked.materials ?? [],
            // 告知以后重新传过的。
            fresh: freshUploads(state, draft),
            fields: fieldsOf(formFor(definition.matter, writeAnswers(definition.matter, state.facts))).filter(
              ({ name }) => asked.facts?.includes(name),
            ),
          },
    late: describeLate(view, mine.find(({ command }) => command === 'provideMaterials')?.materials ?? [], draft),
    canWithdraw: mine.some(({ command }) => command === 'withdraw'),
    rating: {
      open: mine.flatMap(({ command, step }) => (command === 'rate' ? [step ?? ''] : [])),
      given: Object.entries(state.ratings).map(([step, score]) => ({ step, score })),
    },
  }
}

/** 受理环节随着受理办完，不必再说一遍。 */
function isAcceptance(event: CaseEvent, events: readonly CaseEvent[]): boolean {
  return event.kind === 'stepCompleted' && events.some(({ kind, at }) => kind === 'accepted' && at === event.at)
}

/** 从哪一天算起，和说明的话一样：按日算的，开始的那天多半不算。 */
function firstDayOf({ start, limit, total, profile }: CaseView['clocks'][number]): string {
  const isAtOnce = limit?.unit === 'instant' || total?.unit === 'hour' || total?.unit === 'minute'
  return printCivilDate(civilDayAt(start) + (isAtOnce || findProfile(profile)?.countsFirstDay === true ? 0 : 1))
}

/** 还剩多少；停了的、没有到期日的不说。 */
function printLeft({ kind, left, due, state, overdue }: CaseView['clocks'][number], now: number): string | null {
  if (left === undefined || due === undefined || state === 'stopped' || overdue) return null
  if (Number(left.amount) === 0) {
    // 到期日遇到休息日顺延的，日子用完了，还没有到期。
    if (due.date !== printInstant(now).slice(0, 10)) return null
    return kind === 'supplement' || kind === 'deferral' ? '今天交来' : '今天办完'
  }
  return `还剩${printDuration(left)}`
}

/** 传过的材料的文件名。 */
export function uploadsOf(draft: Draft | undefined) {
  return Object.entries(draft?.uploads ?? {}).map(([material, { fileName, bytes }]) => ({ material, fileName, bytes }))
}

function standingOf(node: number): 'done' | 'now' | 'later' {
  if (node === NODE.done) return 'done'
  return node === NODE.ready || node === NODE.running ? 'now' : 'later'
}

/** 还可以补交的，容缺后补的有期限。 */
function describeLate({ definition, state, clocks }: CaseView, missing: readonly string[], draft: Draft | undefined) {
  const form = formFor(definition.matter, writeAnswers(definition.matter, state.facts))
  return {
    isDue: clocks.some(({ kind, state: standing }) => kind === 'deferral' && standing === 'running'),
    wanted: materialsOf(form).flatMap(({ members }) => members.filter(({ name }) => missing.includes(name))),
    fresh: freshUploads(state, draft),
  }
}

/** 传上来了、还没有交进办件的。 */
function freshUploads({ materials }: CaseState, draft: Draft | undefined): readonly string[] {
  return Object.entries(draft?.uploads ?? {}).flatMap(([name, { reference }]) =>
    reference === materials[name] ? [] : [name],
  )
}

/** 各环节办到哪里。照填过的信息不走的不列。 */
export function describeSteps({ state, definition, clocks }: CaseView) {
  const { steps } = outlookOf(definition, state.facts)
  const names = new Set([...steps.sure, ...steps.open.map(({ item }) => item)])
  return definition.nodes.flatMap(({ step }, id) => {
    const node = state.nodes[id] ?? NODE.waiting
    const standing = standingOf(node)
    if (step === undefined || GONE.has(node) || (standing === 'later' && !names.has(step.name))) return []
    const clock = clocks.findLast((each) => each.node === id)
    const done = state.doneAt[id] ?? 0
    return [
      {
        name: step.name,
        standing,
        by: step.department ?? step.role ?? null,
        isOverdue: clock?.overdue === true,
        due: standing === 'now' ? (clock?.due?.date ?? null) : null,
        doneOn: done > 0 ? printInstant(done).slice(0, 10) : null,
      },
    ]
  })
}

/** 现在等谁、等什么、最迟哪一天，一两句话。 */
function sayNext({ state, definition, clocks }: CaseView): string {
  const dueOf = (kind: string) =>
    clocks.findLast((clock) => clock.kind === kind && clock.state === 'running')?.due?.date
  const by = (date: string | undefined, words: string) => (date === undefined ? '' : `，最迟${printDay(date)}${words}`)
  if (state.status === 'ended') {
    if (state.ending === 'closed') {
      return state.outputs.length === 0 ? '已经办结。' : `已经办结，结果：${state.outputs.join('、')}。`
    }
    return `${printStatus(state.ending ?? 'ended')}，原因见下面的经过。`
  }
  if (state.supplement !== undefined) {
    const due = dueOf('supplement')
    return `请您补正：${state.supplement.missing.join('、')}${by(due, '交来')}。补正期间办理时限暂停，收到以后接着算。`
  }
  const hasBegun = state.nodes.includes(NODE.done)
  if (state.status === 'received' && !hasBegun)
    return `等工作人员受理${by(dueOf('notice'), '答复您受理或者要补正什么')}。`
  const open = definition.nodes.flatMap(({ name }, id) =>
    state.nodes[id] === NODE.ready || state.nodes[id] === NODE.running ? [name] : [],
  )
  return `正在办：${open.join('、')}${by(dueOf('promised'), '全部办完')}。`
}

/** 2026年10月9日 */
export function printDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
