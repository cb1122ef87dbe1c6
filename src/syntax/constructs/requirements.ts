import type { Construct } from '../construct.ts'

/** 受理条件: the section of conditions of acceptance. */
export const requirementsConstructs: readonly Construct[] = [
  {
    id: 'requirements',
    keyword: '受理条件',
    aliases: ['办理条件', '申请条件'],
    hant: '受理條件',
    pinyin: 'shou li tiao jian',
    role: 'section',
    under: ['matter', 'implementation'],
    value: { kind: 'none' },
    gbField: 'accept_condition',
    page: 'requirements',
  },
]
