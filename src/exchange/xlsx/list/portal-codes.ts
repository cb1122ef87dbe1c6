import { AUDIENCES, CASE_TYPES, CHANNELS, LEVELS, MATTER_TYPES, OUTPUT_TYPES } from '../../../model/terms.ts'

/** Whose codes a table uses where they differ (代码按谁的). */
export type CodeSet = 'national' | 'guangdong'

/** Codes with the official words that they stand for; without leading zeros. */
type Codes = Readonly<Record<string, string>>

/** 事项类型 in GB/T 39046-2020 A.1. */
const NATIONAL_TYPES: Codes = {
  1: MATTER_TYPES.licence,
  2: MATTER_TYPES.penalty,
  3: MATTER_TYPES.coercion,
  4: MATTER_TYPES.levy,
  5: MATTER_TYPES.payment,
  6: MATTER_TYPES.inspection,
  7: MATTER_TYPES.confirmation,
  8: MATTER_TYPES.reward,
  9: MATTER_TYPES.adjudication,
  10: MATTER_TYPES.otherPower,
  20: MATTER_TYPES.publicService,
}

/** 事项类型: from 10 on portals count differently. */
export const MATTER_TYPE_CODES: Readonly<Record<CodeSet, Codes>> = {
  national: NATIONAL_TYPES,
  guangdong: { ...NATIONAL_TYPES, 20: MATTER_TYPES.otherPower, 21: MATTER_TYPES.publicService },
}

/** 行使层级, GB/T 39046-2020 A.2; 7 (分级管理) is no level. */
export const LEVEL_CODES: Codes = {
  1: LEVELS.national,
  2: LEVELS.province,
  3: LEVELS.city,
  4: LEVELS.county,
  5: LEVELS.town,
  6: LEVELS.village,
}

/** 服务对象, GB/T 39046-2020 A.4. */
export const AUDIENCE_CODES: Codes = {
  1: AUDIENCES.person,
  2: AUDIENCES.company,
  3: AUDIENCES.institution,
  4: AUDIENCES.socialOrganisation,
  5: AUDIENCES.publicBody,
  6: AUDIENCES.otherOrganisation,
  9: AUDIENCES.otherOrganisation,
}

/** 办理形式, GB/T 39046-2020 A.5. */
export const CHANNEL_CODES: Codes = {
  1: CHANNELS.window,
  2: CHANNELS.online,
  3: CHANNELS.mobile,
  4: CHANNELS.mail,
}

/** 办件类型, GB/T 39046-2020 A.6; 9 (其他) is none. */
export const CASE_TYPE_CODES: Codes = { 1: CASE_TYPES.instant, 2: CASE_TYPES.promise }

/** 结果类型 of the portals. */
export const RESULT_TYPE_CODES: Codes = {
  10: OUTPUT_TYPES.certificate,
  20: OUTPUT_TYPES.approval,
  30: OUTPUT_TYPES.other,
}

/** The word that a code stands for; words go through as they are. */
export function wordFor(codes: Codes, written: string): string | undefined {
  if (!/^\d{1,2}$/.test(written)) return written
  return codes[String(Number(written))]
}
