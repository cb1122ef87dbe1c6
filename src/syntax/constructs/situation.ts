import type { Construct } from '../construct.ts'

/** 情形: a named condition. */
export const situationConstructs: readonly Construct[] = [
  {
    id: 'situation',
    keyword: '情形',
    hant: '情形',
    pinyin: 'qing xing',
    role: 'entry',
    under: ['matter', 'implementation', 'bundle'],
    takes: ['when', 'source', 'note', 'remark'],
    value: { kind: 'name' },
    many: true,
    declares: 'situations',
    page: 'situation',
  },
]
