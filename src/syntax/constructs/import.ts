import type { Construct } from '../construct.ts'

/** 引用: what the file takes from elsewhere in the workspace, by name or by path, in a version if one is named. */
export const importConstructs: readonly Construct[] = [
  {
    id: 'import',
    keyword: '引用',
    hant: '引用',
    pinyin: 'yin yong',
    role: 'block',
    value: { kind: 'import' },
    many: true,
    page: 'import',
  },
]
