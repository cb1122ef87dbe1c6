import { expect, test } from 'vitest'
import { matterText } from '../support/matter-text.ts'
import { runCli } from './run-cli.ts'

const LEASE = matterText(
  {
    facts: [
      ...['信息：经营面积', '  类型：数', '  单位：平方米', '信息：注册资本', '  类型：数', '  单位：万元'],
      ...['信息：投资额', '  类型：金额', '信息：到期日', '  类型：日期', '信息：停业时间', '  类型：时长'],
      ...['信息：申请人类型', '  类型：枚举', '  取值：企业、个体工商户（含摊贩）', '信息：所在街道', '  类型：文本'],
    ],
    requirements: [
      ...['条件：面积够用', '  判断：【经营面积】10平方米以上', '条件：停业不久', '  判断：【停业时间】不满6个月'],
      ...['条件：有实力', '  判断：【注册资本】50万元以上 或 【投资额】100万元以上'],
    ],
  },
  '摊位许可',
)
const files = { 'lease.zw': LEASE }

async function given(written: string): Promise<string> {
  const { out, err } = await runCli(['ask', '摊位许可', '--given', written, '--json'], { files })
  return out === '' ? err.trim() : (Object.values<string>(JSON.parse(out).given).at(-1) ?? '')
}

test.each([
  ['经营面积=80', '80平方米'],
  ['经营面积=８０㎡', '80平方米'],
  ['经营面积=一百五十平方米', '150平方米'],
  ['经营面积=1,500.5 平方米', '1500.5平方米'],
  ['注册资本=500000元', '50万元'],
  ['投资额=50', '50元'],
  ['投资额=0.5万元', '5000元'],
  ['到期日=2026年12月1日', '2026年12月1日'],
  ['到期日=2026/12/1', '2026年12月1日'],
  ['停业时间=三个月', '3个月'],
  ['停业时间=半个月', '0.5个月'],
  ['申请人类型=个体工商户(含摊贩)', '“个体工商户（含摊贩）”'],
  ['申请人类型=“个体工商户（含摊贩）”', '“个体工商户（含摊贩）”'],
  ['申请人类型="企业"', '“企业”'],
  ['所在街道= 示例街道 ', '“示例街道”'],
])('%s is read as in a matter: %s', async (written, value) => {
  expect(await given(written)).toBe(value)
})

test.each([
  ['经营面积=-5', '“经营面积”不能是“-5”，要写不小于0的数，如80平方米、80'],
  ['经营面积=80亩', '“经营面积”不能是“80亩”，要写不小于0的数，如80平方米、80'],
  ['投资额=-3', '“投资额”不能是“-3”，要写不小于0的金额，如50元、100万元'],
  ['到期日=2026-02-30', '“到期日”不能是“2026-02-30”，要写存在的日期，如2026-11-22、2026年11月22日'],
  ['停业时间=183个自然日', '“停业时间”不能是“183个自然日”，要写时长，写成3个月这样'],
  ['停业时间=很久', '“停业时间”不能是“很久”，要写时长，写成3个月这样'],
  ['所在街道=', '“所在街道”不能是“”，要写一行文字'],
])('%s is refused with what would do', async (written, message) => {
  expect(await given(written)).toBe(`zw：${message}`)
})

test('a fact that is given twice is refused with both', async () => {
  const twice = ['--given', '经营面积=80', '--given', '经营面积＝200㎡']
  const { code, err } = await runCli(['ask', '摊位许可', ...twice], { files })
  expect({ code, err }).toEqual({ code: 2, err: 'zw：“经营面积”写了两次（80和200㎡），请只写一次\n' })
})
