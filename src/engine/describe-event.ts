import { printDuration } from '../calendar/duration.ts'
import { CHANNELS } from '../model/terms.ts'
import { labelClockId } from './clocks/clock.ts'
import type { CaseEvent, EventKind, EventOf } from './event.ts'
import { SERVICES } from './parts.ts'

const LEVELS = { yellow: '黄色预警', red: '红色预警' } as const

/** What an event says to a person (事件的说法), one short sentence without moment and actor; '' for what only the engine needs. */
export function describeEvent(event: CaseEvent): string {
  return describe(event.kind, event)
}

function describe<K extends EventKind>(kind: K, event: { readonly [E in EventKind]: EventOf<E> }[K]): string {
  return WORDS[kind](event)
}

const WORDS: { readonly [K in EventKind]: (event: EventOf<K>) => string } = {
  submitted: ({ channel }) => `收到申请${channel === undefined ? '' : `（${CHANNELS[channel]}）`}`,
  supplementRequested: ({ missing, limit }) =>
    `告知补正：${missing.join('、')}${limit === undefined ? '' : `，限${printDuration(limit)}`}`,
  supplemented: () => '收到补正',
  supplementLapsed: ({ name }) => `${name}逾期没有补正，继续办理`,
  factsProvided: ({ facts }) => `填写：${Object.keys(facts).join('、')}`,
  materialsProvided: ({ materials }) => `收到材料：${materials.map(({ name }) => name).join('、')}`,
  accepted: ({ acceptedOn, how }) => (how === 'deemed' ? `逾期不告知，自${acceptedOn}起视为受理` : '受理'),
  refused: ({ reason }) => `不予受理：${reason}`,
  flowAdvanced: () => '',
  stepStarted: ({ step }) => `开始${step}`,
  stepCompleted: ({ step, outcome, outputs }) =>
    `${step}办完${outcome === undefined ? '' : `：${outcome}`}${outputs.length === 0 ? '' : `，产出${outputs.join('、')}`}`,
  returned: ({ step, reason }) => `退回到${step}：${reason}`,
  procedureStarted: ({ procedure, limit }) =>
    `开始${procedure}${limit === undefined ? '' : `，限${printDuration(limit)}`}`,
  procedureEnded: ({ procedure }) => `${procedure}结束`,
  extended: ({ name, extendBy, extendTo }) => {
    if (extendTo !== undefined) return `${name}：延长至${printDuration(extendTo)}`
    return extendBy === undefined ? name : `${name}：延长${printDuration(extendBy)}`
  },
  closed: ({ outputs, outstanding }) =>
    `办结${outputs.length === 0 ? '' : `，结果：${outputs.join('、')}`}${outstanding.length === 0 ? '' : `；还欠：${outstanding.join('、')}`}`,
  delivered: ({ channel }) => `送达${channel === undefined ? '' : `（${CHANNELS[channel]}）`}`,
  withdrawn: ({ deemed, reason }) => `${deemed ? '视为撤回' : '撤回申请'}${reason === undefined ? '' : `：${reason}`}`,
  terminated: ({ reason }) => `终止办理：${reason}`,
  rated: ({ score, step }) => `评价${step === undefined ? '' : step}：${score}分`,
  serviceRequested: ({ service, step }) => `请求${SERVICES[service]}${step === undefined ? '' : `（${step}）`}`,
  serviceAnswered: ({ service, outcome }) => `${SERVICES[service]}${outcome === 'done' ? '完成' : '没有成功'}`,
  alerted: ({ clock, level, dueOn }) => `${labelClockId(clock)}${LEVELS[level]}：${dueOn}到期`,
  migrated: () => '改按新版办理',
}
