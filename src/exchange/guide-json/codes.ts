import type { Duration } from '../../calendar/duration.ts'
import type {
  AUDIENCES,
  CASE_TYPES,
  CHANNELS,
  LEVELS,
  MATTER_TYPES,
  NECESSITIES,
  OUTPUT_TYPES,
  STAGES,
} from '../../model/terms.ts'

/** The codes of a word list; null where the standard has none. */
type Codes<T> = { readonly [K in keyof T]: string | null }

/** 事项类型. Source: GB/T 39046-2020 table A.1. */
export const MATTER_TYPE_CODES: Codes<typeof MATTER_TYPES> = {
  licence: '01',
  penalty: '02',
  coercion: '03',
  levy: '04',
  payment: '05',
  inspection: '06',
  confirmation: '07',
  reward: '08',
  adjudication: '09',
  otherPower: '10',
  publicService: '20',
}

/** 行使层级. Source: table A.2. */
export const LEVEL_CODES: Codes<typeof LEVELS> = {
  national: '1',
  province: '2',
  city: '3',
  county: '4',
  town: '5',
  village: '6',
}

/** 服务对象. Source: table A.4, which has no 个体工商户. */
export const AUDIENCE_CODES: Codes<typeof AUDIENCES> = {
  person: '1',
  company: '2',
  institution: '3',
  socialOrganisation: '4',
  soleTrader: null,
  publicBody: '5',
  otherOrganisation: '6',
}

/** 办理形式. Source: table A.5. */
export const CHANNEL_CODES: Codes<typeof CHANNELS> = {
  window: '1',
  online: '2',
  mobile: '3',
  selfService: '9',
  mail: '4',
}

/** 办件类型. Source: table A.6. */
export const CASE_TYPE_CODES: Codes<typeof CASE_TYPES> = { instant: '1', promise: '2' }

/** 特别程序种类: an extension is one itself. Source: table A.7. */
export const PROCEDURE_CODES = { extension: '1', procedure: '2' } as const

/** 材料必要性. Source: the national 实施清单 (必要、非必要、容缺后补), which has no 免提交. */
export const NECESSITY_CODES: Codes<typeof NECESSITIES> = {
  required: '1',
  optional: '2',
  deferrable: '3',
  waived: null,
}

/** 材料来源. Source: the national 实施清单, which has no 数据共享. */
export const SOURCE_CODES = { applicant: '10', authority: '20', dataSharing: null, other: '99' } as const

/** 结果类型: 证照、批文，其余都是其他. Source: the national 实施清单. */
export const OUTPUT_CODES: Codes<typeof OUTPUT_TYPES> = {
  certificate: '10',
  approval: '20',
  proof: '30',
  report: '30',
  document: '30',
  other: '30',
}

/** 环节. Source: the step codes of the national 实施清单. */
export const STAGE_CODES: { readonly [S in keyof typeof STAGES]: { readonly code: string; readonly phase: string } } = {
  acceptance: { code: 'acceptance', phase: '申请与受理' },
  review: { code: 'investigate', phase: '审查与决定' },
  decision: { code: 'decide', phase: '审查与决定' },
  certificate: { code: 'accreditation', phase: '颁证与送达' },
  delivery: { code: 'delivery', phase: '颁证与送达' },
}

/** 时限单位: W 工作日、N 自然日、H 小时; the others have no code. */
export const UNIT_CODES: { readonly [U in Duration['unit']]: string | null } = {
  workday: 'W',
  calendarDay: 'N',
  hour: 'H',
  month: null,
  year: null,
  minute: null,
  instant: null,
  unlimited: null,
}
