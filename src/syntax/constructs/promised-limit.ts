import type { Construct } from '../construct.ts'

/** 承诺时限: the limit the authority promises. */
export const promisedLimitConstructs: readonly Construct[] = [
  {
    id: 'promisedLimit',
    keyword: '承诺时限',
    aliases: ['承诺办结时限', '承诺期限'],
    hant: '承諾時限',
    pinyin: 'cheng nuo shi xian',
    role: 'entry',
    under: ['matter', 'implementation', 'bundle'],
    takes: ['when', 'source', 'note', 'remark'],
    value: { kind: 'duration', dated: true, reference: true },
    many: true,
    gbField: 'promise_day',
    page: 'promised-limit',
  },
]
