import type { Construct } from '../construct.ts'
import { DOCUMENT_FORMS, OUTPUT_TYPES } from '../words.ts'

/** 结果: what the matter issues. */
export const outputConstructs: readonly Construct[] = [
  {
    id: 'output',
    keyword: '结果',
    aliases: ['办理结果', '审批结果'],
    hant: '結果',
    pinyin: 'jie guo',
    role: 'entry',
    under: ['matter', 'implementation'],
    takes: ['source', 'note', 'remark'],
    value: { kind: 'name' },
    many: true,
    declares: 'outputs',
    page: 'output',
  },
  {
    id: 'output.type',
    keyword: '类型',
    aliases: ['结果类型'],
    hant: '類型',
    pinyin: 'lei xing',
    role: 'attribute',
    under: ['output'],
    value: { kind: 'enum', words: OUTPUT_TYPES },
    page: 'output',
  },
  {
    id: 'output.validity',
    keyword: '有效期',
    aliases: ['有效期限'],
    hant: '有效期',
    pinyin: 'you xiao qi',
    role: 'attribute',
    under: ['output'],
    value: { kind: 'duration' },
    example: '5年',
    page: 'output',
  },
  {
    id: 'output.forms',
    keyword: '形式',
    hant: '形式',
    pinyin: 'xing shi',
    role: 'attribute',
    under: ['output'],
    value: { kind: 'enums', words: DOCUMENT_FORMS },
    page: 'output',
  },
]
