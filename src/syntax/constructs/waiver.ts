import type { Construct } from '../construct.ts'

/** 减免材料: documents of the base that applicants need not hand in here. */
export const waiverConstructs: readonly Construct[] = [
  {
    id: 'waiver',
    keyword: '减免材料',
    aliases: ['免交材料'],
    hant: '減免材料',
    pinyin: 'jian mian cai liao',
    role: 'entry',
    under: ['implementation'],
    takes: ['source', 'note', 'remark'],
    value: { kind: 'names' },
    many: true,
    page: 'waiver',
  },
]
