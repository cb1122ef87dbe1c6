import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { expectGolden } from '../support/golden.ts'
import { runCli } from './run-cli.ts'

const cwd = fileURLToPath(new URL('../../', import.meta.url))
const NAME = '食品经营许可（餐饮服务）新办'
const SCRIPT = ['--script', 'examples/language/walk.txt', '--at', '2025-09-26']
const PERMIT = {
  'permit.zw':
    '事项：证明开具\n事项类型：公共服务\n办理环节：\n  环节：受理\n    角色：窗口人员\n    时限：1个工作日\n  环节：开具\n    阶段：决定、送达\n    角色：窗口人员\n    时限：1个工作日\n    产出：证明\n承诺时限：2个工作日\n结果：证明\n',
}

/** What the last screen offers, ready to be typed: without who may do it, and without what must wait. */
function offered(out: string): readonly string[] {
  const screen = out.slice(out.lastIndexOf('现在可以：'))
  const lines = screen.split('\n').filter((line) => line.startsWith('  ') && !line.includes('——先要'))
  return lines.map((line) => line.trim().replace(/（(?!填写)[^（）]*）$/u, ''))
}

/** The answers of the permit for food, for the blanks. */
const BLANKS: Readonly<Record<string, string>> = {
  '审查结论=（填写）': '审查结论=通过',
  '申请人类型=（填写）': '申请人类型=企业',
  '主体业态=（填写）': '主体业态=单位食堂',
  '经营面积=（填写）': '经营面积=60',
  '仅销售预包装食品=（填写）': '仅销售预包装食品=否',
  '自制高风险食品=（填写）': '自制高风险食品=否',
  '（填写缺的材料或信息）': '食品经营许可申请书',
  '（填写1到5分）': '5分',
  '（填写理由）': '情况复杂',
  '（填写材料）': '营业执照',
}

describe('zw run', () => {
  test('walks a case by a script, with the clock set and the chart filling up', async () => {
    const { code, out, err } = await runCli(['run', NAME, 'examples/language', ...SCRIPT], { cwd })
    expect(err).toBe('')
    expect(code).toBe(0)
    expectGolden('test/cli/run.golden.txt', out)
  })

  test('gives the history, the clocks and what became of each line as JSON', async () => {
    const { code, out } = await runCli(['run', NAME, 'examples/language', ...SCRIPT, '--json'], { cwd })
    expect(code).toBe(0)
    const walked = JSON.parse(out)
    expect(walked).toMatchObject({ schema: 'zw/run/1', matter: NAME, status: 'ended', ending: 'closed' })
    expect(walked.events.at(-1)).toMatchObject({ kind: 'rated', score: 5, by: { kind: 'applicant' } })
    expect(walked.clocks).toContainEqual({
      id: expect.any(String),
      kind: 'statutory',
      label: '法定时限',
      state: 'stopped',
      due: '2025-11-18',
      used: { unit: 'workday', amount: '5' },
      left: { unit: 'workday', amount: '15' },
      overdue: false,
    })
  })

  test('stops at the first line of a script that is refused, and says which and why', async () => {
    const files = { ...PERMIT, 'walk.txt': '提交\n完成 开具\n受理\n' }
    const { code, out, err } = await runCli(['run', '证明开具', 'permit.zw', '--script', 'walk.txt'], { files })
    expect(code).toBe(1)
    expect(err).toContain('第2行没有办成')
    expect(out).not.toContain('> 受理')
  })

  test('fails a line that should have been refused and was not', async () => {
    const files = { ...PERMIT, 'walk.txt': '提交\n应拒绝 受理\n' }
    const { code, err } = await runCli(['run', '证明开具', 'permit.zw', '--script', 'walk.txt'], { files })
    expect([code, err]).toEqual([1, 'zw：第2行没有办成：这一行应当被拒绝，却办成了\n'])
  })

  test.each(['胡说', '过 三天', '完成 开局', '提交 面积=60', '终止'])(
    'does not take a line that cannot be read for one that was refused: %s',
    async (line) => {
      const files = { ...PERMIT, 'walk.txt': `提交\n应拒绝 ${line}\n` }
      const { code, err } = await runCli(['run', '证明开具', 'permit.zw', '--script', 'walk.txt'], { files })
      expect(code).toBe(1)
      expect(err).toContain('第2行没有办成')
      expect(err).toContain('不算被拒绝')
    },
  )

  test('takes what a person types, goes back, and tells a slip of the pen', async () => {
    const typed = ['提交', '受里', '受理', '撤销', '看', '走完', '退出', '提交']
    const { code, out } = await runCli(['run', '证明开具', 'permit.zw'], { files: PERMIT, typed })
    expect(code).toBe(0)
    expect(out).toContain('✗ 看不懂“受里”，是不是“受理”？')
    expect(out).toContain('撤销了“受理”')
    expect(out).toContain('已办结')
    expect(out).not.toContain('办件已经提交过')
  })

  test('takes back one line at a time, a moved clock and a whole 走完 too, and says which', async () => {
    const typed = ['提交', '过 1小时', '以 申请人', '以 任何人', '走完', '撤销', '撤销', '撤销', '撤销', '撤销', '撤销']
    const { out } = await runCli(['run', '证明开具', 'permit.zw', '--at', '2026-09-28'], { files: PERMIT, typed })
    const undone = out
      .split('\n')
      .flatMap((line, at, lines) => (line.startsWith('撤销了') ? [line, lines[at + 1]] : []))
    expect(undone).toEqual([
      '撤销了“走完”',
      '2026-09-28 10:00  待受理',
      '撤销了“以 任何人”',
      '2026-09-28 10:00  待受理',
      '撤销了“以 申请人”',
      '2026-09-28 10:00  待受理',
      '撤销了“过 1小时”',
      '2026-09-28 09:00  待受理',
      '撤销了“提交”',
      '2026-09-28 09:00  还没有提交',
    ])
    expect(out).toContain('✗ 没有可以撤销的')
  })

  test.each([
    ['过 99999999天', '“99999999天”太长，一次最多过30年'],
    ['过 99999999999小时', '“99999999999小时”太长，一次最多过30年'],
    ['过 999999999个工作日', '“999999999个工作日”太长，一次最多过30年'],
    ['时间 9999-12-31', '“9999-12-31”太远，一次最多过30年'],
    ['过 半天', '“半天”不是一段时间'],
    ['时间 2026-12-01 25:00', '“2026-12-01 25:00”不是时刻'],
  ])('does not move the clock by %s', async (line, why) => {
    const { code, out } = await runCli(['run', '证明开具', 'permit.zw'], { files: PERMIT, typed: ['提交', line] })
    expect(code).toBe(0)
    expect(out).toContain(`✗ ${why}`)
  })

  test('says that no time has passed, and keeps nothing to take back', async () => {
    const typed = ['提交', '过 0天', '撤销']
    const { out } = await runCli(['run', '证明开具', 'permit.zw'], { files: PERMIT, typed })
    expect(out).toContain('钟没有动，什么也没有发生')
    expect(out).toContain('撤销了“提交”')
  })

  const FILLED =
    '提交 主体业态=餐饮服务经营 经营面积=200 仅销售预包装食品=否 自制高风险食品=是 申请人类型=企业 材料=全部'
  const ANSWERED = [FILLED, '答复 数据共享取件', '答复 数据共享取件']
  test.each([
    ['before it is submitted', []],
    ['with nothing filled in', ['提交']],
    ['with a service under way', [FILLED]],
    ['before 受理', ANSWERED],
    ['while something is missing', [...ANSWERED, '告知补正 食品经营许可申请书、经营面积']],
    ['in the middle', [...ANSWERED, '受理', '完成 材料审查']],
    ['before the decision', [...ANSWERED, '受理', '走完']],
    ['at the end', [...ANSWERED, '受理', '走完', '完成 决定 通过', '走完']],
  ])('takes every line that it offers as typed, %s', async (_when, script) => {
    const walk = (typed: readonly string[]) => runCli(['run', NAME, 'examples/language'], { cwd, typed })
    const offers = offered((await walk([...script, '看'])).out)
    expect(offers.length).toBeGreaterThan(0)
    const typed = offers.map((line) =>
      Object.entries(BLANKS).reduce((filled, [blank, answer]) => filled.replace(blank, answer), line),
    )
    const { out } = await walk([...script, ...typed.flatMap((line) => [line, '撤销'])])
    expect(out).not.toContain('✗')
    for (const line of typed) expect(out).toContain(`撤销了“${line}”`)
    const blanks = offers.filter((line, at) => line !== typed[at])
    const { out: refused } = await walk([...script, ...blanks])
    expect(refused.match(/✗ 请把“（填写.*”换成要写的内容/gu) ?? []).toHaveLength(blanks.length)
  })

  test('names the step of 受理 when asked to', async () => {
    const typed = ['提交', '受理 受理']
    const { out } = await runCli(['run', '证明开具', 'permit.zw'], { files: PERMIT, typed })
    expect(out).toContain('✓ 受理办完')
  })

  test.each([
    ['提交 经营面积=很大', '“经营面积”的填写值不对，应为数；请写数，如60、60平方米'],
    ['提交 自制高风险食品=有', '“自制高风险食品”的填写值不对，应为是否；请写是或者否'],
    ['提交 主体业态=网吧', '；可以写：食品销售经营、餐饮服务经营、单位食堂'],
    ['提交 经营面=60', '事项没有信息“经营面”；是不是“经营面积”？'],
    ['提交 经营面积=60 经营面积=70', '“经营面积”写了两次（60和70），请只写一次'],
    ['提交 材料=营业执照 材料=房屋租赁合同', '“材料”写了两次（营业执照和房屋租赁合同），请只写一次'],
    ['受理 申请人已取得营业执照等合法主体资格=好', '“申请人已取得营业执照等合法主体资格”的填写值不对；请写是或者否'],
    ['告知补正', '没有写缺的材料或信息；请写：告知补正 缺的材料或信息'],
    ['退回 受理', '没有写理由；请写：退回 环节 理由'],
    ['终止', '没有写理由；请写：终止 理由'],
    ['延长', '没有写理由；请写：延长 理由'],
    ['不予受理 。', '理由写得不对；请写：不予受理 理由'],
    ['答复', '请写外部服务：身份核验、电子印章、电子签名、支付、寄递、数据共享取件'],
    ['答复 数据共享取件 没有成', '“没有成”看不懂，请写完成或者失败'],
    ['评价 9', '分数应为1到5；请写：评价 1到5分 环节'],
    ['评价', '分数应为1到5；请写：评价 1到5分 环节'],
  ])('says in the words of a walker what to write instead of %s', async (line, why) => {
    const { out } = await runCli(['run', NAME, 'examples/language'], { cwd, typed: [line] })
    expect(out).toMatch(new RegExp(`^✗ .*${why.replace(/[?？]/gu, '.')}$`, 'mu'))
  })

  test('knows the words that other programs have for 帮助 and 退出, and guesses nothing from one character', async () => {
    for (const word of ['exit', 'QUIT', 'quit']) {
      const { out } = await runCli(['run', '证明开具', 'permit.zw'], { files: PERMIT, typed: [word, '提交'] })
      expect(out).not.toContain('收到申请')
    }
    const typed = ['help', '?', '？', '到', '完成 受']
    const { out } = await runCli(['run', '证明开具', 'permit.zw'], { files: PERMIT, typed })
    expect(out.match(/^撤销、看、历史/gmu)).toHaveLength(3)
    expect(out).toContain('✗ 看不懂“到”，写“帮助”看可以写什么')
    expect(out).toContain('✗ 没有名为“受”的环节，可以写：受理、开具')
  })

  test('ends the last line when the input ends, but not after 退出', async () => {
    const files = PERMIT
    expect((await runCli(['run', '证明开具', 'permit.zw'], { files, typed: ['帮助'] })).out).toMatch(/退出\n\n$/u)
    expect((await runCli(['run', '证明开具', 'permit.zw'], { files, typed: ['帮助', '退出'] })).out).not.toMatch(
      /\n\n$/u,
    )
  })

  test('takes what is piped into it for a script', async () => {
    const { code, out, err } = await runCli(['run', '证明开具', 'permit.zw'], {
      files: PERMIT,
      stdin: '提交\n胡说\n受理\n',
    })
    expect(code).toBe(1)
    expect(out).toContain('> 提交\n✓ 收到申请')
    expect(out).not.toContain('> 受理')
    expect(err).toContain('第2行没有办成：看不懂“胡说”')
    expect((await runCli(['run', '证明开具', 'permit.zw'], { files: PERMIT, stdin: '提交\n受理\n' })).code).toBe(0)
  })

  test.each(['', '\n\n', '# 还没有写\n注：也没有\n'])('refuses a script without a line to take', async (text) => {
    const files = { ...PERMIT, 'walk.txt': text }
    const byName = await runCli(['run', '证明开具', 'permit.zw', '--script', 'walk.txt'], { files })
    expect([byName.code, byName.out]).toEqual([2, ''])
    expect(byName.err).toContain('“walk.txt”里一行指令也没有')
    const piped = await runCli(['run', '证明开具', 'permit.zw'], { files, stdin: text })
    expect([piped.code, piped.out]).toEqual([2, ''])
    expect(piped.err).toContain('标准输入里一行指令也没有')
  })

  test('says why it can go no further by itself', async () => {
    const whole = await runCli(['run', NAME, 'examples/language'], { cwd, typed: [...ANSWERED, '受理', '走完', '走'] })
    expect(whole.out).toContain('停在这里：“决定”等着填写审查结论')
    expect(whole.out).toContain('✗ 不能再往前走：“决定”等着填写审查结论')
    const early = ['走', '提交', '走完', '告知补正 食品经营许可申请书', '走']
    const { out } = await runCli(['run', NAME, 'examples/language'], { cwd, typed: early })
    expect(out).toContain('✗ 不能再往前走：还没有提交，请先写“提交”')
    expect(out).toMatch(/停在这里：“受理”等着填写.*主体业态.*，材料食品经营许可申请书/u)
    expect(out).toContain('✗ 不能再往前走：等申请人补正：食品经营许可申请书')
    const barred = [FILLED.replace('餐饮服务经营', '食品销售经营'), '走完', '走']
    const { out: unfit } = await runCli(['run', NAME, 'examples/language'], { cwd, typed: barred })
    expect(unfit).toMatch(/停在这里：.*不满足/u)
  })

  test('sets the clock only forward, and only the chosen role may act', async () => {
    const typed = ['提交', '过 2个工作日', '时间 2020-01-01', '以 窗口', '以 申请人', '受理']
    const { out } = await runCli(['run', '证明开具', 'permit.zw', '--at', '2026-09-28'], { files: PERMIT, typed })
    expect(out).toContain('2026-09-30 09:00  待受理')
    expect(out).toContain('✗ 钟只能往后拨')
    expect(out).toContain('没有“窗口”这个角色；可以写：任何人、申请人、窗口人员')
    expect(out).toMatch(/✗ .*角色/)
  })

  test('refuses a matter that could not carry a case, and --json without a script', async () => {
    const files = { 'bare.zw': '事项：空事项\n' }
    expect((await runCli(['run', '空事项', 'bare.zw'], { files })).code).toBe(2)
    expect((await runCli(['run', '证明开具', 'permit.zw', '--json'], { files: PERMIT })).err).toContain('--script')
  })
})
