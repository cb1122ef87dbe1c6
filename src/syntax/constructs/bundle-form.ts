import type { Construct } from '../construct.ts'

/** 表单归并: one application form in place of several. */
export const bundleFormConstructs: readonly Construct[] = [
  {
    id: 'formMerging',
    keyword: '表单归并',
    aliases: ['表单合并'],
    hant: '表單歸併',
    pinyin: 'biao dan gui bing',
    role: 'section',
    under: ['bundle'],
    value: { kind: 'none' },
    page: 'bundle-merging',
  },
  {
    id: 'mergedForm',
    keyword: '申请表',
    aliases: ['申请表名称'],
    hant: '申請表',
    pinyin: 'shen qing biao',
    role: 'entry',
    under: ['formMerging'],
    takes: ['source', 'note', 'remark'],
    value: { kind: 'name' },
    many: true,
    page: 'bundle-merging',
  },
  {
    id: 'mergedForm.forms',
    keyword: '合并',
    hant: '合併',
    pinyin: 'he bing',
    role: 'attribute',
    under: ['mergedForm'],
    value: { kind: 'paths' },
    page: 'bundle-merging',
  },
]
