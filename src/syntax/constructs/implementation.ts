import type { Construct } from '../construct.ts'

/** 实施清单: how one authority carries out a matter that others have laid down. What it does not mention is inherited. */
export const implementationConstructs: readonly Construct[] = [
  {
    id: 'implementation',
    keyword: '实施清单',
    hant: '實施清單',
    pinyin: 'shi shi qing dan',
    role: 'block',
    takes: ['source', 'note', 'remark'],
    value: { kind: 'name' },
    many: true,
    margin: true,
    page: 'implementation',
  },
  {
    id: 'implementation.base',
    keyword: '基于',
    aliases: ['基本事项'],
    hant: '基於',
    pinyin: 'ji yu',
    role: 'attribute',
    under: ['implementation'],
    value: { kind: 'name' },
    page: 'implementation',
  },
]
