import type { Construct } from '../construct.ts'

/** 申请材料: the section of documents. */
export const materialsConstructs: readonly Construct[] = [
  {
    id: 'materials',
    keyword: '申请材料',
    aliases: ['申报材料', '材料清单', '所需材料'],
    hant: '申請材料',
    pinyin: 'shen qing cai liao',
    role: 'section',
    under: ['matter', 'implementation'],
    value: { kind: 'none' },
    page: 'materials',
  },
]
