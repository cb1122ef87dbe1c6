import type { Construct } from '../construct.ts'
import { QUANTITIES } from '../words.ts'

/** A 目标 of a matter, or of several: there also 每项 and 合计. */
const UNDER = ['targets', 'selectionTarget', 'selectionTarget.each', 'selectionTarget.total']

/** 压减…: one goal, and what it compares. */
export const targetConstructs: readonly Construct[] = [
  {
    id: 'target.time',
    keyword: '压减时限',
    hant: '壓減時限',
    pinyin: 'ya jian shi xian',
    role: 'entry',
    under: UNDER,
    value: { kind: 'goal' },
    many: true,
    page: 'target',
  },
  {
    id: 'target.materials',
    keyword: '压减材料',
    hant: '壓減材料',
    pinyin: 'ya jian cai liao',
    role: 'entry',
    under: UNDER,
    value: { kind: 'goal' },
    many: true,
    page: 'target',
  },
  {
    id: 'target.steps',
    keyword: '压减环节',
    hant: '壓減環節',
    pinyin: 'ya jian huan jie',
    role: 'entry',
    under: UNDER,
    value: { kind: 'goal' },
    many: true,
    page: 'target',
  },
  {
    id: 'target.trips',
    keyword: '压减跑动',
    hant: '壓減跑動',
    pinyin: 'ya jian pao dong',
    role: 'entry',
    under: UNDER,
    value: { kind: 'goal' },
    many: true,
    page: 'target',
  },
  {
    id: 'target.basis',
    keyword: '口径',
    hant: '口徑',
    pinyin: 'kou jing',
    role: 'attribute',
    under: ['target.time', 'target.materials', 'target.steps', 'target.trips'],
    value: { kind: 'basis', words: QUANTITIES },
    page: 'target',
  },
]
