import { type CaseEvent, type CaseState, describeEvent, explainClock, NODE, printInstant } from 'zhengwu/engine'
import type { CaseView } from 'zhengwu/runner'
import { fieldOf, printValue } from './field.ts'
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
      start: printInstant(clock.start),
      stop: clock.stop === undefined ? null : printInstant(clock.stop),
      due: clock.due?.date ?? null,
      provisional: clock.due?.provisional !== undefined,
      left: clock.left ?? null,
      pauses: clock.pauses.map(({ name, from, to }) => ({ name, from, to: to ?? null })),
      explanation: explainClock(clock, office.calendar),
    })),
    timeline: events
      .filter(({ kind }) => forStaff || !INTERNAL.has(kind))
      .map((event) => ({
        seq: event.seq,
        at: printInstant(event.at).slice(0, 16).replace('T', ' '),
        by: ACTORS[event.by.kind],
        words: describeEvent(event),
        note: 'reason' in event && event.kind === 'supplementRequested' ? (event.reason ?? null) : null,
      }))
      .filter(({ words }) => words !== ''),
    facts: definition.matter.facts.flatMap(({ name }) => {
      const value = state.facts[name]
      return value === undefined ? [] : [{ name, value: printValue(definition, name, value) }]
    }),
    materials: Object.entries(state.materials).map(([name, reference]) => ({
      name,
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
            fresh: uploadsOf(draft)
              .filter(({ material }) => draft?.uploads[material]?.reference !== state.materials[material])
              .map(({ material }) => material),
            fields: (asked.facts ?? []).flatMap((name) => {
              const fact = definition.facts.get(name)
              return fact === undefined ? [] : [fieldOf(fact)]
            }),
          },
    later: mine.find(({ command }) => command === 'provideMaterials')?.materials ?? [],
    canWithdraw: mine.some(({ command }) => command === 'withdraw'),
    rating: {
      open: mine.flatMap(({ command, step }) => (command === 'rate' ? [step ?? ''] : [])),
      given: Object.entries(state.ratings).map(([step, score]) => ({ step, score })),
    },
  }
}

/** 传过的材料的文件名。 */
export function uploadsOf(draft: Draft | undefined) {
  return Object.entries(draft?.uploads ?? {}).map(([material, { fileName, bytes }]) => ({ material, fileName, bytes }))
}

/** 各环节办到哪里。不走的不列。 */
function describeSteps({ state, definition, clocks }: CaseView) {
  return definition.nodes.flatMap(({ step }, id) => {
    const node = state.nodes[id] ?? NODE.waiting
    if (step === undefined || node === NODE.passedOver || node === NODE.dead || node === NODE.cancelled) return []
    const clock = clocks.findLast((each) => each.node === id)
    const done = state.doneAt[id] ?? 0
    const standing: 'done' | 'now' | 'later' =
      node === NODE.done ? 'done' : node === NODE.ready || node === NODE.running ? 'now' : 'later'
    return [
      {
        name: step.name,
        standing,
        by: step.department ?? step.role ?? null,
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
  if (state.status === 'received') return `等工作人员受理${by(dueOf('notice'), '答复您受理或者要补正什么')}。`
  const open = definition.nodes.flatMap(({ name }, id) =>
    state.nodes[id] === NODE.ready || state.nodes[id] === NODE.running ? [name] : [],
  )
  return `正在办：${open.join('、')}${by(dueOf('promised'), '全部办完')}。`
}

/** 2026年10月9日 */
function printDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
