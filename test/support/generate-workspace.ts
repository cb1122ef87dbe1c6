import type { SourceFile } from '../../src/base/source-file.ts'
import { generateCatalogue } from './generate-catalogue.ts'

const PER_FILE = 20

/** Of ten matters so many are 实施清单 of a city's districts. */
const LOCAL_OF_TEN = 3

const LIBRARY_FILES = 3

/**
 * A province's workspace of made-up matters, about 20 to a file: the matters of {@link generateCatalogue} with tables of
 * materials, decision tables and 用例, libraries that every file imports, and 实施清单 of districts that refine them. All
 * of it compiles without errors.
 */
export function generateWorkspace(matters: number): readonly SourceFile[] {
  const local = Math.floor((matters * LOCAL_OF_TEN) / 10)
  const base = generateCatalogue(matters - local).map(({ text }, index) => elaborate(text, index))
  const files = Math.max(1, Math.round(matters / PER_FILE) - LIBRARY_FILES)
  const localFiles = Math.round((files * LOCAL_OF_TEN) / 10)
  return [
    ...generateLibraries(),
    ...pack(base, files - localFiles, '省/事项', ['引用：通用材料库', '引用：通用机构库', '引用：通用枚举库']),
    ...pack(
      Array.from({ length: local }, (_, index) => refine(base[(index * 7) % base.length] ?? '', index)),
      localFiles,
      '市/清单',
      [],
    ),
  ]
}

function pack(blocks: readonly string[], files: number, name: string, head: readonly string[]): readonly SourceFile[] {
  return Array.from({ length: files }, (_, index) => {
    const from = Math.floor((index * blocks.length) / files)
    const to = Math.floor(((index + 1) * blocks.length) / files)
    const text = ['语言版本：1', ...head, '', ...blocks.slice(from, to)].join('\n')
    return { uri: `${name}-${String(index + 1).padStart(3, '0')}.zw`, text: `${text}\n` }
  })
}

/** A matter of the catalogue with what the rest of the language adds to it. */
function elaborate(text: string, index: number): string {
  const lines = text
    .replace('语言版本：1\n\n', '')
    .replace('取值：零售、批发、网络经营', '取值：经营方式')
    .replace('到现场次数：', '允许细化：承诺时限只减不增、渠道可以增加\n到现场次数：')
  const [, promised = ''] = /\n承诺时限：(.+)\n/.exec(lines) ?? []
  const known = lines.includes('经营面积') ? '  假如：【经营面积】为 30平方米\n  并且：【经营方式】为 零售\n' : ''
  return `${index % 2 === 0 ? withDecisionTable(lines) : withMaterialTable(lines)}用例：承诺时限照写的算
${known}  那么：承诺时限 为 ${promised === '当场' ? '0个工作日' : promised}
`
}

/** The time of an inspection from a table, where there is one. */
function withDecisionTable(text: string): string {
  const [, limit] = / {2}环节：现场核查\n.*\n {4}时限：(.+)\n/.exec(text) ?? []
  if (limit === undefined) return text
  return text.replace(/( {2}环节：现场核查\n.*\n {4}时限：).+\n/, '$1【核查用时】\n').replace(
    '\n申请材料：',
    `
判定表：核查安排
  命中：唯一
  ｜ 经营面积（平方米） ｜ →核查用时 ｜
  ｜ 不满200 ｜ 2个工作日 ｜
  ｜ 200以上 ｜ ${limit} ｜

申请材料：`,
  )
}

/** The materials as a table, as they are pasted from a guide. */
function withMaterialTable(text: string): string {
  const [, list = ''] = /\n申请材料：\n([\s\S]*?)\n\n/.exec(text) ?? []
  if (list.includes('当：')) return text
  const heads = ['材料', '形式', '份数', '来源', '必要性']
  const rows = list
    .split(/^ {2}(?=材料：)/m)
    .slice(1)
    .map((entry) => heads.map((head) => new RegExp(`${head}：(.+)`).exec(entry)?.[1] ?? '—'))
  return text.replace(list, [heads, ...rows].map((cells) => `｜ ${cells.join(' ｜ ')} ｜`).join('\n'))
}

/** The 实施清单 of a district for a matter. */
function refine(base: string, index: number): string {
  const name = /^事项：(.+)$/m.exec(base)?.[1] ?? ''
  const [, code = ''] = /^编码：(.+)$/m.exec(base) ?? []
  const [, promised] = /\n承诺时限：(\d+)个/.exec(base) ?? []
  const local = `${name}（示例市第${index + 1}区）`
  return `实施清单：${local}
基于：${name}
编码：${code}${String(10_000 + index)}
实施主体：示例市第${index + 1}区行政审批局
行使层级：县级
施行：自2026年3月1日起
${promised === undefined ? '' : `承诺时限：${promised}个工作日\n`}增加渠道：掌上办理
  说明：示例市政务服务移动端
办理地点：示例市第${index + 1}区政务服务中心
咨询电话：010—${String(10_000_000 + index)}
${promised === undefined || index % 10 > 0 ? '' : `用例：${local}不比市里慢\n  针对：${local}\n  那么：承诺时限 不多于 ${promised}个工作日\n`}`
}

/** What all matters share: materials, organisations and option sets. */
function generateLibraries(): readonly SourceFile[] {
  const many = (length: number, entry: (index: number) => string) => Array.from({ length }, (_, index) => entry(index))
  const known = ['申请书', '营业执照', '法定代表人身份证件', '委托书']
  const materials = [...known, ...many(296, (index) => `示例材料${index + 1}`)]
  const offices = [
    '市场监督管理局',
    '卫生健康委员会',
    '交通运输局',
    '教育局',
    ...many(96, (index) => `示例机构${index + 1}`),
  ]
  return [
    {
      uri: '库/材料.zw',
      text: `语言版本：1\n材料库：通用材料库\n${materials.map((name, index) => `  材料：${name}\n    编码：材料${1000 + index}\n`).join('')}`,
    },
    {
      uri: '库/机构.zw',
      text: `语言版本：1\n机构库：通用机构库\n${offices.map((name) => `  机构：${name}\n    别称：示例${name}\n`).join('')}`,
    },
    {
      uri: '库/枚举.zw',
      text: `语言版本：1\n枚举库：通用枚举库\n${['  枚举：经营方式\n    取值：零售、批发、网络经营\n', ...many(49, (index) => `  枚举：示例枚举${index + 1}\n    取值：甲${index}、乙${index}、丙${index}\n`)].join('')}`,
    },
  ]
}
