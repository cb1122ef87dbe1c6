import type { Explanation } from '../explanation.ts'

/** ZW80xx explained: dates of validity (版本和日期). */
export const VERSIONS_EXPLAINED = {
  ZW8001: {
    meaning: '几条时限按起止日期接成一条时间线，中间有一段没有哪一条管着。',
    mend: '核对起止日期，让前后接上；后一条生效时前一条自然失效的，前一条不必写“至……”。',
    bad: ['承诺时限：5个工作日（自2023年1月1日起至2024年6月30日）', '承诺时限：3个工作日（自2024年9月1日起）'],
    good: ['承诺时限：5个工作日（自2023年1月1日起至2024年6月30日）', '承诺时限：3个工作日（自2024年7月1日起）'],
  },
  ZW8003: {
    meaning: '很久没有与公布的办事指南核对了，内容可能已经变化。',
    mend: '核对以后更新“核对：”的日期。',
    bad: ['核对：2024年3月1日'],
    good: ['核对：2026年11月1日'],
  },
  ZW8006: {
    meaning: '结束的日期在开始的日期之前，这一条永远不会有效。',
    mend: '核对两个日期。',
    bad: ['施行：自2025年1月1日起', '失效：2024年12月31日'],
    good: ['施行：自2025年1月1日起', '失效：2029年12月31日'],
  },
} as const satisfies Readonly<Record<string, Explanation>>
