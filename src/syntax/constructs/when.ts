import type { Construct } from '../construct.ts'

/** 当: under which condition the line above it holds; wherever a construct takes it. */
export const whenConstructs: readonly Construct[] = [
  {
    id: 'when',
    keyword: '当',
    hant: '當',
    pinyin: 'dang',
    role: 'attribute',
    shared: true,
    value: { kind: 'condition' },
    page: 'when',
  },
]
