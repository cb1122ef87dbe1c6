import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { withoutOrigins } from '../../../src/model/write-model-json.ts'
import { formatSource } from '../../../src/syntax/format.ts'
import { parse } from '../../../src/syntax/parse.ts'
import { exampleSources } from '../../support/syntax-examples.ts'

const uri = 'law.zw.md'
const path = fileURLToPath(new URL('../../../examples/language/food-law.zw.md', import.meta.url))
const foodLaw = readFileSync(path, 'utf8')

const compileText = (text: string) => compile([{ uri, text }], { asOf: '2026-11-22' })
const mattersOf = (name: string, text: string) =>
  withoutOrigins(
    [...compile([{ uri: name, text }], { asOf: '2026-11-22' }).matters.values()].map(({ matter }) => matter),
  )

/** A model without its legal sources. */
function withoutSources(part: unknown): unknown {
  return JSON.parse(JSON.stringify(part, (key, value: unknown) => (key === 'sources' ? undefined : value)))
}

describe('the example of a law with its rules', () => {
  const compiled = compileText(foodLaw)
  const matter: Matter | undefined = compiled.matters.get('餐饮服务许可（示例）')?.matter

  test('compiles without a finding', () => {
    expect(compiled.diagnostics).toEqual([])
  })

  test('a line has its 依据 from the article above it', () => {
    const law = { title: '中华人民共和国食品安全法', articles: [{ article: 35 }] }
    expect(matter?.sources).toMatchObject([law])
    expect(matter?.requirements.map(({ sources }) => sources)).toMatchObject([[law]])
    expect(matter?.materials.map(({ sources }) => sources)).toMatchObject([
      [law],
      [{ title: '中华人民共和国食品安全法', articles: [{ article: 45 }] }],
    ])
    expect(matter?.statutoryLimits[0]?.sources).toMatchObject([
      { title: '中华人民共和国行政许可法', articles: [{ article: 42, paragraph: 1 }] },
    ])
  })

  test('the inherited 依据 points at its heading', () => {
    const span = matter?.materials[1]?.sources[0]?.origin?.span
    expect(foodLaw.slice(span?.start, span?.end)).toBe('## 第四十五条 从业人员健康管理')
  })
})

const rule = (heading: string, law = '# 《食品经营许可和备案管理办法》（2023年修订）', line = '') =>
  `${law}\n\n${heading}\n\n\`\`\`zw\n语言版本：1\n事项：甲\n${line}\n\`\`\`\n`
const sourcesOf = (text: string) => compileText(text).matters.get('甲')?.matter.sources

describe('the heading that a line inherits from', () => {
  const title = '食品经营许可和备案管理办法'

  test.each([
    ['## 第三十五条', { article: 35 }],
    ['### 第 12 条 申请', { article: 12 }],
    ['## 第一百零二条第二款第（三）项', { article: 102, paragraph: 2, item: 3 }],
    ['## 第二章 申请与受理\n\n### 第十条', { article: 10 }],
  ])('%s', (heading, article) => {
    expect(sourcesOf(rule(heading))).toMatchObject([{ title, qualifier: '2023年修订', articles: [article] }])
  })

  test('a heading below the article is no law of it', () => {
    expect(sourcesOf(rule('## 第三条\n\n### 办理意见', '# 城市道路管理条例'))).toMatchObject([
      { title: '城市道路管理条例' },
    ])
  })

  test('a law needs no 《》 where its name says what it is', () => {
    expect(sourcesOf(rule('## 第三条', '# 城市道路管理条例'))).toMatchObject([{ title: '城市道路管理条例' }])
  })

  test.each([
    ['no article', rule('## 总的说明')],
    ['no law', rule('## 第三条', '# 餐饮服务许可')],
    ['an article beside the law', rule('# 第三条')],
    ['a heading inside another block', rule('```md\n## 第三条\n```')],
  ])('none: %s', (_, text) => {
    expect(sourcesOf(text)).toEqual([])
  })

  test('a 依据 of its own counts alone', () => {
    const own = rule('## 第三条', '# 城市道路管理条例', '依据：《行政许可法》第四条')
    expect(sourcesOf(own)).toMatchObject([{ title: '行政许可法', articles: [{ article: 4 }] }])
  })
})

describe('what is found in a literate file', () => {
  test('stands where it is in the Markdown, below its headings', () => {
    const text = foodLaw.replace('材料：从业人员健康证明', '材聊：从业人员健康证明')
    const [finding] = compileText(text).diagnostics
    const span = finding?.labels[0].origin.span
    expect(text.slice(span?.start, span?.end)).toBe('材聊')
    expect(finding?.context).toMatch(/^中华人民共和国食品安全法 › 第四十五条 从业人员健康管理 › 事项“/)
  })

  test('so does what stands before the first block', () => {
    const [finding] = compileText('# 甲条例\n\n```zw\n这一行不知道是什么\n语言版本：1\n事项：乙\n```\n').diagnostics
    expect(finding).toMatchObject({ code: 'ZW1005', context: '甲条例' })
  })

  test.each([
    ['an 引用 of nothing', '引用：不存在的库', '', 'ZW4003'],
    ['an 引用 that nothing needs', '引用：丙', '', 'ZW4005'],
    ['a matter of a name twice', '事项：丙', '', 'ZW4008'],
    [
      'a gap between versions',
      '事项：丁\n施行：自2024年1月1日起\n失效：2024年12月31日',
      '事项：丁\n施行：自2026年1月1日起',
      'ZW8001',
    ],
  ])('so does what is wrong between files: %s', (_, lines, others, code) => {
    const text = `# 甲条例\n\n## 第二条\n\n\`\`\`zw\n语言版本：1\n${lines}\n\`\`\`\n`
    const other = { uri: 'other.zw', text: `语言版本：1\n事项：丙\n${others}\n` }
    const found = compile([other, { uri, text }], { asOf: '2026-11-22' }).diagnostics.filter(
      (finding) => finding.code === code && finding.labels[0].origin.file === uri,
    )
    expect(found.map(({ context }) => context?.startsWith('甲条例 › 第二条'))).toEqual([true])
  })

  test('a missing 语言版本 is put into the first block', () => {
    const text = foodLaw.replace('语言版本：1\n\n', '')
    const [finding] = compileText(text).diagnostics
    const [edit] = finding?.fixes[0]?.edits ?? []
    const { start = 0 } = edit?.origin.span ?? {}
    expect(finding?.code).toBe('ZW0102')
    expect(compileText(text.slice(0, start) + edit?.text + text.slice(start)).diagnostics).toEqual([])
  })

  test('no fix reaches over the prose between two blocks', () => {
    const fixesOf = (between: string) =>
      compileText(
        `\`\`\`zw\n语言版本：1\n事项：甲\n申报信息：\n  信息：乙\n${between}    类型：是否\n\`\`\`\n`,
      ).diagnostics.flatMap(({ code, fixes }) => (code === 'ZW4005' ? [fixes.length] : []))
    expect(fixesOf('')).toEqual([1])
    expect(fixesOf('```\n为什么问这个。\n```zw\n')).toEqual([0])
  })

  test('prose, other blocks and fences of any make are left alone', () => {
    const text = [
      '事项：不是事项',
      '~~~政务 说明',
      '事项：甲',
      '```',
      '~~~',
      '````ts',
      '```zw',
      '事项：不是事项',
      '```',
      '````',
      '  ```ZW',
      '事项：乙',
    ].join('\r\n')
    expect([...compileText(text).matters.keys()]).toEqual(['甲', '乙'])
  })
})

test('the example of the manual compiles without a finding', () => {
  const page = readFileSync(fileURLToPath(new URL('../../../docs/language/literate.md', import.meta.url)), 'utf8')
  const [, example = ''] = /^````markdown\n([\s\S]*?)^````$/m.exec(page) ?? []
  const { diagnostics, matters } = compileText(example)
  expect(diagnostics).toEqual([])
  expect([...matters.keys()]).toEqual(['老年人优待证办理'])
})

test('the formatter lays out the blocks and keeps the prose word for word', () => {
  const text =
    '# 标 题  \n\n事项 ： 不是事项\n\n```政务\n事项 ： 甲\n申請材料:\n材料：乙\n```\n后 面\n```zw\n份数: 1份\n```\n'
  const formatted = formatSource({ uri, text })
  expect(formatted).toBe(
    '# 标 题  \n\n事项 ： 不是事项\n\n```政务\n事项：甲\n申请材料：\n  材料：乙\n```\n后 面\n```zw\n    份数：1份\n```\n',
  )
  expect(formatSource({ uri, text: formatted })).toBe(formatted)
})

describe('blocks are one file', () => {
  const examples = exampleSources().filter((source) => compile([source]).matters.size > 0)

  /** The example in blocks that begin at some of its keyword lines, with prose and headings between them. */
  function inBlocks(source: (typeof examples)[number], cuts: readonly number[], prose: string): string {
    const starts: number[] = []
    const visit = ({ keyword, children }: ReturnType<typeof parse>['blocks'][number]): void => {
      starts.push(source.text.lastIndexOf('\n', keyword.start) + 1)
      children.forEach(visit)
    }
    parse(source).blocks.forEach(visit)
    const places = [...new Set(cuts.map((cut) => starts[cut % starts.length] ?? 0))].sort((a, b) => a - b)
    const parts = [0, ...places].map((start, index) => source.text.slice(start, places[index]).replace(/\n*$/, '\n'))
    return parts.map((part) => `${prose}\n\`\`\`政务\n${part}\`\`\`\n`).join('\n')
  }

  const drawn = fc.tuple(fc.constantFrom(...examples), fc.array(fc.nat(500), { minLength: 1, maxLength: 6 }))

  test('a matter in blocks is the matter of the blocks put together', () => {
    fc.assert(
      fc.property(drawn, ([source, cuts]) => {
        const text = inBlocks(source, cuts, '事项：不是事项\n')
        expect(mattersOf(uri, text)).toEqual(mattersOf(source.uri, source.text))
      }),
    )
  })

  test('below headings, it differs in the inherited 依据 alone', () => {
    fc.assert(
      fc.property(drawn, ([source, cuts]) => {
        const text = inBlocks(source, cuts, '# 示例条例\n\n## 第三条\n')
        const literate = mattersOf(uri, text)
        expect(withoutSources(literate)).toEqual(withoutSources(mattersOf(source.uri, source.text)))
        expect(JSON.stringify(literate)).toContain('"title":"示例条例"')
      }),
    )
  })
})
