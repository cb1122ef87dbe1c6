import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { prepareDefinition } from '../../../src/engine/flow/definition.ts'
import { openEngine } from '../../../src/runner/open-engine.ts'
import { runCli } from '../../cli/run-cli.ts'

const PERMIT = `事项：小额许可
事项类型：行政许可
办理环节：
  环节：受理
    角色：窗口人员
    时限：1个工作日
  环节：决定
    角色：审批负责人
    时限：1个工作日
    产出：许可证
法定时限：20个工作日
承诺时限：2个工作日
目标：
  压减时限：不低于95%
    口径：法定时限→承诺时限
结果：许可证
`

const prepare = (text: string, name = '小额许可') => {
  const compiled = compile([{ uri: 'permit.zw', text }]).matters.get(name)
  if (compiled === undefined) throw new Error('no matter')
  return { compiled, definition: prepareDefinition(compiled) }
}

describe('a matter whose text has errors', () => {
  test.each([
    ['a keyword that is none: anybody could decide', ['    角色：审批负责人', '    角设：审批负责人']],
    ['a result that is not declared', ['    产出：许可证', '    产出：许可正']],
    ['a limit that cannot be read', ['法定时限：20个工作日', '法定时限：二十来天']],
  ])('carries no case: %s', (_, [before = '', after = '']) => {
    const { definition } = prepare(PERMIT.replace(before, after))
    expect(definition).toMatchObject({ ok: false, error: { code: 'bad-definition', names: ['小额许可'] } })
  })

  test('carries none through an implementation of it either', () => {
    const text = `${PERMIT.replace('角色：审批负责人', '角设：审批负责人')}\n实施清单：小额许可（某区）\n基于：小额许可\n`
    expect(prepare(text, '小额许可（某区）').definition).toMatchObject({ ok: false })
  })

  test('is refused when the engine opens and when it is walked', async () => {
    const text = PERMIT.replace('角色：审批负责人', '角设：审批负责人')
    await expect(openEngine({ store: 'memory:', definitions: [prepare(text).compiled] })).rejects.toThrow('有错误')
    const walked = await runCli(['run', '小额许可', 'permit.zw'], { files: { 'permit.zw': text }, typed: ['提交'] })
    expect(walked.code).toBe(2)
    expect(walked.err).toContain('先用 zw check 查看并改正')
  })

  test('carries cases though it misses its own target, which zw verify tells', () => {
    expect(prepare(PERMIT).definition.ok).toBe(true)
  })
})
