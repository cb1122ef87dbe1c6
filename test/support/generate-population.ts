import type { SourceFile } from '../../src/base/source-file.ts'
import { file, matter } from './short-matter.ts'

/** Something that matters ask about people, with what they may answer and what conditions ask for. */
interface Asked {
  readonly name: string
  readonly lines: readonly string[]
  readonly rules: readonly string[]
  readonly answer: (draw: Draw) => unknown
}

/** Picks a whole number below a bound. */
type Draw = (below: number) => number

const YES_OR_NO = [
  '本市户籍',
  '持有居住证',
  '参加社会保险',
  '有残疾人证',
  '属于低保对象',
  '属于退役军人',
  '告知承诺',
  '自有房屋',
  '初次创业',
  '有违法记录',
  '环保验收合格',
  '消防验收合格',
]
const AMOUNTS = [
  ['年龄', '岁', [16, 18, 60, 65, 80]],
  ['经营面积', '平方米', [20, 50, 150, 300]],
  ['社保缴纳月数', '个月', [6, 12, 36]],
  ['从业人数', '人', [5, 20, 100]],
  ['家庭人均月收入', '元', [800, 1200, 2400]],
  ['居住月数', '个月', [6, 12, 24]],
] as const
const CHOICES = [
  ['申请人身份', ['个人', '个体工商户', '企业', '社会组织']],
  ['户别', ['城镇', '农村']],
  ['学历', ['高中以下', '大专', '本科', '研究生']],
  ['行业', ['餐饮', '零售', '制造', '运输', '其他']],
  ['婚姻状况', ['未婚', '已婚', '离异', '丧偶']],
] as const

const POOL: readonly Asked[] = [
  ...YES_OR_NO.map(
    (name): Asked => ({
      name,
      lines: [`  信息：${name}`, '    类型：是否'],
      rules: [`【${name}】`, `非【${name}】`],
      answer: (draw) => draw(3) > 0,
    }),
  ),
  ...AMOUNTS.map(
    ([name, unit, bounds]): Asked => ({
      name,
      lines: [`  信息：${name}`, '    类型：数', `    单位：${unit}`],
      rules: bounds.flatMap((bound) => [`【${name}】${bound}${unit}以上`, `【${name}】不超过${bound}${unit}`]),
      answer: (draw) => draw(bounds[bounds.length - 1] ?? 1) * 1.5,
    }),
  ),
  ...CHOICES.map(
    ([name, words]): Asked => ({
      name,
      lines: [`  信息：${name}`, '    类型：枚举', `    取值：${words.join('、')}`],
      rules: words.flatMap((word, index) => [
        `【${name}】为 ${word}`,
        `【${name}】属于 ${word}、${words[(index + 1) % words.length] ?? word}`,
      ]),
      answer: (draw) => words[draw(words.length)],
    }),
  ),
]

/** Matters with two to five conditions each over two dozen facts that they share; many conditions come up again and again. */
export function generateMatters(count: number): readonly SourceFile[] {
  const draw = createDraw(7)
  return Array.from({ length: count }, (_, index) => {
    const rules = Array.from({ length: 2 + draw(4) }, () => {
      const [a, b] = [pick(POOL, draw), pick(POOL, draw)]
      const joined = draw(3) === 0 && a !== b
      const rule = joined ? `${pick(a.rules, draw)} 或 ${pick(b.rules, draw)}` : pick(a.rules, draw)
      return { asked: joined ? [a, b] : [a], rule }
    })
    const asked = [...new Set(rules.flatMap((each) => each.asked))]
    const body = [
      '申报信息：',
      ...asked.flatMap(({ lines }) => lines),
      '受理条件：',
      ...rules.flatMap(({ rule }, place) => [`  条件：第${place + 1}项条件`, `    判断：${rule}`]),
    ].join('\n')
    return file(`matters/matter-${index + 1}.zw`, matter(`事项${index + 1}`, { body }))
  })
}

/** Applicants a line each, with about nine of ten facts known. The same number gives the same people. */
export function* generateApplicants(count: number): Generator<string> {
  const draw = createDraw(11)
  for (let index = 1; index <= count; index++) {
    const facts = POOL.flatMap(({ name, answer }) => (draw(10) === 0 ? [] : [[name, answer(draw)] as const]))
    yield JSON.stringify({ id: `申请人${index}`, facts: Object.fromEntries(facts) })
  }
}

function pick<T>(from: readonly T[], draw: Draw): T {
  const picked = from[draw(from.length)]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}

/** Mulberry32. */
function createDraw(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t)
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
