import { compare } from '../../base/rational.ts'
import { convertToWorkdays, DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { feeAmount } from '../../graph/fee-amount.ts'
import { limitsInForce } from '../../graph/limits-in-force.ts'
import type { Matter } from '../../model/matter.ts'
import { CASE_TYPES, CHANNELS, LEVELS, MATTER_TYPES } from '../../model/terms.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import type { Guide, GuideGlance } from './guide-content.ts'
import { type GuideRendering, type GuideScope, guideScope } from './guide-rendering.ts'
import { limitWords } from './limit-words.ts'
import { aboutSection, feedsSection } from './sections/about.ts'
import { checklistSection } from './sections/checklist.ts'
import { daysSection } from './sections/days.ts'
import { materialsSection } from './sections/materials.ts'
import { feesSection, outputsSection, whereSection } from './sections/rest.ts'
import { situationsSection } from './sections/situations.ts'
import { stepsSection } from './sections/steps.ts'
import { whoSection } from './sections/who.ts'

/** Puts a matter into the words of a guide (办事指南的内容), the questions of an applicant in the order in which he asks them. */
export function composeGuide(matter: Matter, rendering: GuideRendering): Guide {
  const scope = guideScope(matter, rendering)
  const { checklist } = rendering
  const sections = [
    checklist && checklistSection(checklist, scope),
    whoSection(scope),
    materialsSection(scope),
    stepsSection(scope),
    feedsSection(scope),
    daysSection(scope),
    feesSection(scope),
    whereSection(scope),
    outputsSection(scope),
    situationsSection(scope),
    aboutSection(scope),
  ]
  return { ...headOf(scope), sections: sections.filter((section) => section !== undefined) }
}

/** One applicant's list by itself (个人办事清单). */
export function composeChecklist(matter: Matter, rendering: GuideRendering): Guide {
  const scope = guideScope(matter, rendering)
  const { checklist } = rendering
  const own = checklist && checklistSection(checklist, scope)
  return { ...headOf(scope), glance: [], sections: own === undefined ? [] : [own, whereSection(scope)] }
}

function headOf({ matter, rendering }: GuideScope): Omit<Guide, 'sections'> {
  const { name, type, caseType, levels, authority, code } = matter
  const kind = rendering.made === undefined ? type && MATTER_TYPES[type] : '一件事'
  return {
    title: name,
    category: ['办事指南', kind, caseType && CASE_TYPES[caseType]].filter((word) => word !== undefined).join(' · '),
    owner: [
      ...(authority === undefined ? [] : [authority]),
      ...(levels.length === 0 ? [] : [levels.map((level) => LEVELS[level]).join('、')]),
      ...(code === undefined ? [] : [`编码 ${code}`]),
    ],
    glance: glanceOf(matter, rendering),
  }
}

/** What people look for first. */
function glanceOf(matter: Matter, { asOf }: GuideRendering): readonly GuideGlance[] {
  const { trips, fees, channels } = matter
  return [
    limitGlance(matter, asOf),
    { label: '要带的材料', ...materialGlance(matter) },
    { label: '到现场', value: trips === undefined ? '没有写明' : trips === 0 ? '不用到现场' : `${trips}次` },
    { label: '费用', ...feeGlance(fees) },
    ...(channels.length === 0
      ? []
      : [{ label: '怎么交', value: channels.map((channel) => CHANNELS[channel].replace(/办理$/u, '')).join('、') }]),
  ]
}

function limitGlance({ promisedLimits, statutoryLimits }: Matter, asOf: string | undefined): GuideGlance {
  const [promised, statutory] = [promisedLimits, statutoryLimits].map((limits) => valuesOf(limitsInForce(limits, asOf)))
  const legal = statutory === undefined || statutory === '' ? undefined : `法定${statutory}`
  if (promised !== undefined && promised !== '') return { label: '承诺几天办结', value: promised, note: legal }
  return { label: '几天办结', value: statutory === undefined || statutory === '' ? '没有写明' : statutory }
}

/** The lengths of all situations; more than two of one unit as the shortest and the longest. */
function valuesOf(limits: readonly TimeLimit[]): string {
  const values = [...new Map(limits.map(({ limit }) => [limitWords(limit), limit])).values()]
  const lengths = values.flatMap((limit) => {
    const length = 'amount' in limit ? convertToWorkdays(limit, DEFAULT_CONVERSION) : undefined
    return length === undefined ? [] : [{ limit, length }]
  })
  const [shortest, ...longer] = lengths.toSorted((a, b) => compare(a.length, b.length)).map(({ limit }) => limit)
  const longest = longer.at(-1)
  const alike = lengths.length === values.length && new Set(values.map(({ unit }) => unit)).size === 1
  if (values.length <= 2 || !alike || shortest === undefined || longest === undefined) {
    return values.map(limitWords).join('或')
  }
  return `${limitWords(shortest)}到${limitWords(longest)}，看您的情形`
}

function materialGlance({ materials, materialChoices }: Matter): Pick<GuideGlance, 'value' | 'note'> {
  const chosenFrom = new Set(materialChoices.flatMap((choice) => choice.materials))
  const single = materials.filter(
    ({ name, necessity }) => !chosenFrom.has(name) && necessity !== 'waived' && necessity !== 'optional',
  )
  const always =
    single.filter(({ when }) => when === undefined).length +
    materialChoices.reduce((sum, { when, atLeast }) => sum + (when === undefined ? atLeast : 0), 0)
  const sometimes = single.length + materialChoices.reduce((sum, { atLeast }) => sum + atLeast, 0) - always
  const waived = materials.filter(({ necessity }) => necessity === 'waived').length
  const notes = [
    ...(sometimes === 0 ? [] : [`有的情形再加${sometimes}种`]),
    ...(waived === 0 ? [] : [`${waived}种不用带`]),
  ]
  return {
    value: always + sometimes === 0 ? '不用带' : `${always}种`,
    note: notes.length === 0 ? undefined : notes.join('，'),
  }
}

function feeGlance(fees: Matter['fees']): Pick<GuideGlance, 'value' | 'note'> {
  if (fees.length === 0) return { value: '没有写明' }
  const charged = fees.filter((fee) => fee.charged)
  if (charged.length === 0) return { value: '不收费' }
  const amounts = [...new Set(charged.flatMap((fee) => feeAmount(fee) ?? []))]
  return { value: amounts.length === 0 ? '要收费' : amounts.join('或') }
}
