import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { openWorkspace } from '../../../src/compile/workspace.ts'
import { applyFixes } from '../../../src/diagnostics/apply-fixes.ts'

const REGISTRATION = {
  uri: '登记.zw',
  text: [
    '语言版本：1',
    '事项：企业设立登记',
    '事项类型：公共服务',
    '办件类型：承诺件',
    '申报信息：',
    '  信息：经营面积',
    '    类型：数',
    '情形：面积较大',
    '  当：【经营面积】200以上',
    '办理环节：',
    '  环节：受理',
    '    时限：1个工作日',
    '  环节：决定',
    '    时限：1个工作日',
    '      当：【面积较大】',
    '    时限：1个工作日',
    '    产出：营业执照',
    '法定时限：3个工作日',
    '承诺时限：2个工作日',
    '结果：营业执照',
  ].join('\n'),
}

const about = (...lines: readonly string[]) => ({ uri: '另一个.zw', text: ['语言版本：1', ...lines, ''].join('\n') })

const missingIn = (other: ReturnType<typeof about>) =>
  compile([REGISTRATION, other]).diagnostics.filter(({ code }) => code === 'ZW4003')

describe('a line that means a block which is not there', () => {
  test.each([
    ['a 子项', ['一件事：开办企业', '包含事项：', '  子项：企业设立登计']],
    ['the matter of a 子项', ['一件事：开办企业', '包含事项：', '  子项：登记', '    来自：企业设立登计']],
    ['a 用例', ['用例：承诺', '  针对：企业设立登计', '  那么：承诺时限 为 2个工作日']],
    ['an 实施清单', ['实施清单：企业设立登记（示例区）', '基于：企业设立登计']],
    ['a shared fact', ['材料库：通用信息', '  信息：面积', '    来自：企业设立登计·经营面积']],
    ['a shared fact in brackets', ['材料库：通用信息', '  信息：面积', '    来自：【企业设立登计】·【经营面积】']],
    ['an 引用', ['引用：企业设立登计', '材料库：甲', '  材料：乙', '    来源：其他']],
  ])('is told which was probably meant: %s', (_, lines) => {
    const other = about(...lines)
    const [finding, ...others] = missingIn(other)
    expect(others).toEqual([])
    expect(finding?.message).toBe('引用的“企业设立登计”不在工作区里，是不是“企业设立登记”？')
    const { text } = applyFixes(other, finding?.fixes ?? [])
    expect(text).toBe(other.text.replace('企业设立登计', '企业设立登记'))
    expect(missingIn({ ...other, text })).toEqual([])
  })

  test('is told nothing where no name is near', () => {
    const [finding] = missingIn(about('用例：承诺', '  针对：取水许可', '  那么：承诺时限 为 2个工作日'))
    expect(finding).toMatchObject({ message: '引用的“取水许可”不在工作区里', fixes: [] })
  })

  test('learns of a name that comes and goes', () => {
    const other = about('用例：承诺', '  针对：企业设立登计', '  那么：承诺时限 为 2个工作日')
    const messageOf = (workspace: ReturnType<typeof openWorkspace>) => workspace.result.diagnostics[0]?.message
    const alone = openWorkspace([other])
    expect(messageOf(alone)).toBe('引用的“企业设立登计”不在工作区里')
    const both = alone.update(REGISTRATION.uri, REGISTRATION.text)
    expect(messageOf(both)).toBe('引用的“企业设立登计”不在工作区里，是不是“企业设立登记”？')
    expect(messageOf(both.remove(REGISTRATION.uri))).toBe('引用的“企业设立登计”不在工作区里')
  })
})

describe('a line that names a block of another kind', () => {
  test('a 用例 about a bundle is told where it belongs', () => {
    const bundle = ['一件事：开办企业', '包含事项：', '  子项：企业设立登记']
    const [finding] = missingIn(about(...bundle, '用例：承诺', '  针对：开办企业', '  那么：承诺时限 为 2个工作日'))
    expect(finding?.message).toBe('“开办企业”是一件事，这里要写事项或者实施清单的名称')
    expect(finding?.help).toContain('一件事的用例写在一件事里面，不用写“针对：”')
    expect(finding?.fixes).toEqual([])
  })

  test('an 实施清单 is based on no library', () => {
    const library = ['材料库：通用材料库', '  材料：甲', '    来源：其他']
    const [finding] = missingIn(about(...library, '实施清单：甲', '基于：通用材料库'))
    expect(finding?.message).toBe('“通用材料库”是材料库，这里要写事项或者实施清单的名称')
  })
})
