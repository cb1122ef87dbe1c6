import { compile } from '../../src/compile/compile.ts'
import type { CompiledWorkspace } from '../../src/compile/compiled.ts'

/** A permit that larger places wait longer for: 4 workdays, from 150 平方米 on 9; promised 8 and 12 of 20. */
export const SHOP_PERMIT = `语言版本：1

事项：小餐饮店许可
事项类型：行政许可
办件类型：承诺件
依据：《示例省小餐饮管理条例》第八条

申报信息：
  信息：经营面积
    类型：数
    单位：平方米
  信息：经营形式
    类型：枚举
    取值：堂食、外卖
  信息：自有房屋
    类型：是否

情形：大型
  当：【经营面积】不低于150

受理条件：
  条件：面积足够
    判断：【经营面积】不低于8
    不符合提示：经营面积不得少于8平方米
  条件：卫生合格
    人工判断：现场核对卫生状况

申请材料：
  材料：申请表
  材料：房屋产权证明
    当：【自有房屋】
  材料：租赁合同
    当：非【自有房屋】
  材料：营业执照
    必要性：免提交

办理环节：
  环节：受理
    时限：1个工作日
  环节：材料审查
    时限：2个工作日
  环节：现场核查
    当：【大型】
    时限：5个工作日
  环节：决定
    时限：1个工作日
    产出：小餐饮店许可证

法定时限：20个工作日
承诺时限：12个工作日
  当：【大型】
承诺时限：8个工作日
目标：
  压减时限：不低于60%

结果：小餐饮店许可证

用例：小店很快办完
  假如：【经营面积】为 30平方米
  那么：经过环节 为 受理、材料审查、决定
  那么：承诺时限 为 8个工作日

用例：太小的店
  假如：【经营面积】为 5平方米
  那么：受理条件 不满足
`

/** A service without a statutory limit and without a step that is timed, beside the permit. */
export const ADVICE = `
事项：开店咨询
事项类型：公共服务
办件类型：承诺件
依据：《示例省小餐饮管理条例》第三条
办理环节：
  环节：受理
  环节：答复决定
    产出：答复意见
承诺时限：3个工作日
结果：答复意见
`

/** Compiled with the changes that a test makes to its words. */
export function workspaceOf(
  text: string,
  ...changes: readonly (readonly [from: string, to: string])[]
): CompiledWorkspace {
  const changed = changes.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new TypeError(`the text has no “${from}”`)
    return all.replace(from, to)
  }, text)
  return compile([{ uri: 'shop.zw', text: changed }], { asOf: '2026-11-22' })
}
