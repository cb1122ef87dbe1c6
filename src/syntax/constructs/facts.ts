import type { Construct } from '../construct.ts'

/** 申报信息: the section that holds what is asked about the applicant. */
export const factsConstructs: readonly Construct[] = [
  {
    id: 'facts',
    keyword: '申报信息',
    aliases: ['申请信息', '填报信息'],
    hant: '申報信息',
    pinyin: 'shen bao xin xi',
    role: 'section',
    under: ['matter', 'implementation', 'bundle'],
    value: { kind: 'none' },
    page: 'facts',
  },
]
