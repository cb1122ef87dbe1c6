import type { Construct } from '../construct.ts'
import { LIMIT_STARTS } from '../words.ts'

/** What both kinds of limit may say beneath them. */
export const limitConstructs: readonly Construct[] = [
  {
    id: 'limit.startsAt',
    keyword: '起算',
    hant: '起算',
    pinyin: 'qi suan',
    role: 'attribute',
    under: ['statutoryLimit', 'promisedLimit'],
    value: { kind: 'enum', words: LIMIT_STARTS },
    page: 'limit',
  },
  {
    id: 'limit.profile',
    keyword: '计算规则',
    hant: '計算規則',
    pinyin: 'ji suan gui ze',
    role: 'attribute',
    under: ['statutoryLimit', 'promisedLimit'],
    value: { kind: 'name' },
    page: 'limit',
  },
]
