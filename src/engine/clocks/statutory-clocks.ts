import type { Duration } from '../../calendar/duration.ts'
import type { LegalSource } from '../../model/common.ts'
import type { MatterType } from '../../model/terms.ts'

/** A limit that the law sets by itself for every matter of a type, whatever the matter says (法律直接规定的时限). */
export interface StatutoryClock {
  readonly kind: 'notice' | 'delivery'
  readonly type: MatterType
  readonly limit: Duration
  readonly source: LegalSource
}

const LICENSING_LAW = '中华人民共和国行政许可法'

/** Working days by 行政许可法第八十二条. */
const STATUTORY_CLOCKS: readonly StatutoryClock[] = [
  {
    kind: 'notice',
    type: 'licence',
    limit: { unit: 'workday', amount: '5' },
    source: { title: LICENSING_LAW, articles: [{ article: 32, paragraph: 1, item: 4 }] },
  },
  {
    kind: 'delivery',
    type: 'licence',
    limit: { unit: 'workday', amount: '10' },
    source: { title: LICENSING_LAW, articles: [{ article: 44 }] },
  },
]

/** The row for a type of matter; undefined where no general law sets such a limit. */
export function statutoryClock(kind: StatutoryClock['kind'], type: MatterType | undefined): StatutoryClock | undefined {
  return STATUTORY_CLOCKS.find((row) => row.kind === kind && row.type === type)
}
