import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printNumber } from '../../../src/base/print-number.ts'
import { add, rational, ZERO } from '../../../src/base/rational.ts'
import { type FeedGraph, feedGraphOf } from '../../../src/render/html/bundle/feed-graph.ts'
import { type FeedBox, layOutFeeds } from '../../../src/render/html/bundle/feed-layout.ts'
import { bundlePageOf, crowdedBundlePage } from '../../support/bundle-page.ts'
import { type Element, elementsOf, readHtml, textOf } from '../../support/html-tree.ts'
import { HOSTILE_NAMES } from '../../support/report-page.ts'

const { account, dossier, page } = bundlePageOf('restaurant')
const tree = readHtml(page)

function only<T>(found: readonly T[]): T {
  const [first, ...others] = found
  if (first === undefined || others.length > 0) throw new Error(`${found.length} found`)
  return first
}

function section(of: Element, id: string): Element {
  return only(elementsOf(of, 'section').filter(({ attributes }) => attributes['aria-labelledby'] === id))
}

/** The rows of a table as the texts of their cells, without its heads. */
function rowsOf(table: Element): readonly (readonly string[])[] {
  return elementsOf(table, 'tbody').flatMap((body) =>
    elementsOf(body, 'tr').map((row) =>
      row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [textOf(cell)])),
    ),
  )
}

function tableIn(of: Element, caption: string): Element {
  return only(elementsOf(of, 'table').filter((each) => elementsOf(each, 'caption').some((c) => textOf(c) === caption)))
}

describe('the page', () => {
  test('is one file without a script: it names nothing outside itself', () => {
    const links = ['a', 'img', 'link', 'script', 'iframe', 'use', 'image'].flatMap((name) => elementsOf(tree, name))
    expect(links.map(({ attributes }) => attributes['href'])).toEqual(['#materials'])
    expect(page).not.toMatch(/url\(|@import|https?:|script-src/)
  })

  test('has each id once, each section is named by its heading', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { attributes } of elementsOf(tree, 'section')) expect(ids).toContain(attributes['aria-labelledby'])
  })

  test('begins with the time saved and names what it is compared with', () => {
    const headline = section(tree, 'headline')
    expect(textOf(headline)).toContain(
      '时限压减72.92%以前48个工作日（公布的基准），以后13个工作日（承诺时限）。测算可达：关键路径10.5个工作日，比承诺短，可以压减78.13%。',
    )
    expect(rowsOf(tableIn(headline, '与各种基准相比')).map((row) => row.slice(0, 3))).toEqual([
      ['公布的基准', '48', '72.92%'],
      ['法定时限之和', '56', '76.79%'],
      ['承诺时限之和', '26.5', '50.94%'],
      ['环节依次办理', '29.5', '55.93%'],
      ['一件事承诺', '13', ''],
      ['测算可达', '10.5', '78.13%'],
    ])
  })

  test('says of each other figure how it changes and where the number before comes from', () => {
    const figuresOf = (root: Element) =>
      elementsOf(only(elementsOf(section(root, 'headline'), 'dl')), 'div').map(textOf)
    expect(figuresOf(tree)).toEqual([
      '材料35→10份减了71.43%，以前是公布的基准',
      '办事环节17→2个减了88.24%，以前是公布的基准',
      expect.stringMatching(/^跑动/),
      '填写的信息3→6项多了100.00%，以前是各事项相加',
      '全部环节16→12个减了25.00%，以前是各事项相加',
    ])
    expect(figuresOf(readHtml(bundlePageOf('newborn').page))).toContain('跑动4→1次减了75.00%，以前是各事项相加')
  })
})

test('the targets are judged by the combination that is told', () => {
  const targets = elementsOf(section(tree, 'headline'), 'li').map(textOf)
  expect(targets.slice(0, 2)).toEqual([
    '目标：压减时限 不低于 60%（基准时限→联办承诺时限），实际72.92%（48→13个工作日），达标',
    '目标：压减材料 不低于 50%，实际71.43%（35→10份材料），达标',
  ])
  expect(targets).toHaveLength(4)
})

describe('the components', () => {
  test('say for whom they are, what they wait for, what they issue and how long they have', () => {
    const rows = rowsOf(only(elementsOf(section(tree, 'components'), 'table')))
    expect(rows).toContainEqual([
      '设置大型户外广告及招牌审批城市管理部门 · 在企业设立登记之后办出：准予设置决定书',
      '【设置大型招牌】为是',
      '准予设置决定书',
      '20',
      '5',
    ])
    expect(rows).toHaveLength(4)
  })

  test('have the terms of the sums', () => {
    const sum = dossier.components.reduce((total, { statutory }) => add(total, statutory ?? ZERO), ZERO)
    expect(sum).toEqual(account.chosen?.baselines.statutorySum)
  })
})

describe('the materials', () => {
  test('are all there, each once', () => {
    const names = elementsOf(section(tree, 'materials'), 'tbody').flatMap((body) =>
      elementsOf(body, 'th').map(({ children: [name] }) => name),
    )
    expect(names.toSorted()).toEqual(account.bundled.materials.map(({ name }) => name).toSorted())
  })

  test('that need not be handed in say why', () => {
    const spared = rowsOf(tableIn(section(tree, 'materials'), '不用交的5种'))
    expect(spared.map(([name, why]) => [name, why])).toEqual([
      ['经营者身份证件', '免提交'],
      ['营业执照', '办“企业设立登记”时产出'],
      ['不动产权证书', '交了经营场所合法使用证明就够了'],
      ['房屋租赁合同', '交了经营场所合法使用证明就够了'],
      ['公众聚集场所投入使用营业前消防安全检查·营业执照', '免提交'],
    ])
  })

  test('say how, in which situation, and for which matters they are handed in', () => {
    const rows = rowsOf(tableIn(section(tree, 'materials'), '要交的'))
    expect(rows).toContainEqual(['公司章程', '电子件或纸质，1份', '企业设立登记'])
    expect(rows[0]).toEqual([
      '开办餐饮店“一件事”申请表',
      '电子件，1份',
      '企业设立登记（叫“申请书”）食品经营许可（餐饮服务）新办（叫“食品经营许可申请书”）',
    ])
    expect(rows.map(([name]) => name)).toContain(
      '与食品经营相适应的主要设备设施、经营布局、操作流程等文件【主体业态】为“餐饮服务经营”，【经营面积】150平方米以上时',
    )
  })

  test('are told for the components that take part: who has the licence chooses what shows the premises', () => {
    const known = bundlePageOf('restaurant', new Map([['已有营业执照', { kind: 'boolean', value: true }]]))
    const materials = section(readHtml(known.page), 'materials')
    const rows = rowsOf(tableIn(materials, '要交的'))
    expect(rows.filter(([, asked]) => asked?.includes('任选')).map(([name, asked]) => [name, asked])).toEqual([
      ['不动产权证书', '经营场所合法使用证明：任选其一'],
      ['房屋租赁合同', '经营场所合法使用证明：任选其一'],
    ])
    expect(textOf(materials)).not.toContain('公司章程')
    expect(textOf(section(readHtml(known.page), 'components'))).toContain('这次不办')
  })

  test.each(['restaurant', 'restaurant-sichuan', 'newborn', 'open-company', 'close-company', 'after-death', 'veteran'])(
    'of %s to be handed in are as many as the figure counts',
    (folder) => {
      const made = bundlePageOf(folder)
      const { materials } = made.dossier
      const singles = materials.filter(({ standing }) => standing.kind === 'handIn').length
      const choices = new Map(
        materials.flatMap(({ standing }) =>
          standing.kind === 'choice' ? [[standing.choice, standing.atLeast] as const] : [],
        ),
      )
      const count = [...choices.values()].reduce((sum, atLeast) => sum + atLeast, singles)
      expect(rational(count)).toEqual(made.account.chosen?.cuts.materials?.after)
      expect(made.page).toContain(`一共交${count}份`)
    },
  )
})

describe('the order', () => {
  const order = section(tree, 'order')

  test('has every step that is done, with its days and the date on which it ends, by when it begins', () => {
    const rows = rowsOf(tableIn(order, '环节的先后和用时'))
    expect(rows).toHaveLength(account.steps.length)
    expect(rows.map(([name, time]) => [name, time]).slice(1, 4)).toEqual([
      ['受理（关键）企业设立登记', '0.5个工作日11月25日（星期三）'],
      ['核准登记（关键）企业设立登记', '随到随办11月25日（星期三）'],
      ['材料审查食品经营许可（餐饮服务）新办', '3个工作日11月30日（星期一）'],
    ])
  })

  test('is drawn to scale up to the promise', () => {
    const inspection = only(elementsOf(order, 'tr').filter((row) => textOf(row).startsWith('食品与消防联合核查')))
    const [drawing] = elementsOf(inspection, 'svg')
    expect(drawing?.attributes['aria-label']).toBe('从满1.5个工作日到满6.5个工作日')
    expect(drawing && elementsOf(drawing, 'rect').map(({ attributes }) => attributes)).toEqual([
      { class: 'critical', x: '11.54%', width: '38.46%' },
    ])
  })
})

test('every combination is there with its figures', () => {
  const rows = rowsOf(only(elementsOf(section(tree, 'combinations'), 'table')))
  expect(rows.map((row) => row.slice(1, 4))).toEqual(
    account.selections.map(({ components, cuts: { time } }) => [
      `${components.length}个`,
      expect.stringContaining(`${time && printNumber(time.before)}→${time && printNumber(time.after)}`),
      expect.stringMatching(/^\d+\.\d\d%测算[\d.]+，\d+\.\d\d%$/),
    ]),
  )
})

describe('what flows between components', () => {
  test('stands in a table, and the drawing says the same', () => {
    const feeds = section(tree, 'feeds')
    expect(rowsOf(tableIn(feeds, '结果的去处'))).toEqual([
      ['营业执照', '企业设立登记', '食品经营许可（餐饮服务）新办设置大型户外广告及招牌审批'],
    ])
    for (const drawing of elementsOf(feeds, 'svg')) {
      expect(drawing.attributes['aria-label']).toBe(
        '事项之间的流转：企业设立登记的营业执照给食品经营许可（餐饮服务）新办、设置大型户外广告及招牌审批',
      )
      expect(elementsOf(drawing, 'rect')).toHaveLength(4)
    }
  })

  test('has its number in the box that issues it where the labels of several would touch', () => {
    const net = (output: string, to: string) => ({ from: '规划许可', output, to: [to] })
    const graph = (outputs: readonly string[]): FeedGraph => ({
      layers: [['规划许可'], ['施工许可', '消防审查']],
      nets: outputs.map((output, index) => net(output, index % 2 === 0 ? '施工许可' : '消防审查')),
    })
    const drawn = (outputs: readonly string[]) => {
      const { boxes, lines } = layOutFeeds(graph(outputs), 340, 2)
      return { issues: boxes.map((box) => box.issues), labels: lines.map(({ label }) => label?.lines) }
    }
    expect(drawn(['许可证', '批准书'])).toEqual({ issues: [[], [], []], labels: [['许可证'], ['批准书']] })
    expect(drawn(['建设工程规划许可证', '建设用地批准书'])).toEqual({
      issues: [['①建设工程规划许可证', '②建设用地批准书'], [], []],
      labels: [['①'], ['②']],
    })
  })

  test('that is only an order says so', () => {
    const feeds = section(readHtml(bundlePageOf('restaurant-sichuan').page), 'feeds')
    expect(textOf(feeds)).toContain('虚线的箭头只说先后。没有箭头前后相连的，同时办。')
    expect(elementsOf(feeds, 'table')).toEqual([])
  })

  test('puts each component below all that it waits for', () => {
    const { layers, nets } = feedGraphOf(crowdedBundlePage().account)
    const layerOf = (name: string) => layers.findIndex((layer) => layer.includes(name))
    for (const { from, to } of nets) {
      for (const name of to) expect(layerOf(name)).toBeGreaterThan(layerOf(from))
    }
    expect(nets.filter(({ output }) => output === null)).toEqual([{ from: '甲项', output: null, to: ['乙项'] }])
  })

  test.each([
    ['wide', 720, 4],
    ['narrow', 340, 2],
  ])('is led around the boxes of a %s drawing, and into every target', (_, width, most) => {
    fc.assert(
      fc.property(arbitraryFeedGraph, (graph) => {
        const { boxes, lines } = layOutFeeds(graph, width, most)
        expect(boxes.map(({ name }) => name)).toEqual(graph.layers.flat())
        for (const { net, segments, arrows } of lines) {
          expect(arrows).toHaveLength(net.to.length)
          for (const segment of segments) {
            expect(boxes.filter((box) => crosses(segment, box)).map(({ name }) => name)).toEqual([])
            for (const x of [segment[0], segment[2]]) expect(x).toBe(Math.min(width, Math.max(0, x)))
          }
        }
      }),
    )
  })
})

/** Any layers of components, and results of some that go to others further down. */
const arbitraryFeedGraph: fc.Arbitrary<FeedGraph> = fc
  .array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 })
  .chain((sizes) => {
    const layers = sizes.map((size, depth) => Array.from({ length: size }, (_, at) => `第${depth}层第${at}个办理事项`))
    const pairs = layers.flatMap((layer, depth) =>
      layer.map((from) =>
        fc.subarray(layers.slice(depth + 1).flat()).map((to) => ({ from, output: `${from}结果`, to })),
      ),
    )
    return fc.tuple(...pairs).map((nets) => ({ layers, nets: nets.filter(({ to }) => to.length > 0) }))
  })

/** Whether a line goes through the inside of a box. */
function crosses([x1, y1, x2, y2]: readonly [number, number, number, number], box: FeedBox): boolean {
  return (
    Math.max(x1, x2) > box.x &&
    Math.min(x1, x2) < box.x + box.width &&
    Math.max(y1, y2) > box.y &&
    Math.min(y1, y2) < box.y + box.height
  )
}

describe('a crowded bundle', () => {
  const crowded = crowdedBundlePage()
  const root = readHtml(crowded.page)

  test('shows texts from outside as texts', () => {
    expect(elementsOf(root, 'script')).toEqual([])
    expect(elementsOf(root, 'img')).toEqual([])
    expect(elementsOf(root, 'h1').map(textOf)).toEqual(['<i>难画的</i>“一件事”'])
    expect(crowded.page).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
    const names = rowsOf(only(elementsOf(section(root, 'components'), 'table'))).map(([name]) => name)
    for (const name of HOSTILE_NAMES.slice(0, 3)) expect(names.some((each) => each?.startsWith(name))).toBe(true)
  })

  test('says which side of a figure is missing', () => {
    expect(textOf(section(root, 'headline'))).toContain('跑动—一件事没有写到现场次数')
  })

  test('says first what is wrong with it, and last what might belong together', () => {
    const headings = elementsOf(root, 'h2').map(textOf)
    expect(headings[0]).toBe('先要改的1处')
    expect(textOf(section(root, 'problems'))).toContain('没有名为“<b>没有的事项</b>”的事项')
    expect(textOf(section(root, 'components'))).toContain('没有这个事项')
    expect(headings.at(-2)).toBe(`还可以合并的${crowded.account.bundled.proposals.length}处`)
    expect(textOf(section(root, 'proposals'))).toContain('“申请表”有8处')
  })
})
