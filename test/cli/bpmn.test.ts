import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { matterText } from '../support/matter-text.ts'
import { createFolder, runCli } from './run-cli.ts'

const text = matterText({
  steps: ['环节：受理', '  时限：1个工作日', '环节：决定', '  时限：2个工作日', '  产出：占道施工许可证'],
  outputs: ['结果：占道施工许可证'],
})
const other = text.replaceAll('占道施工许可', '砍伐许可')

describe('zw export --format bpmn', () => {
  test('writes the matter that is named, and zw import reads it back the same', async () => {
    const cwd = createFolder({ 'a.zw': text, 'b.zw': other })
    const { code, err } = await runCli(['export', '占道施工许可', '--format', 'bpmn', '-o', 'a.bpmn'], { cwd })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(readFileSync(join(cwd, 'a.bpmn'), 'utf8')).toContain('<bpmn:process id="Process_matter" name="占道施工许可"')
    const { out: json } = await runCli(['export', '占道施工许可'], { cwd })
    const imported = await runCli(['import', 'a.bpmn'], { cwd })
    expect({ code: imported.code, err: imported.err }).toEqual({ code: 0, err: '' })
    expect((await runCli(['export'], { files: { 'c.zw': imported.out } })).out).toBe(json)
  })

  test('asks for a name where there are several matters, or writes each into a folder', async () => {
    const cwd = createFolder({ 'a.zw': text, 'b.zw': other })
    const { code, err } = await runCli(['export', '--format', 'bpmn'], { cwd })
    expect(code).toBe(2)
    expect(err).toContain('这里有2个事项，bpmn一个文件写一项')
    mkdirSync(join(cwd, '图'))
    expect((await runCli(['export', '--format', 'bpmn', '-o', '图'], { cwd })).code).toBe(0)
    expect(readdirSync(join(cwd, '图')).toSorted()).toEqual(['占道施工许可.bpmn', '砍伐许可.bpmn'])
  })
})

describe('zw import of somebody else’s BPMN', () => {
  const foreign = readFileSync(join(import.meta.dirname, '../exchange/bpmn/foreign/camunda.bpmn'))

  test('prints the matter, and beside it what became of each element', async () => {
    const { code, out, err } = await runCli(['import', 'a.bpmn'], { files: { 'a.bpmn': foreign } })
    expect(code).toBe(0)
    expect(out).toContain('事项：取水许可审批\n')
    expect(err).toContain('Gateway_result：排他网关“审批结果” → 由经办人填写“审批结果”（记为人工判断）')
    const { out: json } = await runCli(['import', 'a.bpmn', '--json'], { files: { 'a.bpmn': foreign } })
    expect(JSON.parse(json).parts[0]).toEqual({
      place: 'Start_1',
      what: '开始事件“收到申请”',
      outcome: 'note',
      became: '事项的说明',
    })
  })

  test('tells what is wrong with a torn file and ends with 2', async () => {
    const torn = foreign.subarray(0, 2000)
    const { code, out, err } = await runCli(['import', 'a.bpmn'], { files: { 'a.bpmn': torn } })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('a.bpmn：不是正确的BPMN')
  })
})
