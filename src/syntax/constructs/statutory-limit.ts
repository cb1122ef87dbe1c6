import type { Construct } from '../construct.ts'

/** 法定时限: the limit set by law. */
export const statutoryLimitConstructs: readonly Construct[] = [
  {
    id: 'statutoryLimit',
    keyword: '法定时限',
    aliases: ['法定办结时限', '法定期限'],
    hant: '法定時限',
    pinyin: 'fa ding shi xian',
    role: 'entry',
    under: ['matter', 'implementation'],
    takes: ['when', 'source', 'note', 'remark'],
    value: { kind: 'duration', dated: true, reference: true },
    many: true,
    gbField: 'anticipate_day',
    page: 'statutory-limit',
  },
]
