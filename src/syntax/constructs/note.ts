import type { Construct } from '../construct.ts'

/** 说明: an explanation that readers of the guide see. */
export const noteConstructs: readonly Construct[] = [
  {
    id: 'note',
    keyword: '说明',
    hant: '說明',
    pinyin: 'shuo ming',
    role: 'attribute',
    shared: true,
    value: { kind: 'text' },
    many: true,
    gbField: 'fill_explain',
    page: 'note',
  },
]
