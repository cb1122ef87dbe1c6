import { describe, expect, test } from 'vitest'
import type { Origin } from '../../src/base/source-file.ts'
import { parse } from '../../src/syntax/parse.ts'
import type { SyntaxNode } from '../../src/syntax/tree.ts'

const HEAD = ['语言版本：1', '事项：老年人优待证办理']

/** The tree below the matter, one node a line: indentation, keyword as written, value as written. */
function outline(...lines: readonly string[]): readonly string[] {
  const text = [...HEAD, ...lines].join('\n')
  const print = (node: SyntaxNode, indent: string): string[] => {
    const written = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
    const line = `${indent}${node.construct} ${written(node.valueSpan)}`.trimEnd()
    return [line, ...node.children.flatMap((child) => print(child, `${indent}  `))]
  }
  const { blocks } = parse({ uri: 'lines.zw', text })
  return blocks
    .slice(1)
    .flatMap((block) => print(block, ''))
    .slice(1)
}

/** The findings, each as its line (counted below the matter's) and code. */
function findings(...lines: readonly string[]): readonly string[] {
  const text = [...HEAD, ...lines].join('\n')
  return parse({ uri: 'lines.zw', text }).diagnostics.map(({ code, labels }) => {
    const line = text.slice(0, labels[0].origin.span.start).split('\n').length - HEAD.length
    return `${line} ${code}`
  })
}

describe('a line belongs to the nearest open node that takes its keyword', () => {
  test('whatever the indentation', () => {
    const lines = [
      '申请材料：',
      '材料：户口簿',
      '份数：1份',
      '办理环节：',
      '环节：受理',
      '时限：1个工作日',
      '收费：不收费',
    ]
    expect(outline(...lines)).toEqual([
      '  materials',
      '    material 户口簿',
      '      material.copies 1份',
      '  steps',
      '    step 受理',
      '      step.limit 1个工作日',
      '  fee 不收费',
    ])
    expect(findings(...lines)).toEqual([])
  })

  test('the same word means what its place makes of it', () => {
    const lines = [
      '办理环节：',
      '环节：受理',
      '时限：1日',
      '补正：补正',
      '环节：受理',
      '延长：延长',
      '时限：10日',
      '延长至：30日',
    ]
    expect(outline(...lines)).toEqual([
      '  steps',
      '    step 受理',
      '      step.limit 1日',
      '  supplement 补正',
      '    supplement.step 受理',
      '  extension 延长',
      '    extension.extendBy 10日',
      '    extension.extendTo 30日',
    ])
  })

  test('a separator closes everything up to the block', () => {
    expect(outline('结果：优待证', '————', '依据：《老年人权益保障法》')).toEqual([
      '  output 优待证',
      '  source 《老年人权益保障法》',
    ])
    expect(outline('结果：优待证', '依据：《老年人权益保障法》')).toEqual([
      '  output 优待证',
      '    source 《老年人权益保障法》',
    ])
  })

  test('a section that was left out is opened, with a warning', () => {
    expect(outline('材料：户口簿', '形式：原件')).toEqual([
      '  materials',
      '    material 户口簿',
      '      material.forms 原件',
    ])
    expect(findings('材料：户口簿', '形式：原件', '材料：身份证')).toEqual(['1 ZW2002'])
  })

  test('a line that belongs nowhere here costs no other', () => {
    const lines = ['份数：1份', '结果：优待证', '类型：证件']
    expect(outline(...lines)).toEqual(['  output 优待证', '    output.type 证件'])
    expect(findings(...lines)).toEqual(['1 ZW2001'])
  })

  test('lines without a matter are kept below one without a name', () => {
    const tree = parse({ uri: 'lines.zw', text: '语言版本：1\n编码：0001\n申请材料：\n材料：户口簿\n' })
    expect(tree.diagnostics.map(({ code }) => code)).toEqual(['ZW2001'])
    expect(tree.blocks.map(({ construct, value }) => [construct, value.kind])).toEqual([
      ['languageVersion', 'integer'],
      ['matter', 'missing'],
    ])
    expect(tree.blocks[1]?.children.map(({ construct }) => construct)).toEqual(['matter.code', 'materials'])
  })

  test('a second attribute is reported; one further down shows that an entry line was left out', () => {
    expect(findings('申请材料：', '材料：户口簿', '份数：1份', '份数：2份')).toEqual(['4 ZW2003'])
    const lines = ['申请材料：', '材料：户口簿', '形式：原件', '份数：1份', '形式：复印件', '份数：2份', '材料：身份证']
    expect(findings(...lines)).toEqual(['5 ZW2003'])
    expect(outline(...lines)).toEqual([
      '  materials',
      '    material 户口簿',
      '      material.forms 原件',
      '      material.copies 1份',
      '    material',
      '      material.forms 复印件',
      '      material.copies 2份',
      '    material 身份证',
    ])
  })

  test('a section title with a value is reported', () => {
    expect(findings('申请材料：户口簿、身份证')).toEqual(['1 ZW1104'])
  })

  test('a file without its version gets one warning', () => {
    const { diagnostics } = parse({ uri: 'lines.zw', text: '事项：甲\n' })
    expect(diagnostics.map(({ code }) => code)).toEqual(['ZW0102'])
    expect(parse({ uri: 'empty.zw', text: '' }).diagnostics).toEqual([])
  })
})

describe('a slip in one line', () => {
  const material = ['申请材料：', '  材料：户口簿']

  test.each([
    ['申清材料：', 'ZW1002', '  materials'],
    ['申请材枓：', 'ZW1002', '  materials'],
    ['申请材料', 'ZW1003', '  materials'],
    ['收费不收费', 'ZW1003', '  fee 不收费'],
    ['收费 不收费', 'ZW1003', '  fee 不收费'],
    ['收费；不收费', 'ZW1003', '  fee 不收费'],
    ['收费。不收费', 'ZW1003', '  fee 不收费'],
  ])('%s is taken as it was meant (%s)', (line, code, node) => {
    expect(findings(line)).toEqual([`1 ${code}`])
    expect(outline(line)).toEqual([node])
  })

  test.each([
    ['审批难度：较高', 'ZW1001'],
    ['：1份', 'ZW1004'],
    ['可以全程网办', 'ZW1005'],
    ['材料齐全', 'ZW1003'],
    ['｜甲｜乙｜', 'ZW1009'],
    ['├ 甲', 'ZW1009'],
  ])('%s is reported once (%s) and the next lines stay in their places', (line, code) => {
    const lines = [...material, line, '    形式：原件']
    expect(findings(...lines)).toEqual([`3 ${code}`])
    expect(outline(...lines).at(-1)).toBe('      material.forms 原件')
  })

  test('an entry behind an unknown keyword is kept apart from the one before', () => {
    const lines = ['申请材料：', '材料：户口簿', '形式：原件', '附件：委托书', '形式：复印件', '份数：1份']
    expect(findings(...lines)).toEqual(['4 ZW1001'])
    expect(outline(...lines)).toEqual([
      '  materials',
      '    material 户口簿',
      '      material.forms 原件',
      '    material',
      '      material.forms 复印件',
      '      material.copies 1份',
    ])
  })

  test('stray lines that follow each other get one finding', () => {
    expect(findings('结果：优待证', '网页上的第一行', '网页上的第二行', '网页上的第三行', '类型：证件')).toEqual([
      '2 ZW1005',
    ])
  })
})

describe('a list pasted from a guide without the keywords of its entries', () => {
  const fixesOf = (...lines: readonly string[]) => {
    const text = [...HEAD, ...lines].join('\n')
    return parse({ uri: 'lines.zw', text }).diagnostics.map(({ code, help, fixes }) => ({
      code,
      help,
      results: fixes.map(({ edits }) => applyEdits(text, edits).split('\n').slice(HEAD.length)),
    }))
  }
  const applyEdits = (text: string, edits: readonly { readonly origin: Origin; readonly text: string }[]) =>
    edits.reduceRight(
      (all, { origin: { span }, text: put }) => all.slice(0, span.start) + put + all.slice(span.end),
      text,
    )

  test('directly below the title of its section each line is offered the keyword', () => {
    const [finding, ...others] = fixesOf('受理条件：', '1、年满80周岁', '2、属于低收入群体')
    expect(others).toEqual([])
    expect(finding?.code).toBe('ZW1005')
    expect(finding?.help).toContain('如果写的是条件，请在每一行前面加上“条件：”')
    const [repaired = []] = finding?.results ?? []
    expect(repaired).toEqual(['受理条件：', '1、条件：年满80周岁', '2、条件：属于低收入群体'])
    expect(findings(...repaired)).toEqual([])
  })

  test('among entries a line with a number is offered the keyword, one without is not', () => {
    const [finding] = fixesOf('申请材料：', '材料：申请书', '份数：1份', '2、户口簿')
    expect(finding?.results[0]).toEqual(['申请材料：', '材料：申请书', '份数：1份', '2、材料：户口簿'])
    const [plain] = fixesOf('申请材料：', '材料：申请书', '份数：1份', '可以在窗口领取')
    expect(plain?.results).toEqual([['申请材料：', '材料：申请书', '份数：1份', '说明：可以在窗口领取']])
  })

  test('the title of a section ends a long line before it and loses no line', () => {
    const hours = '办理时间：法定工作日，夏季上午8:00至12:00、下午15:00至18:00，冬季上午8:00至12:00、下午14:30至17:30'
    const lines = [hours, '办理流程', '环节：受理', '时限：2个工作日']
    expect(findings(...lines)).toEqual(['2 ZW1003'])
    expect(outline(...lines).slice(1)).toEqual(['  steps', '    step 受理', '      step.limit 2个工作日'])
  })

  test('prose below a keyword without its colon is what the keyword says', () => {
    const lines = ['办理地点', '政务服务中心二楼']
    expect(findings(...lines)).toEqual(['1 ZW1003', '2 ZW1006'])
    expect(outline(...lines).at(-1)).toContain('政务服务中心二楼')
  })
})

describe('a line that continues the one before', () => {
  const values = (...lines: readonly string[]) => outline(...lines).map((line) => line.trim().replaceAll('\n', '⏎'))

  test('behind 、 and inside brackets it does, without a word', () => {
    const lines = ['申请材料：', '材料：甲证', '材料：乙证', '任选其一：甲证、', '乙证']
    expect(findings(...lines)).toEqual([])
    expect(findings('依据：《中华人民共和国老年', '人权益保障法》')).toEqual([])
    expect(values('依据：《中华人民共和国老年', '人权益保障法》')).toEqual([
      'source 《中华人民共和国老年⏎人权益保障法》',
    ])
  })

  test('behind free text it may, with a warning', () => {
    expect(findings('说明：到窗口办理的', '请带上原件')).toEqual(['2 ZW1006'])
    expect(findings('说明：', '请带上原件')).toEqual(['2 ZW1006'])
  })

  test('behind a short value of another kind it does not', () => {
    expect(findings('承诺时限：3个工作日', '法定节假日除外')).toEqual(['2 ZW1005'])
    expect(findings('事项类型：公共服务', '面向本市老年人')).toEqual(['2 ZW1005'])
  })

  test('behind a long name it may, but behind a long value that it would spoil it does not', () => {
    const long = '申请人所在街道办事处或者乡镇人民政府出具的长期居住情况'
    expect(findings('申请材料：', `材料：${long}`, '的书面证明')).toEqual(['3 ZW1006'])
    const cited = '依据：《中华人民共和国老年人权益保障法实施办法和有关规定》第三条'
    expect(findings(cited, '由市民政局解释')).toEqual(['2 ZW1005'])
    expect(values(cited, '由市民政局解释')).toEqual([cited.replace('依据：', 'source ')])
  })

  test('where an editor wrapped the file it does, without a word', () => {
    const first = '  审查标准：申请材料齐全，符合法定形式，申请人的年龄、户籍和居住情况符合规定的要求'
    const second = '  审查标准：申请材料真实有效，经核对户籍信息和居住情况，与申请表填写的内容一致无误'
    const lines = [
      '办理环节：',
      '  环节：受理',
      first,
      '，并且没有重复申领',
      '  环节：审查',
      second,
      '，并且在规定时间内提出',
    ]
    expect(first.length).toBe(second.length)
    expect(findings(...lines)).toEqual([])
  })

  test('after a blank line it never does', () => {
    expect(findings('说明：到窗口办理的', '', '请带上原件')).toEqual(['3 ZW1005'])
  })
})

describe('indentation', () => {
  const indented = [
    '申请材料：',
    '  材料：户口簿',
    '    形式：原件',
    '  材料：身份证',
    '    形式：原件',
    '    份数：1份',
  ]

  test('that disagrees with the place of a line is worth a warning in a file that is indented with care', () => {
    expect(findings(...indented, '  说明：核对后当场退还')).toEqual(['7 ZW2101'])
    expect(
      findings(
        '办理环节：',
        '  环节：受理',
        '    角色：窗口人员',
        '    部门：民政局',
        '    时限：1个工作日',
        '    当：【老年人】',
      ),
    ).toEqual(['6 ZW2101'])
  })

  test('means nothing in a file that is not', () => {
    expect(findings(...indented, '\t\t备注：留存', '  说明：核对后当场退还')).toEqual([])
    expect(findings(...indented.map((line) => line.trim()), '说明：核对后当场退还')).toEqual([])
    expect(findings('申请材料：', '\t材料：户口簿', '    形式：原件', '说明：核对后当场退还')).toEqual([])
  })
})
