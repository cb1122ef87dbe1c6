import type { BundledMatter } from '../../analysis/bundle/bundle-parts.ts'
import type { ApplicantChecklist } from '../../analysis/checklist/applicant-checklist.ts'
import { type ChecklistJson, checklistToJson } from '../../analysis/checklist/checklist-json.ts'
import { printDuration } from '../../calendar/duration.ts'
import { printFactValue } from '../../graph/situation.ts'
import type { Bundle } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import {
  AUDIENCES,
  CASE_TYPES,
  CHANNELS,
  DOCUMENT_FORMS,
  LEVELS,
  MATTER_TYPES,
  OUTPUT_TYPES,
} from '../../model/terms.ts'
import { bundleLines } from './bundle-lines.ts'
import {
  AUDIENCE_CODES,
  CASE_TYPE_CODES,
  CHANNEL_CODES,
  LEVEL_CODES,
  MATTER_TYPE_CODES,
  OUTPUT_CODES,
} from './codes.ts'
import { codedField, codedListField, field, textOf } from './field.ts'
import { choiceLines, flowText, procedureFields, stepFields, supplementLines } from './flow-fields.ts'
import { type GuideWords, guideWords } from './guide-words.ts'
import { limitFields, limitLines } from './limit-fields.ts'
import { materialFields } from './material-fields.ts'
import { tableLines } from './table-lines.ts'

/** How a guide is written as JSON. */
export interface GuideJsonOptions {
  /** The day whose limits count, `YYYY-MM-DD`; without it the latest ones. */
  readonly asOf?: string | undefined
  /** Where the matter is a 一件事: what it was made of. */
  readonly made?: { readonly bundle: Bundle; readonly bundled: BundledMatter } | undefined
  /** One applicant's own list, put beside the guide. */
  readonly checklist?: ApplicantChecklist | undefined
}

/** A guide with the fields of GB/T 39046-2020 (办事指南，JSON). */
export type GuideJson = ReturnType<typeof writeGuideJson>

/**
 * Writes the guide of a matter with the fields of the national data model (办事指南的数据项): each with its Chinese name, its
 * column in the national 实施清单 and its value; words of a table with their code. What the matter does not say is null, never
 * guessed; what the model has no field for stands in `extension`.
 *
 * Source: GB/T 39046-2020 with its tables A.1–A.8; the national 实施清单.
 */
export function writeGuideJson(matter: Matter, { asOf, made, checklist }: GuideJsonOptions = {}) {
  const words = guideWords(matter)
  return {
    schema: 'zw/guide/1' as const,
    standard: 'GB/T 39046-2020' as const,
    asOf: asOf ?? null,
    basic: basicFields(matter, words),
    limits: {
      statutory: limitFields(
        '法定办结时限',
        { value: 'anticipate_day', unit: 'anticipate_type', explanation: 'anticipate_explain' },
        matter.statutoryLimits,
        asOf,
        words,
      ),
      promised: limitFields(
        '承诺办结时限',
        { value: 'promise_day', unit: 'promise_type', explanation: 'promise_explain' },
        matter.promisedLimits,
        asOf,
        words,
      ),
    },
    materials: materialFields(matter, words),
    steps: stepFields(matter, words),
    specialProcedures: procedureFields(matter, words),
    fees: feeFields(matter),
    results: resultFields(matter),
    extension: { ...extensionOf(matter, words), bundle: made === undefined ? null : bundleLines(made, words) },
    checklist: checklist === undefined ? null : checklistToJson(checklist),
  } satisfies { readonly checklist: ChecklistJson | null } & Readonly<Record<string, unknown>>
}

/** 基本编码 has at most 12 characters, 实施编码 more. */
const LONGEST_BASIC_CODE = 12

function basicFields(matter: Matter, words: GuideWords) {
  const { code, channels, sources, requirements } = matter
  const isBasic = code !== undefined && code.length <= LONGEST_BASIC_CODE
  const flag = (wanted: readonly Matter['channels'][number][]) =>
    channels.length === 0 ? null : channels.some((channel) => wanted.includes(channel)) ? '1' : '0'
  return {
    name: field('事项名称', 'task_name', matter.name),
    basicCode: field('基本编码', 'catalog_code', isBasic ? code : null),
    taskCode: field('实施编码', 'task_code', isBasic ? null : code),
    type: codedField('事项类型', null, matter.type, MATTER_TYPES, MATTER_TYPE_CODES),
    basis: field('设定依据', 'by_law', textOf(sources.map(printLegalSource))),
    levels: codedListField('行使层级', 'use_level', matter.levels, LEVELS, LEVEL_CODES),
    powerDivision: field<string>('权限划分', null, null),
    powerContent: field<string>('行使内容', null, null),
    powerSource: field<string>('权力来源', 'power_source', null),
    authority: field('实施主体', null, matter.authority),
    authorityCode: field<string>('实施主体编码', null, null),
    authorityKind: { ...field<string>('实施主体性质', null, null), code: null },
    coAuthorities: field('联办机构', null, textOf(matter.coAuthorities)),
    entrusted: field<string>('承办机构', null, null),
    audiences: codedListField('服务对象', null, matter.audiences, AUDIENCES, AUDIENCE_CODES),
    caseType: codedField('办件类型', 'project_type', matter.caseType, CASE_TYPES, CASE_TYPE_CODES),
    businessItem: field('业务办理项', 'task_handle_item', matter.businessItem),
    requirements: field(
      '受理条件',
      'accept_condition',
      textOf(requirements.map(({ name }, index) => `${index + 1}. ${name}`)),
    ),
    flow: field('办理流程', 'handle_flow', flowText(matter, words)),
    specialProcedure: field(
      '特别程序',
      'special_procedure',
      textOf([...matter.specialProcedures, ...matter.extensions].map(({ name }) => name)),
    ),
    acceptanceLimit: field('受理时限', null, acceptanceLimit(matter, words)),
    commitment: field<string>('是否支持告知承诺', null, null),
    deferral: field('是否支持容缺受理', null, deferralFlag(matter)),
    fastTrack: field<string>('是否支持快速审批', null, null),
    intermediary: field<string>('中介服务', 'service_type', null),
    quota: field<string>('数量限制', null, null),
    region: field<string>('通办范围', 'handle_area', null),
    onlineDepth: field<string>('网办深度', 'online_handle_depth', null),
    channels: codedListField('办理形式', null, channels, CHANNELS, CHANNEL_CODES),
    online: field('是否网上办理', null, flag(['online', 'mobile'])),
    appointment: field<string>('是否支持预约办理', null, null),
    payment: field<string>('是否支持网上支付', null, null),
    courier: field('是否支持物流快递', null, flag(['mail'])),
    trips: field('到办事现场次数', 'limit_scene_num', matter.trips),
    location: field('办理地点', null, matter.location),
    openingHours: field('办理时间', null, matter.openingHours),
    enquiries: field('咨询方式', null, matter.enquiryPhone),
    complaints: field('监督投诉方式', null, matter.complaintPhone),
    questions: field<string>('常见问题', null, null),
    notes: field('说明', 'fill_explain', textOf(matter.notes)),
  }
}

/** Of a step that does more than accept, nobody can tell how much is for that. */
function acceptanceLimit({ flow }: Matter, words: GuideWords): string | null {
  const [found, ...others] = flow.flatMap((item) =>
    item.kind === 'step' && item.stages.includes('acceptance') ? [item] : [],
  )
  return found?.stages.length === 1 && others.length === 0 ? words.limits(found.limits) : null
}

/** 1 where a material may come later, 0 where every material says that it may not. */
function deferralFlag({ materials }: Matter): '1' | '0' | null {
  if (materials.some(({ necessity }) => necessity === 'deferrable')) return '1'
  return materials.length > 0 && materials.every(({ necessity }) => necessity !== undefined) ? '0' : null
}

function feeFields({ fees }: Matter) {
  return {
    charged: field('是否收费', null, fees.length === 0 ? null : fees.some(({ charged }) => charged) ? '1' : '0'),
    items: fees.map(({ text, charged, amountFen, per, relief, sources, notes }) => ({
      name: field('收费项目', null, charged ? text : null),
      standard: field(
        '收费标准',
        null,
        amountFen === undefined
          ? null
          : `${printFactValue({ kind: 'money', amountFen })}${per === undefined ? '' : `／${per}`}`,
      ),
      basis: field('收费依据', null, textOf(sources.map(printLegalSource))),
      relief: field('减免', null, relief),
      extension: { text, notes },
    })),
  }
}

function resultFields({ outputs }: Matter) {
  return outputs.map(({ name, type, validity, forms, sources, notes }) => ({
    name: field('结果名称', 'result_name', name),
    type: codedField('结果类型', 'result_type', type, OUTPUT_TYPES, OUTPUT_CODES),
    sample: field<string>('结果样本', null, null),
    validity: field('有效期限', null, validity && printDuration(validity)),
    extension: { forms: forms.map((form) => DOCUMENT_FORMS[form]), basis: sources.map(printLegalSource), notes },
  }))
}

/** What the standard has no field for: conditions that programs can check, limits by situation and time, questions. */
function extensionOf(matter: Matter, words: GuideWords) {
  return {
    version: matter.version ?? null,
    effectiveFrom: matter.effectiveFrom ?? null,
    effectiveTo: matter.effectiveTo ?? null,
    mainItem: matter.mainItem ?? null,
    countingProfile: matter.profile,
    checkedOn: matter.checkedOn ?? null,
    revisions: matter.revisions,
    statutoryLimits: limitLines(matter.statutoryLimits, words),
    promisedLimits: limitLines(matter.promisedLimits, words),
    requirements: matter.requirements.map(({ name, rule, manualCheck, except, when, hint, sources, notes }) => ({
      name,
      rule: rule === undefined ? null : words.say(rule),
      manualCheck: manualCheck ?? null,
      except: except.map(words.say),
      when: when === undefined ? null : words.say(when),
      hint: hint ?? null,
      basis: sources.map(printLegalSource),
      notes,
    })),
    situations: matter.situations.map(({ name, when, notes }) => ({ name, when: words.say(when), notes })),
    facts: matter.facts.map(({ name, type, options, unit, question, filledBy, notes }) => ({
      name,
      type,
      options,
      unit: unit ?? null,
      question: question ?? null,
      filledBy: filledBy ?? null,
      notes,
    })),
    choices: choiceLines(matter, words),
    supplements: supplementLines(matter),
    decisionTables: matter.decisionTables.map((table) => tableLines(table, words)),
  }
}
