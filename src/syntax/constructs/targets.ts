import type { Construct } from '../construct.ts'

/** 目标: the section of goals. */
export const targetsConstructs: readonly Construct[] = [
  {
    id: 'targets',
    keyword: '目标',
    aliases: ['压减目标'],
    hant: '目標',
    pinyin: 'mu biao',
    role: 'section',
    under: ['matter', 'implementation', 'bundle'],
    value: { kind: 'none' },
    page: 'targets',
  },
]
