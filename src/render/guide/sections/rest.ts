import { printDuration } from '../../../calendar/duration.ts'
import { feeAmount } from '../../../graph/fee-amount.ts'
import type { Condition } from '../../../model/condition.ts'
import type { Fee, Matter, Output } from '../../../model/matter.ts'
import { CHANNELS, DOCUMENT_FORMS, OUTPUT_TYPES } from '../../../model/terms.ts'
import { annotationDetails, detail } from '../details.ts'
import type { GuideBlock, GuideEntry, GuideSection } from '../guide-content.ts'
import type { GuideScope } from '../guide-rendering.ts'

/** 多少钱 */
export function feesSection({ matter: { fees } }: GuideScope): GuideSection {
  const blocks: readonly GuideBlock[] =
    fees.length === 0
      ? [{ kind: 'text', tone: 'note', text: '没有写明是否收费，请向办理部门咨询。' }]
      : [{ kind: 'entries', marks: 'none', entries: fees.map(feeEntry) }]
  return { id: 'fees', title: '多少钱', blocks }
}

function feeEntry(fee: Fee): GuideEntry {
  return {
    name: fee.text,
    ...(!fee.charged && { tag: { word: '免费', tone: 'free' as const } }),
    details: [...detail('标准', feeAmount(fee)), ...detail('减免', fee.relief), ...annotationDetails(fee)],
  }
}

/** 在哪办、怎么问 */
export function whereSection({ matter, rendering }: GuideScope): GuideSection {
  const { channels, location, openingHours, enquiryPhone, complaintPhone, authority, coAuthorities } = matter
  const lines = [
    ...detail('办理方式', channels.map((channel) => CHANNELS[channel]).join('、')),
    ...detail('办理地点', location),
    ...detail('办理时间', openingHours),
    ...detail('咨询电话', enquiryPhone),
    ...detail('监督电话', complaintPhone),
    ...detail('办理部门', authority),
    ...detail('联办部门', coAuthorities.join('、')),
    ...(rendering.made?.bundle.sharedSteps ?? []).flatMap(({ name, notice }) => detail(name, notice)),
  ]
  const rows = lines.map(({ label, text }) => [label, text])
  const blocks: readonly GuideBlock[] =
    rows.length === 0
      ? [{ kind: 'text', tone: 'note', text: '没有写明办理地点和电话。' }]
      : [{ kind: 'table', caption: '地点、时间和电话', head: [], rows }]
  return { id: 'where', title: '在哪办、怎么问', blocks }
}

/** 办完拿到什么 */
export function outputsSection(scope: GuideScope): GuideSection {
  const { outputs } = scope.matter
  const blocks: readonly GuideBlock[] =
    outputs.length === 0
      ? [{ kind: 'text', tone: 'note', text: '没有写明办理结果。' }]
      : [{ kind: 'entries', marks: 'none', entries: outputs.map((output) => outputEntry(output, scope)) }]
  return { id: 'outputs', title: '办完拿到什么', blocks }
}

function outputEntry({ name, type, validity, forms, ...rest }: Output, { matter, explain }: GuideScope): GuideEntry {
  return {
    name,
    ...(type !== undefined && { tag: { word: OUTPUT_TYPES[type], tone: 'free' as const } }),
    when: explain(issuedWhen(name, matter)),
    details: [
      ...detail('有效期', validity && printDuration(validity)),
      ...detail('形式', forms.map((form) => DOCUMENT_FORMS[form]).join('、')),
      ...annotationDetails(rest),
    ],
  }
}

/** Where a result is issued: undefined where a step issues it to everybody, or none says so. */
function issuedWhen(output: string, { flow }: Matter): Condition | undefined {
  const issuing = flow.flatMap((item) => (item.kind === 'step' && item.outputs.includes(output) ? [item.when] : []))
  const whens = issuing.filter((when) => when !== undefined)
  const [first, second, ...others] = whens
  if (whens.length < issuing.length) return undefined
  return first === undefined || second === undefined ? first : { kind: 'any', of: [first, second, ...others] }
}
