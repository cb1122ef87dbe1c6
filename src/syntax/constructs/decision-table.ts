import type { Construct } from '../construct.ts'
import { HIT_POLICIES } from '../words.ts'

/** 判定表: values found by conditions, one row each. */
export const decisionTableConstructs: readonly Construct[] = [
  {
    id: 'decisionTable',
    keyword: '判定表',
    aliases: ['决策表'],
    hant: '判定表',
    pinyin: 'pan ding biao',
    role: 'entry',
    under: ['matter'],
    takes: ['source', 'note', 'remark'],
    value: { kind: 'name' },
    many: true,
    declares: 'decisions',
    table: { output: 'operand' },
    page: 'decision-table',
  },
  {
    id: 'decisionTable.hits',
    keyword: '命中',
    aliases: ['命中方式'],
    hant: '命中',
    pinyin: 'ming zhong',
    role: 'attribute',
    under: ['decisionTable'],
    value: { kind: 'enum', words: HIT_POLICIES },
    page: 'decision-table',
  },
]
