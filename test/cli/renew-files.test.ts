import { describe, expect, test } from 'vitest'
import { diffLines } from '../../src/cli/diff-lines.ts'
import { renewFiles } from '../../src/cli/renew-files.ts'
import { compile } from '../../src/compile/compile.ts'
import type { Matter } from '../../src/model/matter.ts'
import { withoutOrigins } from '../../src/model/write-model-json.ts'
import { exampleWorkspaces } from '../support/syntax-examples.ts'

/** A text as its author likes it: comments, keywords of his own, sections in another order, blanks where nobody needs them. */
const TEXT = `语言版本：1

注：占道一类
事项：占道施工许可
编码：示例0001
# 与法制科核对过
事项类型：行政许可

收费：不收费   
法定时限： 20个工作日
承诺时限：8个工作日

申报材料：

  注：2026年起不收身份证
  材料：申请表
    份数： 1份
    必要性：必要
    注：一式一份

  注：方案要盖章
  材料：施工方案
    备注：可以分期

办理环节：
  环节：受理
    时限：1个工作日
  注：外勤
  环节：现场核查
    时限：3个工作日
  环节：决定
    时限：2个工作日
    产出：占道施工许可证

结果：占道施工许可证
注：完
`

const matterOf = (text: string): Matter => {
  const [compiled] = compile([{ uri: 'a.zw', text }]).matters.values()
  if (compiled === undefined) throw new Error('no matter')
  return compiled.matter
}

/** The text after a change of what it says, with what is told; it is proved to say that. */
function renewed(change: (matter: Matter) => Partial<Matter>, text = TEXT) {
  const before = matterOf(text)
  const after = { ...before, ...change(before) }
  const { texts, warnings } = renewFiles(new Map([['a.zw', text]]), [{ file: 'a.zw', before, after }])
  const written = texts.get('a.zw') ?? ''
  expect(withoutOrigins(matterOf(written))).toEqual(withoutOrigins(after))
  return { written, warnings, lines: diffLines(text, written) }
}

type Material = Matter['materials'][number]

/** A change of one material. */
function set(name: string, change: Partial<Material>) {
  return (material: Material): Material => (material.name === name ? { ...material, ...change } : material)
}

describe('a changed matter', () => {
  test('has its changed values in the lines where they stand', () => {
    const { lines, warnings } = renewed(({ materials, promisedLimits }) => ({
      materials: materials.map(set('申请表', { copies: '2', necessity: 'waived' })),
      promisedLimits: promisedLimits.map((one) => ({ ...one, limit: { unit: 'workday', amount: '5' } })),
      caseType: 'promise',
    }))
    expect(lines).toEqual([
      '+8 办件类型：承诺件',
      '-11 承诺时限：8个工作日',
      '+12 承诺时限：5个工作日',
      '-17     份数： 1份',
      '-18     必要性：必要',
      '+18     份数： 2份',
      '+19     必要性：免提交',
    ])
    expect(warnings).toEqual([])
  })

  test('has new lines next to those of their kind', () => {
    const { lines, warnings } = renewed(({ materials: [form, plan], flow, notes }) => ({
      materials:
        form === undefined || plan === undefined ? [] : [form, { ...form, name: '营业执照' }, { ...plan, copies: '1' }],
      flow: flow.map((item) => (item.kind === 'step' && item.name === '受理' ? { ...item, role: '综合窗口' } : item)),
      location: '一楼大厅',
      notes: [...notes, '中午不休'],
    }))
    expect(lines).toEqual([
      '+8 办理地点：一楼大厅',
      '+9 说明：中午不休',
      '+22   材料：营业执照',
      '+23     份数：1份',
      '+24     必要性：必要',
      '+28     份数：1份',
      '+33     角色：综合窗口',
    ])
    expect(warnings).toEqual([])
  })

  test('loses what was taken out, and tells of a comment in it', () => {
    const { lines, warnings } = renewed(({ materials }) => ({ materials: materials.slice(1), fees: [] }))
    expect(lines).toEqual([
      '-9 收费：不收费   ',
      '-16   材料：申请表',
      '-17     份数： 1份',
      '-18     必要性：必要',
      '-19     注：一式一份',
    ])
    expect(warnings).toEqual(['a.zw里的“占道施工许可”删去的内容里有注释，一起删了：注：一式一份'])
    expect(renewed(() => ({ materials: [] })).lines).toHaveLength(12)
  })

  test('has its parts in another order, each with the comment above it', () => {
    const { lines, warnings } = renewed(({ flow: [first, second, third] }) => ({
      flow: [second, first, third].flatMap((item) => item ?? []),
    }))
    expect(lines).toHaveLength(4)
    expect(warnings).toEqual([])
  })

  test('is renamed, and so are its parts', () => {
    const { lines } = renewed(({ materials }) => ({
      name: '占用道路施工许可',
      materials: materials.map(set('申请表', { name: '占道申请表', copies: '3' })),
    }))
    expect(lines).toEqual([
      '-4 事项：占道施工许可',
      '+4 事项：占用道路施工许可',
      '-16   材料：申请表',
      '-17     份数： 1份',
      '+16   材料：占道申请表',
      '+17     份数： 3份',
    ])
  })

  test('keeps the line ends of its file, and its end without one', () => {
    const text = TEXT.replaceAll('\n', '\r\n').slice(0, -'\r\n注：完\r\n'.length)
    const { written, warnings } = renewed(
      ({ outputs }) => ({ outputs: outputs.map((one) => ({ ...one, type: 'certificate' })) }),
      text,
    )
    expect(written).toBe(`${text}\r\n  类型：证照`)
    expect(warnings).toEqual([])
  })

  const TABLE = `语言版本：1

事项：甲许可
事项类型：行政许可

申请材料：
  注：来自旧系统
  ｜ 材料 ｜ 份数 ｜
  ｜ 申请表 ｜ 1份 ｜
  ｜ 身份证 ｜ 2份 ｜

注：乙科的
事项：乙许可
事项类型：行政许可
`

  test('has the cells of its tables changed', () => {
    const { lines, warnings } = renewed(
      ({ materials }) => ({ materials: materials.map(set('身份证', { copies: '1' })) }),
      TABLE,
    )
    expect(lines).toEqual(['-10   ｜ 身份证 ｜ 2份 ｜', '+10   ｜ 身份证 ｜ 1份 ｜'])
    expect(warnings).toEqual([])
  })

  test('is written anew where lines will not do, with its comments above it, and told', () => {
    const { written, warnings } = renewed(({ materials }) => ({ materials: materials.toReversed() }), TABLE)
    expect(warnings).toEqual(['a.zw里的“甲许可”不能只改几行，整项重新写了：版式是统一的，注释都移到了事项前面'])
    expect(written).toContain('语言版本：1\n\n注：来自旧系统\n事项：甲许可\n')
    expect(written).toContain('\n\n注：乙科的\n事项：乙许可\n事项类型：行政许可\n')
  })
})

test('changes of the examples touch no lines but their own', () => {
  for (const { uri, text } of exampleWorkspaces().flat()) {
    if (uri.endsWith('.md')) continue
    for (const { matter: before, basedOn } of compile([{ uri, text }]).matters.values()) {
      const [first, ...others] = before.materials
      if (first === undefined || basedOn !== undefined) continue
      const materials = [{ ...first, copies: '9' }, { ...first, name: '新材料', sources: [], notes: [] }, ...others]
      const after = { ...before, location: '一楼大厅', materials }
      const { texts, warnings } = renewFiles(new Map([[uri, text]]), [{ file: uri, before, after }])
      expect(warnings, uri).toEqual([])
      const lines = diffLines(text, texts.get(uri) ?? '')
      expect(lines.filter((line) => line.startsWith('-')).length, lines.join('\n')).toBeLessThanOrEqual(2)
      expect(lines.join('\n')).toContain('材料：新材料')
    }
  }
})
