import type { Explanation } from '../explanation.ts'

/** ZW90xx explained: what comes out of 用例 (用例). */
export const SCENARIOS_EXPLAINED = {
  ZW9001: {
    meaning: '按写好的规则算出来，与用例“那么：”后面写的不一样。由 zw verify 报告，zw check 不报。',
    mend: '看“由这里得出”标出的几行：规则写错了改规则，用例写错了改用例。',
    bad: ['那么：承诺时限 为 3个工作日'],
    good: ['那么：承诺时限 为 5个工作日'],
  },
  ZW9002: {
    meaning: '结论要靠一项信息，用例没有写它是什么，所以得不出结论。不知道不会当成“否”。',
    mend: '用“并且：”补上这项信息；就是要看不知道时会怎样的，写“那么：受理条件 待定”。',
    bad: ['那么：受理条件 满足'],
    good: ['假如：【年龄】为 65岁', '那么：受理条件 满足'],
  },
  ZW9003: {
    meaning: '用例里每次都满足这一条，没有试过不满足的情况，规则写反了也看不出来。',
    mend: '加一个不满足这一条的用例。',
  },
} as const satisfies Readonly<Record<string, Explanation>>
