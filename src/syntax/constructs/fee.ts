import type { Construct } from '../construct.ts'

/** 收费: what it costs. */
export const feeConstructs: readonly Construct[] = [
  {
    id: 'fee',
    keyword: '收费',
    aliases: ['是否收费', '收费情况'],
    hant: '收費',
    pinyin: 'shou fei',
    role: 'entry',
    under: ['matter', 'implementation'],
    takes: ['source', 'note', 'remark'],
    value: { kind: 'text', phrase: true },
    many: true,
    page: 'fee',
  },
  {
    id: 'fee.standard',
    keyword: '标准',
    aliases: ['收费标准'],
    hant: '標準',
    pinyin: 'biao zhun',
    role: 'attribute',
    under: ['fee'],
    value: { kind: 'money' },
    page: 'fee',
  },
  {
    id: 'fee.relief',
    keyword: '减免',
    aliases: ['减免政策'],
    hant: '減免',
    pinyin: 'jian mian',
    role: 'attribute',
    under: ['fee'],
    value: { kind: 'text' },
    page: 'fee',
  },
]
