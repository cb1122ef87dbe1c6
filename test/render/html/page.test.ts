import { describe, expect, test } from 'vitest'
import { measureCatalogue } from '../../../src/analysis/catalogue-report.ts'
import { rational } from '../../../src/base/rational.ts'
import { html } from '../../../src/render/html/html.ts'
import { renderReportHtml } from '../../../src/render/html/page.ts'
import { place, scaleFor } from '../../../src/render/html/scale.ts'
import { type Element, elementsOf, readHtml, textOf } from '../../support/html-tree.ts'
import { HOSTILE_NAMES, reportPage } from '../../support/report-page.ts'

const { report, page } = reportPage()
const tree = readHtml(page)

function only(elements: readonly Element[]): Element {
  const [element, ...others] = elements
  if (element === undefined || others.length > 0) throw new Error(`${elements.length} elements`)
  return element
}

function withId(id: string): Element {
  const all = ['section', 'details', 'table', 'h2', 'form'].flatMap((name) => elementsOf(tree, name))
  return only(all.filter(({ attributes }) => attributes['id'] === id))
}

function detailsOf(name: string): Element {
  return only(
    elementsOf(tree, 'details').filter(
      (each) => each.attributes['class'] === 'matter' && textOf(only(elementsOf(each, 'h3'))) === name,
    ),
  )
}

const captions = (element: Element) => elementsOf(element, 'caption').map(textOf)

/** The rows of a table as the texts of their cells. */
function rowsOf(table: Element): readonly (readonly string[])[] {
  return elementsOf(table, 'tr').map((row) =>
    row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [textOf(cell)])),
  )
}

describe('the page', () => {
  test('is one file: it names nothing outside itself', () => {
    const links = ['a', 'img', 'link', 'script', 'iframe', 'use', 'image'].flatMap((name) => elementsOf(tree, name))
    const targets = links.flatMap(({ attributes }) => [attributes['href'], attributes['src']])
    expect(targets.filter((target) => target !== undefined && !target.startsWith('#'))).toEqual([])
    expect(page).not.toMatch(/url\(|@import|https?:/)
  })

  test('is the same for the same report', () => {
    expect(reportPage().page).toBe(page)
  })

  test('has each id once, and every link leads somewhere', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = elementsOf(tree, 'a').map(({ attributes }) => attributes['href']?.slice(1))
    expect(links.filter((link) => !ids.includes(link) && link !== '达标=未达标')).toEqual([])
  })

  test('begins with the ratio of the sums', () => {
    const headline = textOf(
      only(elementsOf(tree, 'section').filter((each) => each.attributes['aria-labelledby'] === 'headline')),
    )
    expect(headline).toContain(
      '26个事项的法定时限合计558.7个工作日，承诺时限合计242.5个工作日，压减56.6%（先合计，再相比）。',
    )
    expect(headline).toContain('达标11／17个6个未达标')
  })

  test('lists every matter, and tells each in full', () => {
    const list = withId('list')
    expect(rowsOf(list)).toHaveLength(report.matters.length + 1)
    expect(elementsOf(tree, 'details').filter(({ attributes }) => attributes['class'] === 'matter')).toHaveLength(
      report.matters.length,
    )
    const row = rowsOf(list).find(([name]) => name?.startsWith('食品经营许可新办'))
    expect(row).toEqual([
      '食品经营许可新办市场监督管理部门·县级·行政许可20个工作日→12个工作日',
      '20个工作日→12个工作日',
      '12',
      '40.0%',
      '',
      '≥60% 差4个工作日',
    ])
  })

  test('names the misses, those lacking most first, with what is in the way', () => {
    const missed = only(elementsOf(tree, 'table').filter(({ attributes }) => attributes['class'] === 'list missed'))
    expect(
      rowsOf(missed)
        .slice(1)
        .map(([name, , , lack]) => `${name} ${lack}`),
    ).toEqual([
      '大型户外广告设施设置许可 14个工作日',
      '户外广告设施设置许可 8个工作日',
      '食品经营许可新办 4个工作日',
      '居民身份证换领、补领 2.9个工作日',
      '烟草专卖零售许可证新办 2个工作日',
      '出入境通行证签发（边境旅游服务事由） 1个工作日',
    ])
    expect(rowsOf(missed)[2]?.slice(1)).toEqual([
      '≥50%',
      '10.0%',
      '8个工作日',
      '受理1 → 材料审查3 → 现场勘查5 → 专家论证4 → 部门会签2 → 决定2 → 制证1',
    ])
  })

  test('says of what is left out why', () => {
    const excluded = textOf(
      only(elementsOf(tree, 'section').filter((each) => each.attributes['aria-labelledby'] === 'excluded')),
    )
    expect(excluded).toContain('没有法定时限（4个）')
    expect(excluded).toContain('无法定时限（1个）社会保障卡申领')
  })

  test('shows the conversion with exact numbers', () => {
    const conversion = only(elementsOf(tree, 'table').filter((each) => captions(each).includes('折算表')))
    expect(rowsOf(conversion)).toContainEqual(['1个自然日', '5/7'])
  })
})

describe('a matter', () => {
  const food = detailsOf('食品经营许可新办')

  test('shows its limits with when they count, their sources and their lines', () => {
    const limits = only(elementsOf(food, 'table').filter((each) => captions(each).includes('时限与依据')))
    expect(rowsOf(limits).slice(1)).toEqual([
      ['法定时限', '20个工作日从受理之日的次日起算', '《中华人民共和国行政许可法》第四十二条、第八十二条', '第128行'],
      ['承诺时限', '5个工作日【办理方式】为“告知承诺”', '没有写', '第131行'],
      ['承诺时限', '12个工作日【办理方式】为“一般程序”', '没有写', '第133行'],
    ])
  })

  test('says in which situation it takes longest', () => {
    expect(textOf(food)).toContain(
      '最长的情形是【办理方式】为“一般程序”，【需要核查经营条件】为是，关键路径12个工作日。',
    )
  })

  test('draws its steps to scale, and says the same in words', () => {
    const gantt = only(elementsOf(food, 'table').filter((each) => captions(each).includes('办理环节与时限')))
    expect(
      rowsOf(gantt)
        .slice(1)
        .map(([name, time]) => `${name} ${time}`),
    ).toEqual([
      '法定时限 20个工作日',
      '承诺时限 12个工作日',
      '受理 不计入 5个工作日',
      '材料审查 4个工作日',
      '现场核查（关键） 11个工作日',
      '决定（关键） 1个工作日',
      '制证送达 另计 6个工作日',
    ])
    const [, , , , inspection] = elementsOf(gantt, 'svg')
    expect(inspection?.attributes['aria-label']).toBe('从一开始到满11个工作日时')
    expect(inspection && elementsOf(inspection, 'rect').map(({ attributes }) => attributes)).toEqual([
      { class: 'critical', x: '0%', width: '55%' },
    ])
  })

  test('that takes longer than is promised shows from where on', () => {
    const gantt = only(
      elementsOf(detailsOf('户外广告设施设置许可'), 'table').filter((each) =>
        captions(each).includes('办理环节与时限'),
      ),
    )
    const late = elementsOf(gantt, 'rect').filter(({ attributes }) => attributes['class'] === 'late')
    expect(late.map(({ attributes }) => [attributes['x'], attributes['width']])).toEqual([
      ['75%', '10%'],
      ['85%', '5%'],
    ])
  })

  test('with measures shows the cheapest plan, what it makes of the steps, and the price of each time', () => {
    const sign = detailsOf('户外广告设施设置许可')
    expect(textOf(sign)).toContain(
      '目标是至多10个工作日。采取下列4项措施，最长用时从18个工作日减到9.5个工作日，成本18人日。',
    )
    expect(captions(sign)).toContain('采取措施以后')
    const prices = only(elementsOf(sign, 'table').filter((each) => captions(each).includes('时间与成本')))
    const chosen = elementsOf(prices, 'tr').filter(({ attributes }) => attributes['class'] === 'chosen')
    expect(chosen.map(textOf)).toEqual([
      '9.5个工作日18人日勘查与审查并联、部门会签改为系统推送、决定提速、专家论证提速',
    ])
  })

  test('whose measures do not suffice shows how short it can get', () => {
    expect(textOf(detailsOf('大型户外广告设施设置许可'))).toContain(
      '目标是至多4个工作日。能采取的措施全部采取，也达不到：最短只能到8.5个工作日',
    )
  })
})

describe('texts from outside', () => {
  test('are escaped wherever they stand', () => {
    for (const name of HOSTILE_NAMES) {
      expect(() => detailsOf(name.replace('\u200f\u202e', '<U+200F><U+202E>'))).not.toThrow()
    }
    expect(elementsOf(tree, 'script')).toHaveLength(1)
    expect(page).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
  })

  test('cannot leave an attribute', () => {
    expect(html`<p title="${'" onclick="x'}">${['<', '&', "'", null, 3, html`<b>${'>'}</b>`]}</p>`.markup).toBe(
      '<p title="&quot; onclick=&quot;x">&lt;&amp;&#39;3<b>&gt;</b></p>',
    )
  })
})

test('more than sixty matters print only the details that are open, and the page says so', () => {
  const [first] = report.matters
  if (first === undefined) throw new Error('no matter')
  const pageOf = (count: number) => renderReportHtml({ ...report, matters: Array.from({ length: count }, () => first) })
  expect(pageOf(60)).toContain('<main>')
  expect(pageOf(60)).not.toContain('打印只印点开的')
  expect(pageOf(61)).toContain('<main class="many">')
  expect(pageOf(61)).toContain('列出的超过60个时，打印只印点开的。')
  expect(pageOf(61)).toContain('listed.length > 60 ?')
})

test('places on a scale are exact to a hundredth of a percent', () => {
  const scale = scaleFor([rational(20), rational(7)])
  expect([0, 7, 20].map((days) => place(scale, rational(days)))).toEqual(['0%', '35%', '100%'])
  expect(place(scale, rational(20, 3))).toBe('33.33%')
  expect(place(scaleFor([]), rational(0))).toBe('0%')
})

test('a report on nothing is a page that says so', () => {
  const empty = readHtml(renderReportHtml(measureCatalogue([]), { title: '空<白>' }))
  expect(textOf(only(elementsOf(empty, 'h1')))).toBe('空<白>')
  expect(textOf(empty)).toContain('没有可以相加的事项')
})
