import type { Construct } from '../construct.ts'

/** 并联: steps that run side by side. */
export const parallelConstructs: readonly Construct[] = [
  {
    id: 'parallel',
    keyword: '并联',
    aliases: ['并联办理'],
    hant: '並聯',
    pinyin: 'bing lian',
    role: 'entry',
    under: ['steps'],
    takes: ['source', 'note', 'remark'],
    value: { kind: 'names', of: ['steps'] },
    many: true,
    page: 'parallel',
  },
]
