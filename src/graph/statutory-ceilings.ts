import type { Duration } from '../calendar/duration.ts'
import type { LegalSource } from '../model/common.ts'
import type { Matter } from '../model/matter.ts'
import type { MatterType } from '../model/terms.ts'

/** The longest time that the general statute of a type of matter allows for the decision (法律规定的最长期限). */
export interface StatutoryCeiling {
  readonly type: MatterType
  /** By one organ (单独办理), or jointly with others (统一办理、联合办理、集中办理). */
  readonly handling: 'single' | 'joint'
  readonly limit: Duration
  /** What an extension may add (延长). */
  readonly extension: Duration
  readonly source: LegalSource
}

const LICENSING_LAW = '中华人民共和国行政许可法'

/**
 * Counted from: the day after acceptance; working days by 第八十二条.
 * Other laws and regulations prevail where they say otherwise (第四十二条第一款).
 */
export const STATUTORY_CEILINGS: readonly StatutoryCeiling[] = [
  {
    type: 'licence',
    handling: 'single',
    limit: { unit: 'workday', amount: '20' },
    extension: { unit: 'workday', amount: '10' },
    source: { title: LICENSING_LAW, articles: [{ article: 42, paragraph: 1 }] },
  },
  {
    type: 'licence',
    handling: 'joint',
    limit: { unit: 'workday', amount: '45' },
    extension: { unit: 'workday', amount: '15' },
    source: { title: LICENSING_LAW, articles: [{ article: 42, paragraph: 2 }] },
  },
]

/** The row that applies to a matter: joint handling where it names 联办机构. Undefined where no general statute is known. */
export function ceilingFor(matter: Matter): StatutoryCeiling | undefined {
  const handling = matter.coAuthorities.length > 0 ? 'joint' : 'single'
  return STATUTORY_CEILINGS.find((row) => row.type === matter.type && row.handling === handling)
}
