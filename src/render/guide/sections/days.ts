import { lastDay } from '../../../analysis/checklist/checklist-limits.ts'
import { printDuration } from '../../../calendar/duration.ts'
import { limitsInForce } from '../../../graph/limits-in-force.ts'
import type { Extension } from '../../../model/flow.ts'
import type { TimeLimit } from '../../../model/time-limit.ts'
import { renderDate } from '../../chinese-date.ts'
import { annotationDetails, detail } from '../details.ts'
import type { GuideBlock, GuideEntry, GuideSection } from '../guide-content.ts'
import type { GuideScope } from '../guide-rendering.ts'
import { countingWords, lastDayWords, limitWords, startWords } from '../limit-words.ts'

/** 要几天: the promise and the statutory limit, how they are counted, what does not count, when they may grow. */
export function daysSection(scope: GuideScope): GuideSection {
  const { matter, rendering } = scope
  const { promisedLimits, statutoryLimits, extensions } = matter
  const both = [...kindsOf('承诺', promisedLimits, rendering.asOf), ...kindsOf('法定', statutoryLimits, rendering.asOf)]
  const now = both.filter(({ inForce }) => inForce)
  const blocks: GuideBlock[] = []
  if (both.length === 0) blocks.push({ kind: 'text', tone: 'lead', text: '没有写明办理时限，请向办理部门咨询。' })
  else {
    blocks.push({
      kind: 'entries',
      marks: 'none',
      entries: now.map((each) => limitEntry(each, scope)),
    })
    const others = both.filter(({ inForce }) => !inForce)
    if (others.length > 0) {
      const entries = others.map((each) => limitEntry(each, scope))
      blocks.push({ kind: 'entries', title: '以前和以后的时限', hint: '不用在现在的申请上。', marks: 'none', entries })
    }
    blocks.push({
      kind: 'entries',
      title: '天数怎么数',
      marks: 'none',
      entries: [...countingWords([...promisedLimits, ...statutoryLimits], matter), ...uncounted(scope)].map((name) => ({
        name,
        details: [],
      })),
    })
  }
  if (extensions.length > 0) {
    const entries = extensions.map((extension) => extensionEntry(extension, scope))
    blocks.push({ kind: 'entries', title: '可能延长', marks: 'none', entries })
  }
  blocks.push({ kind: 'picture', picture: 'gantt' })
  return { id: 'days', title: '要几天', blocks }
}

interface KindOfLimit {
  readonly kind: '承诺' | '法定'
  readonly rule: TimeLimit
  readonly inForce: boolean
  /** One of several in force. */
  readonly isOne: boolean
}

function kindsOf(
  kind: KindOfLimit['kind'],
  limits: readonly TimeLimit[],
  asOf: string | undefined,
): readonly KindOfLimit[] {
  const current = limitsInForce(limits, asOf)
  return limits.map((rule) => ({ kind, rule, inForce: current.includes(rule), isOne: current.length > 1 }))
}

function limitEntry(
  { kind, rule, isOne, inForce }: KindOfLimit,
  { matter, rendering, explain }: GuideScope,
): GuideEntry {
  const when = explain(rule.when)
  const { start } = rendering
  const due = start && lastDay(rule, matter, start.date, start.calendar)
  const rest = isOne && inForce && when === undefined ? '其他情形' : undefined
  const event = rule.startsAt === 'dayAfterApplication' ? '收到申请' : '受理'
  return {
    name: `${kind}时限：${limitWords(rule.limit)}`,
    ...(inForce && { tag: TAGS[kind] }),
    when: when ?? rest,
    details: [
      ...('amount' in rule.limit ? detail('从哪天数', startWords(rule)) : []),
      ...(inForce && start !== undefined && due !== undefined
        ? detail('例如', `${renderDate(start.date)}${event}的，最晚${lastDayWords(due)}办结`)
        : []),
      ...detail('计算规则', rule.profile),
      ...detail('有效', periodWords(rule)),
      ...annotationDetails(rule),
    ],
  }
}

const TAGS = {
  承诺: { word: '部门向您承诺', tone: 'must' },
  法定: { word: '法律规定最长', tone: 'free' },
} as const

function periodWords({ from, to }: TimeLimit): string {
  return [from && `${renderDate(from)}起`, to && `到${renderDate(to)}止`]
    .filter((word) => word !== undefined)
    .join('，')
}

/** What takes time beside the limits. */
function uncounted({ matter }: GuideScope): readonly string[] {
  const { flow, supplements, specialProcedures } = matter
  const steps = flow.flatMap((item) =>
    item.kind === 'step' && item.clock !== undefined && item.clock !== 'counted' ? [item.name] : [],
  )
  const others = [...supplements, ...specialProcedures]
    .filter(({ clock }) => clock !== undefined && clock !== 'counted')
    .map(({ name }) => name)
  const names = [...steps, ...others]
  return names.length === 0 ? [] : [`这些时间不算在办理时限里，或者另外计时：${names.join('、')}。`]
}

function extensionEntry(extension: Extension, { explain }: GuideScope): GuideEntry {
  const { name, extendBy, extendTo, times, approver, when, notice } = extension
  return {
    name,
    when: explain(when),
    details: [
      ...detail('最多多', extendBy && printDuration(extendBy)),
      ...detail('延长到', extendTo && printDuration(extendTo)),
      ...detail('最多', times === undefined ? undefined : `${times}次`),
      ...detail('谁批准', approver),
      ...detail('告知', notice),
      ...annotationDetails(extension),
    ],
  }
}
