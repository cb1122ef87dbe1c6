import { expect, test } from 'vitest'
import { CONSTRUCTS } from '../../src/syntax/constructs.ts'
import { readPages } from './manual-blocks.ts'

const text = readPages('docs/guides/').find(({ path }) => path.endsWith('/from-a-guide.md'))?.text ?? ''
const [withKeyword = '', withoutKeyword = ''] = text.split('## 一个例子')[0]?.split('### 没有关键字的') ?? []

const keywords = new Set(CONSTRUCTS.map(({ keyword }) => keyword))
const known = new Set(CONSTRUCTS.flatMap(({ keyword, aliases = [] }) => [keyword, ...aliases]))

/** The headings of guides and what they are to be written as, row by row. */
function rowsOf(tables: string): readonly { readonly headings: readonly string[]; readonly written: string }[] {
  return [...tables.matchAll(/^\| ([^|]+) \| ([^|]+) \|/gm)].flatMap(([, headings = '', written = '']) =>
    /`/.test(written) ? [{ headings: headings.split('、'), written }] : [],
  )
}

test('every heading is written as a keyword of the language', () => {
  const written = rowsOf(withKeyword).flatMap((row) =>
    [...row.written.matchAll(/`([^`：]+)：/g)].map(([, word]) => word),
  )
  expect(written.length).toBeGreaterThan(50)
  expect(written.filter((word) => word === undefined || !keywords.has(word))).toEqual([])
})

test('a heading that is itself a word of the language is written as that keyword', () => {
  const rows = rowsOf(withKeyword)
  const wrong = rows.flatMap(({ headings, written }) =>
    headings
      .filter((heading) => known.has(heading))
      .filter((heading) => {
        const own = CONSTRUCTS.filter(({ keyword, aliases = [] }) => [keyword, ...aliases].includes(heading))
        return !own.some(({ keyword }) => written.includes(`\`${keyword}：`))
      }),
  )
  expect(wrong).toEqual([])
})

test('what the page says has no keyword has none', () => {
  const headings = rowsOf(withoutKeyword).flatMap((row) => row.headings)
  expect(headings.length).toBeGreaterThan(10)
  expect(headings.filter((heading) => known.has(heading))).toEqual([])
})

test('the headings that guides have are all there', () => {
  const rows = [...rowsOf(withKeyword), ...rowsOf(withoutKeyword)].flatMap(({ headings }) => headings)
  // GB/T 39046—2020 and the portals of several provinces.
  const usual =
    '事项名称 基本编码 实施编码 事项类型 办件类型 行使层级 权力来源 实施主体 实施主体性质 联办机构 承办机构 服务对象 设定依据 受理条件 数量限制 申请材料 样表 是否必要 办理流程 特别程序 中介服务 法定办结时限 承诺办结时限 是否收费 收费依据 收费标准 网上支付 结果名称 结果样本 送达方式 通办范围 办理形式 网办深度 预约办理 物流快递 到办事现场次数 必须现场办理原因 办理地点 办理时间 咨询电话 监督投诉 行政复议 常见问题 审查类型 权限划分 行使内容 年审年检'
  expect(usual.split(' ').filter((heading) => !rows.includes(heading))).toEqual([])
})
