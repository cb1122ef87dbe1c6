import type { Construct } from '../construct.ts'

/** 任选其一 / 任选两项: of these materials so many are needed. */
export const materialChoiceConstructs: readonly Construct[] = [
  {
    id: 'materialChoice',
    keyword: '任选其一',
    aliases: ['任选', '任选一项', '任选两项', '任选三项', '任选2项', '任选3项'],
    hant: '任選其一',
    pinyin: 'ren xuan qi yi',
    role: 'entry',
    under: ['materials'],
    takes: ['when', 'source', 'note', 'remark'],
    value: { kind: 'choice', of: ['materials'] },
    many: true,
    page: 'material-choice',
  },
  {
    id: 'materialChoice.name',
    keyword: '名称',
    hant: '名稱',
    pinyin: 'ming cheng',
    role: 'attribute',
    under: ['materialChoice'],
    value: { kind: 'name' },
    page: 'material-choice',
  },
]
