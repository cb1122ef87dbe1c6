import type { LastDay } from '../../analysis/checklist/checklist-limits.ts'
import type { Duration } from '../../calendar/duration.ts'
import { printDuration } from '../../calendar/duration.ts'
import {
  CIVIL_CODE,
  type CountingProfile,
  findProfile,
  LICENSING_LAW,
  resolveBareDay,
} from '../../calendar/profiles.ts'
import type { StepLimit } from '../../model/flow.ts'
import type { Matter } from '../../model/matter.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { renderDateWithWeekday } from '../chinese-date.ts'

/** A length of time for people: 8个工作日, 当场办完, 没有规定时限. */
export function limitWords(limit: Duration): string {
  if (limit.unit === 'instant') return '当场办结'
  if (limit.unit === 'unlimited') return '法律没有规定时限'
  return printDuration(limit)
}

/** A last day for people; what rests on holidays that are not published yet is 暂定. */
export function lastDayWords({ date, provisional }: LastDay): string {
  return `${renderDateWithWeekday(date)}${provisional ? '（暂定，放假通知还没有公布）' : ''}`
}

/** The lines of 时限 of a step or procedure, each with its situation: 大型餐馆：5个工作日；其他：2个工作日. */
export function stepLimitWords(
  limits: readonly StepLimit[],
  say: (when: StepLimit['when']) => string | undefined,
): string {
  if (limits.length === 1 && limits[0]?.when === undefined) return limits.map(({ limit }) => limitWords(limit)).join('')
  return limits.map(({ limit, when }) => `${say(when) ?? '其他情形'}：${limitWords(limit)}`).join('；')
}

const STARTS: Readonly<Record<NonNullable<TimeLimit['startsAt']>, string>> = {
  dayAfterAcceptance: '从受理的第二天开始数',
  dayAfterApplication: '从收到申请的第二天开始数',
  dayAfterDecision: '从作出决定的第二天开始数',
  acceptanceMoment: '从受理的那一刻开始数',
}

/** From when a limit is counted (起算); as the engine has it where nothing is written. */
export function startWords({ startsAt = 'dayAfterAcceptance' }: Pick<TimeLimit, 'startsAt'>): string {
  return STARTS[startsAt]
}

/** How the days of a limit are counted, in sentences that an applicant can follow (怎么数). */
export function countingWords(limits: readonly TimeLimit[], matter: Matter): readonly string[] {
  const units = new Set(limits.map(({ limit }) => limit.unit))
  const profile = findProfile(matter.profile) ?? CIVIL_CODE
  const rests = rollWords(profile)
  return [
    ...(units.has('workday') ? ['工作日：只数上班的日子，周末和法定节假日不算，调休上班的那天要算。'] : []),
    ...(units.has('calendarDay') ? [`自然日：每一天都数，休息日也算；${rests}`] : []),
    ...(units.has('month') || units.has('year')
      ? [`按月、按年的：数到对应的那一天，没有那一天的数到月末；${rests}`]
      : []),
    ...(units.has('hour') || units.has('minute') ? ['按小时、分钟的：从写明的那一刻接着数，休息日也算。'] : []),
    ...(units.has('instant') ? ['当场办结：材料齐全的，当时就办完。'] : []),
    profile.countsFirstDay === true
      ? `开始的那一天算在内（${sourceOf(profile)}）。`
      : `开始的那一天不算，从第二天数起（${sourceOf(profile)}）。`,
  ]
}

function rollWords({ roll }: CountingProfile): string {
  if (roll === 'none') return '最后一天是休息日的，不往后推。'
  return '最后一天是休息日的，推到休息后的第一个工作日。'
}

function sourceOf(profile: CountingProfile): string {
  // The licensing law counts working days and leaves the rest to the civil code.
  return profile === LICENSING_LAW && resolveBareDay(profile, '1') === 'workday'
    ? `《${CIVIL_CODE.name}》第二百零一条，工作日按《${profile.name}》${profile.source}`
    : `《${profile.name}》${profile.source}`
}
