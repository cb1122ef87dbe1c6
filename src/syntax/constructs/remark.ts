import type { Construct } from '../construct.ts'

/** 备注: a remark for those who keep the file. */
export const remarkConstructs: readonly Construct[] = [
  {
    id: 'remark',
    keyword: '备注',
    hant: '備註',
    pinyin: 'bei zhu',
    role: 'attribute',
    shared: true,
    value: { kind: 'text' },
    many: true,
    page: 'remark',
  },
]
