import { describe, expect, test } from 'vitest'
import type { SourceFile } from '../../../src/base/source-file.ts'
import { compile } from '../../../src/compile/compile.ts'
import { openWorkspace } from '../../../src/compile/workspace.ts'
import { file, matter } from '../../support/short-matter.ts'

const DAY = { asOf: '2026-11-22' }

function say({ diagnostics }: ReturnType<typeof compile>): readonly string[] {
  return diagnostics.map(({ code, message, labels: [{ origin }] }) => `${origin.file} ${code} ${message}`)
}

const LIBRARY = file(
  '库/通用.zw',
  `材料库：通用材料库
  材料：营业执照
    编码：材料0001
    来源：数据共享
    形式：电子证照
  材料：居民身份证
    编码：材料0002
    来源：数据共享
`,
  `机构库：通用机构库
  机构：市场监督管理部门
    别称：市场监管局、市监局
`,
  `枚举库：通用枚举库
  枚举：申请人类型
    取值：企业、个体工商户
`,
)

describe('引用', () => {
  const asks = matter('小餐饮登记', { body: '申请材料：\n  材料：营业执照\n    份数：2份\n' })

  test('a library is known by its name, wherever its file is', () => {
    const { matters, diagnostics } = compile([file('甲/餐饮.zw', '引用：通用材料库', asks), LIBRARY], DAY)
    expect(diagnostics).toEqual([])
    expect(matters.get('小餐饮登记')?.matter.materials[0]).toMatchObject({ source: 'dataSharing', copies: '2' })
  })

  test('a file is known by its path, as seen from the file that names it', () => {
    for (const path of ['../库/通用.zw', './../库/通用.zw', '..\\库\\通用.zw']) {
      expect(say(compile([file('甲/餐饮.zw', `引用：${path}`, asks), LIBRARY], DAY))).toEqual([])
    }
    expect(say(compile([file('甲/餐饮.zw', '引用：./通用.zw', asks), LIBRARY], DAY))).toEqual([
      '甲/餐饮.zw ZW4003 引用的“./通用.zw”不在工作区里',
    ])
  })

  test('without it a library of another file changes nothing', () => {
    const { matters } = compile([file('餐饮.zw', asks), LIBRARY], DAY)
    expect(matters.get('小餐饮登记')?.matter.materials[0]).not.toHaveProperty('source')
  })

  test('what is not there is reported, with the name that was probably meant', () => {
    const { diagnostics } = compile([file('餐饮.zw', '引用：通用才料库', asks), LIBRARY], DAY)
    expect(diagnostics).toMatchObject([
      {
        code: 'ZW4003',
        labels: [{ origin: { file: '餐饮.zw' } }, { origin: { file: '库/通用.zw' } }],
        fixes: [{ title: '改为“通用材料库”' }],
      },
    ])
  })

  test('one that no line uses is reported', () => {
    expect(say(compile([file('餐饮.zw', '引用：通用机构库', asks), LIBRARY], DAY))).toEqual([
      '餐饮.zw ZW4005 “引用：通用机构库”没有被用到',
    ])
  })

  test('a calendar is in use by being there', () => {
    const calendar = file('日历.zw', '工作日历：工作日历2025\n  放假：2025年1月1日\n')
    expect(say(compile([file('餐饮.zw', '引用：工作日历2025', asks), calendar], DAY))).toEqual([])
  })

  test('a name that two blocks have is unclear', () => {
    const twice = file('枚举.zw', '枚举库：通用材料库\n  枚举：户籍\n    取值：本市、外地\n')
    expect(say(compile([file('餐饮.zw', '引用：通用材料库', asks), LIBRARY, twice], DAY))).toEqual([
      '餐饮.zw ZW4009 引用的“通用材料库”在工作区里不止一个（库/通用.zw第2行、枚举.zw第2行）',
    ])
  })

  test('two libraries of one kind and name are one too many', () => {
    const copy = file('副本.zw', '材料库：通用材料库\n  材料：营业执照\n    来源：申请人自备\n')
    expect(say(compile([LIBRARY, copy], DAY))).toEqual([
      '副本.zw ZW4008 材料库“通用材料库”写了两次（库/通用.zw第2行、副本.zw第2行）',
    ])
  })

  test('files that import from each other go in a circle', () => {
    const first = file('甲.zw', '引用：乙事项', matter('甲事项', { head: '主项：乙事项' }))
    const second = file('乙.zw', '引用：甲事项', matter('乙事项', { head: '主项：甲事项' }))
    const { diagnostics } = compile([first, second], DAY)
    expect(diagnostics).toMatchObject([{ code: 'ZW4004', message: '循环依赖：乙.zw → 甲.zw → 乙.zw' }])
    expect(diagnostics[0]?.labels.map(({ origin }) => origin.file)).toEqual(['乙.zw', '甲.zw'])
  })
})

describe('公共库', () => {
  const use = (lines: string) =>
    file('餐饮.zw', '引用：通用材料库', matter('小餐饮登记', { body: `申请材料：\n${lines}` }))

  test('a material says itself what it says, the library the rest, and it is told which is which', () => {
    const { matters, diagnostics } = compile([use('  材料：营业执照\n    形式：原件\n'), LIBRARY], DAY)
    expect(diagnostics).toEqual([])
    const [material] = matters.get('小餐饮登记')?.matter.materials ?? []
    expect(material).toMatchObject({ code: '材料0001', source: 'dataSharing', forms: ['original'] })
    expect(material?.shared).toMatchObject({ library: '通用材料库', attributes: ['code', 'source'] })
    expect(material?.origin?.file).toBe('餐饮.zw')
    expect(material?.shared?.origin?.file).toBe('库/通用.zw')
  })

  test('one of another code is not the same material', () => {
    const { diagnostics } = compile([use('  材料：营业执照\n    编码：材料0009\n'), LIBRARY], DAY)
    expect(diagnostics.map(({ code }) => code)).toEqual(['ZW4010'])
  })

  test('organisations go by their official name', () => {
    const body = matter('小餐饮登记', { head: '实施主体：市监局\n联办机构：市场监管局、消防救援机构' })
    const { matters, diagnostics } = compile([file('餐饮.zw', '引用：通用机构库', body), LIBRARY], DAY)
    expect(diagnostics).toEqual([])
    expect(matters.get('小餐饮登记')?.matter).toMatchObject({
      authority: '市场监督管理部门',
      coAuthorities: ['市场监督管理部门', '消防救援机构'],
    })
  })

  test('取值 may name a 枚举', () => {
    const body =
      '申报信息：\n  信息：申请人\n    取值：申请人类型\n\n情形：企业申请\n  当：【申请人】为 企业\n申请材料：\n  材料：章程\n    当：【企业申请】\n'
    const { matters, diagnostics } = compile(
      [file('餐饮.zw', '引用：通用枚举库', matter('小餐饮登记', { body })), LIBRARY],
      DAY,
    )
    expect(diagnostics).toEqual([])
    expect(matters.get('小餐饮登记')?.matter.facts[0]).toMatchObject({
      type: 'option',
      options: ['企业', '个体工商户'],
    })
  })

  test('an alias of two organisations is a name declared twice', () => {
    const text = '机构库：机构\n  机构：市场监督管理部门\n    别称：市监局\n  机构：市政监督局\n    别称：市监局\n'
    expect(say(compile([file('机构.zw', text)], DAY))).toEqual([
      '机构.zw ZW4002 机构“市政监督局”声明了两次（第3行、第5行）',
    ])
  })

  describe('of two libraries that have the same entry', () => {
    const other = (lines: string) => file('区.zw', `材料库：区材料库\n${lines}`)
    const users = (library: SourceFile, head = '') =>
      say(
        compile(
          [
            file(
              '餐饮.zw',
              '引用：通用材料库\n引用：通用机构库\n引用：区材料库',
              matter('小餐饮登记', { head: `实施主体：市监局${head}`, body: '申请材料：\n  材料：营业执照\n' }),
            ),
            LIBRARY,
            library,
          ],
          DAY,
        ),
      )

    test('neither goes before the other where they say different things', () => {
      expect(users(other('  材料：营业执照\n    编码：材料0001\n    来源：申请人自备\n'))).toEqual([
        '餐饮.zw ZW4013 材料“营业执照”在公共库“通用材料库”和“区材料库”里都有，写的却不一样',
      ])
    })

    test('nothing is unclear where they say the same', () => {
      const same = '  材料：营业执照\n    编码：材料0001\n    来源：数据共享\n    形式：电子证照\n'
      expect(users(other(same))).toEqual([])
    })

    test('each name that is unclear is told once', () => {
      const names =
        '  机构：区监管局\n    别称：市监局、市场监管局\n  材料：营业执照\n    编码：材料0001\n    来源：数据共享\n    形式：电子证照\n'
      expect(users(other(names), '\n联办机构：市监局、市场监管局')).toEqual([
        '餐饮.zw ZW4013 机构“市场监督管理部门”在公共库“通用机构库”和“区材料库”里都有，写的却不一样',
        '餐饮.zw ZW4013 机构“市场监督管理部门”在公共库“通用机构库”和“区材料库”里都有，写的却不一样',
      ])
    })

    test('what nobody uses is not compared', () => {
      expect(users(other('  材料：居民身份证\n    编码：材料0009\n  信息：营业执照\n    类型：文本\n'))).toEqual([])
    })
  })

  test('a law that has ceased supports nothing, and its successor is named', () => {
    const laws = file(
      '法规.zw',
      '法规库：示例省法规\n  法规：《示例省公共服务条例》\n    施行：2010年1月1日\n    失效：2023年11月30日\n',
    )
    const user = file('餐饮.zw', '引用：示例省法规', matter('小餐饮登记'))
    expect(say(compile([user, laws], { asOf: '2023-11-30' }))).toEqual([])
    expect(say(compile([user, laws], { asOf: '2023-12-01' }))).toEqual([
      '餐饮.zw ZW8002 引用的《示例省公共服务条例》版本有效到2023年11月30日，现在已经失效',
    ])
  })
})

describe('来自', () => {
  const asking = matter('企业设立登记', {
    body: '申报信息：\n  信息：从业人数\n    类型：数\n    单位：人\n    提问：有多少人？\n\n情形：规模较大\n  当：【从业人数】50人以上\n申请材料：\n  材料：名册\n    当：【规模较大】\n',
  })
  const same = (from: string, lines = '') =>
    matter('社会保险登记', {
      body: `申报信息：\n  信息：参保人数\n${lines}    来自：${from}\n\n情形：大单位\n  当：【参保人数】100人以上\n申请材料：\n  材料：花名册\n    当：【大单位】\n`,
    })

  test('makes two facts one, with type, unit and question', () => {
    const { matters, diagnostics } = compile(
      [file('社保.zw', same('企业设立登记·从业人数')), file('企业.zw', asking)],
      DAY,
    )
    expect(diagnostics).toEqual([])
    expect(matters.get('社会保险登记')?.matter.facts[0]).toMatchObject({
      name: '参保人数',
      type: 'number',
      unit: '人',
      question: '有多少人？',
      from: { owner: '企业设立登记', fact: '从业人数' },
    })
  })

  test('over several matters leads to the first', () => {
    const third = same('社会保险登记·参保人数').replaceAll('社会保险登记\n', '住房公积金登记\n')
    const { matters } = compile(
      [file('公积金.zw', third), file('社保.zw', same('企业设立登记·从业人数')), file('企业.zw', asking)],
      DAY,
    )
    expect(matters.get('住房公积金登记')?.matter.facts[0]?.from).toEqual({ owner: '企业设立登记', fact: '从业人数' })
  })

  test('a matter or a fact that is not there is reported', () => {
    expect(say(compile([file('社保.zw', same('企业设立·从业人数', '    类型：数\n'))], DAY))).toEqual([
      '社保.zw ZW4003 引用的“企业设立”不在工作区里',
    ])
    const files = [file('社保.zw', same('企业设立登记·人数', '    类型：数\n')), file('企业.zw', asking)]
    expect(say(compile(files, DAY))).toEqual(['社保.zw ZW4001 找不到名为“企业设立登记·人数”的信息'])
  })

  test('in a circle is reported once, and the rest goes on', () => {
    const back = asking.replace('    类型：数\n', '    类型：数\n    来自：社会保险登记·参保人数\n')
    const { matters, diagnostics } = compile(
      [file('社保.zw', same('企业设立登记·从业人数')), file('企业.zw', back)],
      DAY,
    )
    expect(diagnostics).toMatchObject([
      { code: 'ZW4004', message: '循环依赖：企业设立登记 → 社会保险登记 → 企业设立登记' },
    ])
    expect(matters.size).toBe(2)
  })
})

test('工作日历 are overlays on the notices, by name', () => {
  const text = '工作日历：示例市\n  放假：2025年1月28日（星期二）至2月4日、4月30日\n  上班：2025年1月26日、2月8日\n'
  const { calendars, diagnostics } = compile([file('日历.zw', text)], DAY)
  expect(diagnostics).toEqual([])
  expect(calendars.get('示例市')).toEqual({
    name: '示例市',
    off: ['2025-01-28/2025-02-04', '2025-04-30'],
    worked: ['2025-01-26', '2025-02-08'],
  })
})

describe('an open workspace', () => {
  const user = file('餐饮.zw', '引用：通用材料库', matter('小餐饮登记', { body: '申请材料：\n  材料：营业执照\n' }))
  const other = file('摊贩.zw', matter('食品摊贩登记'))

  test('an update leaves the workspace it was made from as it is', () => {
    const before = openWorkspace([user, LIBRARY], DAY)
    const after = before.update(LIBRARY.uri, LIBRARY.text.replace('数据共享', '申请人自备'))
    expect(before.result.matters.get('小餐饮登记')?.matter.materials[0]?.source).toBe('dataSharing')
    expect(after.result.matters.get('小餐饮登记')?.matter.materials[0]?.source).toBe('applicant')
  })

  test('what a change does not touch is not compiled again, what rests on it is', () => {
    const before = openWorkspace([user, LIBRARY, other], DAY)
    const { matters } = before.result
    const after = before.update(LIBRARY.uri, LIBRARY.text.replace('数据共享', '申请人自备'))
    const kept = (name: string) => after.result.matters.get(name) === matters.get(name)
    expect(kept('食品摊贩登记')).toBe(true)
    expect(kept('小餐饮登记')).toBe(false)
  })

  test('what a library no longer has is no longer used', () => {
    const asks = matter('小餐饮登记', { body: '申报信息：\n  信息：面积\n    类型：数\n    单位：平方米\n' })
    const library = file('材料.zw', '材料库：通用材料库\n  信息：面积\n    类型：数\n    单位：平方米\n')
    const before = openWorkspace([file('餐饮.zw', '引用：通用材料库', asks), library], DAY)
    expect(say(before.result).filter((words) => words.includes('引用：'))).toEqual([])
    const after = before.update(library.uri, library.text.replace('面积', '人数'))
    expect(say(after.result)).toContain('餐饮.zw ZW4005 “引用：通用材料库”没有被用到')
  })

  test('an entry becomes unclear once another library says otherwise', () => {
    const second = file('区.zw', '材料库：区材料库\n  材料：户口簿\n')
    const asking = { ...user, text: user.text.replace('引用：通用材料库', '引用：通用材料库\n引用：区材料库') }
    const before = openWorkspace([asking, LIBRARY, second], DAY)
    expect(say(before.result).filter((words) => words.includes('ZW4013'))).toEqual([])
    const after = before.update(second.uri, second.text.replace('户口簿', '营业执照'))
    expect(say(after.result).filter((words) => words.includes('ZW4013'))).toHaveLength(1)
  })

  test('a finding about one file moves with the lines of another that it names', () => {
    const twice = file('枚举.zw', '枚举库：通用材料库\n  枚举：户籍\n    取值：本市、外地\n')
    const before = openWorkspace([user, LIBRARY, twice], DAY)
    expect(say(before.result)[0]).toContain('库/通用.zw第2行、枚举.zw第2行')
    const after = before.update(twice.uri, twice.text.replace('语言版本：1\n', '语言版本：1\n\n'))
    expect(say(after.result)[0]).toContain('库/通用.zw第2行、枚举.zw第3行')
  })

  test('a name that has become clear is no longer reported', () => {
    const twice = file('枚举.zw', '枚举库：通用材料库\n  枚举：户籍\n    取值：本市、外地\n')
    const before = openWorkspace([user, LIBRARY, twice], DAY)
    expect(say(before.result)).toHaveLength(1)
    expect(before.update(twice.uri, twice.text.replace('通用材料库', '户籍库')).result.diagnostics).toEqual([])
  })

  test('a file that goes takes its names with it', () => {
    const { result } = openWorkspace([user, LIBRARY], DAY).remove(LIBRARY.uri)
    expect(say(result)).toEqual(['餐饮.zw ZW4003 引用的“通用材料库”不在工作区里'])
    expect(openWorkspace([user], DAY).update(LIBRARY.uri, LIBRARY.text).result.diagnostics).toEqual([])
  })

  test('a matter that goes is missed, though another that is still there is named twice', () => {
    const bundle = '一件事：开店\n申报信息：\n  信息：面积\n    来自：甲·面积\n包含事项：\n  子项：甲\n  子项：乙\n'
    const fact = '申报信息：\n  信息：面积\n    类型：数\n    单位：平方米\n'
    const second = file('乙.zw', matter('乙', { body: '' }))
    const before = openWorkspace([file('开店.zw', bundle), file('甲.zw', matter('甲', { body: fact })), second], DAY)
    expect(say(before.result).filter((words) => words.includes('ZW4003'))).toEqual([])
    expect(say(before.remove(second.uri).result)).toContain('开店.zw ZW4003 引用的“乙”不在工作区里')
  })
})
