import type { Construct } from '../construct.ts'

/** 分流: which step comes next, by condition. */
export const choiceConstructs: readonly Construct[] = [
  {
    id: 'choice',
    keyword: '分流',
    hant: '分流',
    pinyin: 'fen liu',
    role: 'entry',
    under: ['steps'],
    takes: ['source', 'note', 'remark'],
    value: { kind: 'name' },
    many: true,
    declares: 'steps',
    page: 'choice',
  },
  {
    id: 'choice.branch',
    keyword: '如果',
    hant: '如果',
    pinyin: 'ru guo',
    role: 'attribute',
    under: ['choice'],
    value: { kind: 'branch' },
    many: true,
    page: 'choice',
  },
  {
    id: 'choice.otherwise',
    keyword: '否则',
    hant: '否則',
    pinyin: 'fou ze',
    role: 'attribute',
    under: ['choice'],
    value: { kind: 'name', goto: true },
    page: 'choice',
  },
]
