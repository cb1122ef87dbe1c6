import type { Explanation } from '../explanation.ts'

/** ZW90xx explained: what comes out of 用例 and 目标 (用例和目标的核对). */
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
  ZW9004: {
    meaning:
      '写了要压减多少，却没有可以相比的数：没有法定时限、承诺时限没有调整过，或者这种压减要有原来的数才能比。看不出达到没有，不能当作达到，zw verify 按没有达到计，退出码是1；zw check 不报。',
    mend: '补上缺的时限；法律没有规定期限的，换一个口径，如“原承诺时限→承诺时限”；只作记载的，改成“备注：”。',
    bad: ['压减材料：不低于50%'],
    good: ['压减时限：不低于60%', '  口径：法定时限→承诺时限'],
  },
} as const satisfies Readonly<Record<string, Explanation>>
