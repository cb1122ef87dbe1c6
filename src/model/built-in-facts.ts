import type { Fact } from './application.ts'

/** What every matter knows of a case without asking (固有信息): conditions may speak of it as of declared facts. */
export const BUILT_IN_FACTS: readonly Fact[] = [
  { name: '申请日期', type: 'date', options: [], sources: [], notes: [] },
  { name: '受理日期', type: 'date', options: [], sources: [], notes: [] },
]
