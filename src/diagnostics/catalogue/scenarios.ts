import { define } from '../definition.ts'
import { bracket, quote } from '../wording.ts'

/** ZW90xx: what comes out of 用例 and 目标 (用例和目标的核对); found by `zw verify`, not by `zw check`. */
export const SCENARIOS = {
  ZW9001: define<{
    readonly expected: string
    readonly actual: string
    /** For which values of a range it came out so; empty where the 用例 gives no range. */
    readonly given: string
  }>({
    severity: 'error',
    title: '用例不成立',
    message: ({ expected, actual, given }) =>
      `用例不成立：那么 ${expected} —— 实际 ${actual}${given === '' ? '' : `（${given}时）`}`,
    label: () => '这一条不成立',
    help: () => '核对是规则写错了，还是用例写错了',
  }),
  ZW9002: define<{ readonly facts: readonly string[]; readonly expected: string }>({
    severity: 'warning',
    title: '用例缺少需要的信息',
    message: ({ facts, expected }) => `用例没有给出${facts.map(bracket).join('、')}，${quote(expected)}的结果为“待定”`,
    label: () => '这一条要靠缺少的信息',
  }),
  ZW9003: define<{ readonly name: string }>({
    severity: 'warning',
    title: '条件没有反例',
    message: ({ name }) => `条件${quote(name)}没有任何用例触发过“不满足”`,
    label: () => '不知道不满足时会不会拦住',
    help: () => '加一个它不满足的用例，看看是否真的拦得住、提示对不对',
  }),
  ZW9004: define<{ readonly goal: string; readonly reason: string; readonly remedy: string }>({
    severity: 'error',
    title: '目标无法核对',
    message: ({ goal, reason }) => `目标${quote(goal)}无法核对：${reason}；按没有达到计`,
    label: () => '看不出达到没有',
    help: ({ remedy }) => remedy,
  }),
  ZW9005: define<{ readonly name: string; readonly count: number }>({
    severity: 'warning',
    title: '目标的范围里没有事项',
    message: ({ name, count }) =>
      `目标${quote(name)}的范围在${count}个事项里一个也没有选中，看不出达到没有，按没有达到计`,
    label: () => '没有事项符合',
    help: () => '请核对范围里的条件；事项在别的文件里的，请一起核对，例如 zw verify 文件夹',
  }),
  ZW9006: define<{
    readonly name: string
    /** Unit: workdays. */
    readonly promised: string
    readonly needed: string
    /** The steps of the critical path. */
    readonly chain: readonly string[]
  }>({
    severity: 'error',
    title: '联办承诺时限做不到',
    message: ({ name, promised, needed }) =>
      `一件事${quote(name)}承诺${promised}个工作日，各环节排下来要${needed}个工作日`,
    label: () => '比关键路径短',
    help: ({ needed, chain }) => `承诺不少于${needed}个工作日，或者缩短关键路径上的环节：${chain.join('→')}`,
  }),
}
