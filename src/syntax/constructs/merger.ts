import type { Construct } from '../construct.ts'

/** 合并环节: steps of the base that are done as one here. */
export const mergerConstructs: readonly Construct[] = [
  {
    id: 'merger',
    keyword: '合并环节',
    hant: '合並環節',
    pinyin: 'he bing huan jie',
    role: 'entry',
    under: ['implementation'],
    takes: ['source', 'note', 'remark'],
    value: { kind: 'names' },
    many: true,
    page: 'merger',
  },
  {
    id: 'merger.name',
    keyword: '名称',
    hant: '名稱',
    pinyin: 'ming cheng',
    role: 'attribute',
    under: ['merger'],
    value: { kind: 'name' },
    page: 'merger',
  },
]
