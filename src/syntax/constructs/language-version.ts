import type { Construct } from '../construct.ts'

/** 语言版本: which version of the language the file is written in. */
export const languageVersionConstructs: readonly Construct[] = [
  {
    id: 'languageVersion',
    keyword: '语言版本',
    hant: '語言版本',
    pinyin: 'yu yan ban ben',
    role: 'block',
    value: { kind: 'integer' },
    many: true,
    page: 'language-version',
  },
]
