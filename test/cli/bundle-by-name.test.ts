import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const cwd = fileURLToPath(new URL('../../', import.meta.url))
const NAME = '开办餐饮店'
const PATH = 'examples/bundles/restaurant'
const ANSWERS = '已有营业执照=否 设置大型招牌=否 公众聚集场所=是 主体业态=餐饮服务经营 经营面积=200 自制高风险食品=否'

/** A bundle of a component that is not there. */
const broken = {
  'one.zw': [
    '语言版本：1',
    '事项：甲',
    '事项类型：公共服务',
    '办理环节：',
    '  环节：受理',
    '    时限：1个工作日',
    '  环节：决定',
    '    时限：1个工作日',
    '    产出：甲证',
    '承诺时限：2个工作日',
    '结果：甲证',
    '一件事：两证',
    '包含事项：',
    '  子项：甲',
    '  子项：乙',
    '',
  ].join('\n'),
}

describe('a bundle by its name is a matter like any other', () => {
  test('zw show prints it, each line with the file and line of the component that it comes from', async () => {
    const { code, out, err } = await runCli(['show', NAME, PATH], { cwd })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^事项：开办餐饮店 +examples\/bundles\/restaurant\/open-restaurant\.zw:\d+$/m)
    expect(out).toMatch(
      /判断：【主体业态】属于 餐饮服务经营、单位食堂 +examples\/bundles\/restaurant\/food-permit\.zw:\d+$/m,
    )
  })

  test('zw plan plans it, over the steps of all components', async () => {
    const { code, out, err } = await runCli(['plan', NAME, PATH, '--days', '20', '--json'], { cwd })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({
      schema: 'zw/plan/1',
      matter: NAME,
      status: 'already-met',
      workdays: '10.5',
    })
  })

  test('zw plan takes the target of the bundle by its own 口径: 48 days cut by 60% are 19', async () => {
    const { code, out } = await runCli(['plan', NAME, PATH, '--json'], { cwd })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ status: 'already-met', target: { workdays: '19' } })
  })

  test('zw plan cuts what the components take by statute', async () => {
    const { code, out } = await runCli(['plan', NAME, PATH, '--target', '50%', '--json'], { cwd })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ status: 'already-met', target: { percent: '50' } })
  })

  test('zw plan looks for errors in the files of its components too', async () => {
    const files = {
      'one.zw': broken['one.zw'].replace('  子项：乙\n', ''),
      'two.zw': broken['one.zw']
        .slice(0, broken['one.zw'].indexOf('一件事'))
        .replace('事项：甲', '事项：乙')
        .replace('产出', '产处'),
    }
    files['one.zw'] += '  子项：乙\n'
    const { code, err } = await runCli(['plan', '两证', '--days', '9'], { files })
    expect(code).toBe(2)
    expect(err).toContain('two.zw')
  })

  test('zw run walks one case of it to its end', async () => {
    const decision = '完成 食品经营许可（餐饮服务）新办·决定 审查结论=通过'
    const stdin = [`提交 ${ANSWERS} 材料=全部`, '走完', decision, '走完'].join('\n')
    const { code, out } = await runCli(['run', NAME, PATH, '--at', '2026-11-23', '--script', '-', '--json'], {
      cwd,
      stdin,
    })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ matter: NAME, status: 'ended' })
  })

  test('a slip of the name is answered with the bundle', async () => {
    const { code, err } = await runCli(['show', '开办餐饮点', PATH], { cwd })
    expect([code, err]).toEqual([2, 'zw：没有名为“开办餐饮点”的事项或者一件事，是不是“开办餐饮店”？\n'])
  })

  test('one that cannot be put together is told with its reasons', async () => {
    const { code, err } = await runCli(['run', '两证'], { files: broken })
    expect(code).toBe(2)
    expect(err).toContain('一件事“两证”合不成一个事项：子项“乙”：没有名为“乙”的事项')
  })
})
