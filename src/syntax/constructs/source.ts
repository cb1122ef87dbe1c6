import type { Construct } from '../construct.ts'

/** 依据: the legal source of what it stands under. */
export const sourceConstructs: readonly Construct[] = [
  {
    id: 'source',
    keyword: '依据',
    aliases: ['法律依据', '设定依据', '实施依据'],
    hant: '依據',
    pinyin: 'yi ju',
    role: 'attribute',
    shared: true,
    value: { kind: 'citation' },
    many: true,
    gbField: 'by_law',
    page: 'source',
  },
]
