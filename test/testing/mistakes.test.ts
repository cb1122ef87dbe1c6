import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { matterIn, zhengwuMatchers } from '../../src/testing/index.ts'
import { SHOP_PERMIT, workspaceOf } from './shop-permit.ts'

expect.extend(zhengwuMatchers)

const workspace = workspaceOf(SHOP_PERMIT)
const permit = matterIn(workspace, '小餐饮店许可')
const small = { 经营面积: 30 }

describe('a mistake of the test itself is told as such', () => {
  const mistakes: Readonly<Record<string, () => void>> = {
    '没有信息“面积”；有：经营面积、经营形式、自有房屋': () => expect(permit).not.toAccept({ 面积: 5 }),
    '“经营面积”的类型是“数”，不能是“很大”': () => expect(permit).not.toAccept({ 经营面积: '很大' }),
    '请写取值之一：堂食、外卖': () => expect(permit).not.toAccept({ 经营形式: '自助' }),
    '“自有房屋”的类型是“是否”，不能是“1”': () => expect(permit).not.toAccept({ 自有房屋: 1 }),
    '没有情形“巨大”；有：大型': () => expect(permit).not.toFinishWithin('1个工作日', { situation: '巨大' }),
    '没有条件“面积够”': () => expect(permit).not.toReject(small, { because: ['面积够'] }),
    '“八个”不是时限': () => expect(permit).not.toFinishWithin('八个'),
    // @ts-expect-error a percentage is written with its sign
    '“60”不是百分数': () => expect(permit).not.toCompressBy('60'),
    // @ts-expect-error not one of the words of a 口径
    '“法定→承诺”不是口径': () => expect(permit).not.toCompressBy('60%', { basis: '法定→承诺' }),
    // @ts-expect-error a share is no number
    '“0.6”不是百分数': () => expect(permit).toCompressBy(0.6),
    // @ts-expect-error a limit has its unit
    '“8”不是时限': () => expect(permit).toFinishWithin(8),
    不能是undefined: () => expect(undefined).toCompressBy('60%'),
    不能是null: () => expect(null).toMeetTargets(),
    '不能是“文本”': () => expect('文本').toBeSound(),
    不能是数组: () => expect([permit]).toPassScenarios(),
    不能是整个工作区: () => expect(workspace).toAccept({ 经营面积: 5 }),
    // @ts-expect-error no files
    要编译的文件写成数组: () => compile('文本'),
    // @ts-expect-error no files
    '要编译的第1个文件没有写明文件名（uri）和内容（text）': () => compile(['语言版本：1']),
    // @ts-expect-error no workspace
    要从编译得到的工作区里取: () => matterIn(undefined, '小餐饮店许可'),
    '工作区里没有事项“小餐饮许可”；是不是“小餐饮店许可”？': () => matterIn(workspace, '小餐饮许可'),
    '工作区里没有事项“烟草、酒类专卖”；有：“小餐饮店许可”': () => matterIn(workspace, '烟草、酒类专卖'),
    '“8天”没有说是工作日还是自然日，请写成“8个工作日”或者“8个自然日”': () => expect(permit).toFinishWithin('8天'),
    '“-5%”不在0%到100%之间': () => expect(permit).toCompressBy('-5%'),
    '“101%”不在0%到100%之间': () => expect(permit).toCompressBy('101%'),
    '没有选项“allowUnmeasurd”，是不是“allowUnmeasured”？可以写：': () =>
      // @ts-expect-error misspelt
      expect(workspace).toCompressBy('40%', { allowUnmeasurd: true }),
    '没有选项“sitation”，是不是“situation”？可以写：given、situation、asOf、countFrom、conversion': () =>
      // @ts-expect-error misspelt
      expect(permit).not.toFinishWithin('1个工作日', { sitation: '大型' }),
    '没有选项“reason”；可以写：judgements、because': () =>
      // @ts-expect-error no option
      expect(permit).toReject({ 经营面积: 5 }, { reason: ['面积足够'] }),
    // @ts-expect-error not one of the words
    'over不能是“总计”；可以写：每项、合计': () => expect(workspace).toCompressBy('40%', { over: '总计' }),
  }

  test.each(Object.entries(mistakes))('%s', (message, mistake) => {
    expect(mistake).toThrow(TypeError)
    expect(mistake).toThrow(message)
  })
})
