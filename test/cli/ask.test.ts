import { expect, test } from 'vitest'
import { matter } from '../support/short-matter.ts'
import { runCli } from './run-cli.ts'

const FILE = `语言版本：1
${matter('摊位许可', {
  head: '到现场次数：1次',
  body: `申报信息：
  信息：经营面积
    类型：数
    单位：平方米
    提问：摊位有多大？
  信息：告知承诺
    类型：是否
  信息：自制食品
    类型：是否
情形：大摊位
  当：【经营面积】20平方米以上
受理条件：
  条件：摊位不小于10平方米
    判断：【经营面积】10平方米以上
    除外：【告知承诺】
    不符合提示：可以选告知承诺
    依据：《示例省公共服务条例》第十条
  条件：现场整洁
    人工判断：看现场
申请材料：
  材料：申请书
    来源：申请人自备
    必要性：必要
  材料：平面图
    当：【大摊位】
    来源：申请人自备
    必要性：必要
  材料：健康证明
    当：【自制食品】
    来源：申请人自备
    必要性：必要
`,
})}`
const files = { 'stall.zw': FILE }

test('nothing known: everything that is open, and the first question', async () => {
  const { code, out, err } = await runCli(['ask', '摊位许可'], { files })
  expect(err).toBe('')
  expect(out).toMatchInlineSnapshot(`
    "摊位许可

    受理条件：还不能确定是否符合受理条件：1项待定；另有1项需人工判断
      ？ “摊位不小于10平方米”：待定，要看告知承诺、经营面积
        依据：《示例省公共服务条例》第十条
        经营面积还没有填写，要求10平方米以上，待定
        除外：告知承诺：待定，还没有填写
      人 “现场整洁”：由工作人员判断，看现场

    还差什么
      告知承诺为是
      经营面积达到10平方米以上

    带什么材料：1到3种
      申请书
      还不确定：平面图（要看经营面积）
      还不确定：健康证明（要看自制食品）

    走几步：2步
      一定走：受理、审核决定

    几天办完：承诺3个工作日；按各环节的时限算，要3个工作日

    跑几次：1次

    下一个问题：摊位有多大？
      要看它才知道：符不符合受理条件“摊位不小于10平方米”；要不要交“平面图”
      平均还要问2.2个，最多3个
      回答：--given 经营面积=…
    "
  `)
  expect(code).toBe(0)
})

test('a refusal: why, and what would help', async () => {
  const { code, out } = await runCli(['ask', '摊位许可', '--given', '经营面积=8平方米', '--given', '告知承诺=否'], {
    files,
  })
  expect(code).toBe(1)
  expect(out).toContain('✗ “摊位不小于10平方米”：不满足')
  expect(out).toContain('经营面积为8平方米、告知承诺为否，不满足“摊位不小于10平方米”')
  expect(out).toContain('经营面积达到10平方米以上（现为8平方米）')
  expect(out).toContain('告知承诺改为是（现为否）')
  const fixed = await runCli(
    ['ask', '摊位许可', '--given', '经营面积=8', '--given', '告知承诺=否', '--fixed', '经营面积'],
    { files },
  )
  expect(fixed.out).not.toContain('达到10平方米以上')
  expect(fixed.out).toContain('告知承诺改为是（现为否）')
})

test('a person’s judgement takes part', async () => {
  const { code, out } = await runCli(['ask', '摊位许可', '--given', '经营面积=30', '--judge', '现场整洁=否'], { files })
  expect(code).toBe(1)
  expect(out).toContain('工作人员判断“现场整洁”不符合，不满足“现场整洁”')
  expect(out).toContain('申请人自己能改的信息怎么改都不行')
})

test('JSON has the trees, the ranges and the question', async () => {
  const { out } = await runCli(['ask', '摊位许可', '--given', '经营面积=30', '--json'], { files })
  expect(JSON.parse(out)).toMatchObject({
    schema: 'zw/ask/1',
    matter: '摊位许可',
    asOf: '2026-11-22',
    verdict: 'yes',
    manual: 1,
    requirements: [{ state: 'met', rule: { truth: 'yes', facts: ['经营面积'] }, except: [{ truth: 'unknown' }] }, {}],
    outlook: {
      materials: {
        count: { min: 2, max: 3 },
        sure: [{ name: '申请书' }, { name: '平面图' }],
        open: [{ name: '健康证明', neededFacts: ['自制食品'] }],
      },
      trips: 1,
    },
    next: { fact: '自制食品', meanQuestions: '1' },
  })
})

test.each([
  [['--given', '经营地面积=8'], '“摊位许可”不问“经营地面积”，是不是“经营面积”？'],
  [['--given', '告知承诺=也许'], '“告知承诺”不能是“也许”，可以写：是、否'],
  [['--judge', '现场整洁'], '“现场整洁”请写成“条件=是”或者“条件=否”的样子'],
  [['--judge', '现场整洁=是', '--judge', '现场整洁=否'], '“现场整洁”写了两次（是和否），请只写一次'],
  [['--judge', '现场整齐=是'], '没有名为“现场整齐”的受理条件，是不是“现场整洁”？'],
  [['--fixed', '经营地面积'], '没有名为“经营地面积”的信息，是不是“经营面积”？'],
])('%j is answered with what would be right', async (args, message) => {
  const { code, err } = await runCli(['ask', '摊位许可', ...args], { files })
  expect(err).toContain(message)
  expect(code).toBe(2)
})
