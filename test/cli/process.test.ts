import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { badExamplesFolder } from '../support/bad-examples.ts'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))

function zw(argv: readonly string[], input = '', cwd = badExamplesFolder) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
  return spawnSync(process.execPath, [main, ...argv], { cwd, env, input, encoding: 'utf8' })
}

describe('zw as a process', () => {
  test('gives the exit code to the shell, findings on standard output', () => {
    const { status, stdout, stderr } = zw(['check', 'ZW1003.zw'])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toContain('错误[ZW1003]')
  })

  test('reads standard input', () => {
    const { status, stdout } = zw(['deadline', '--batch', '-'], '{"from":"2026-09-28","limit":"20个工作日"}\n')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ due: '2026-10-30' })
  })

  test('a wrong call ends with 2, a sentence on standard error and no stack', () => {
    const { status, stdout, stderr } = zw(['check', 'gone.zw'])
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: 'zw：找不到“gone.zw”\n' })
  })

  test('prints the demonstration city', () => {
    const { status, stdout, stderr } = zw(['report', 'examples/city', '--as-of', '2026-11-22'], '', root)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^压减报告\n/)
    expect(stdout).toContain('居民身份证换领、补领')
  })

  test('a reader that has gone does not turn what was found into a success', async () => {
    const checking = spawn(process.execPath, [main, 'check', 'ZW1003.zw'], { cwd: badExamplesFolder })
    checking.stdout.destroy()
    checking.stderr.destroy()
    expect((await once(checking, 'exit'))[0]).toBe(1)
  })

  test('zw check --watch ends when its reader has gone', async () => {
    const watching = spawn(process.execPath, [main, 'check', '--watch', 'ZW1003.zw'], { cwd: badExamplesFolder })
    watching.stdout.destroy()
    watching.stderr.destroy()
    expect((await once(watching, 'exit'))[0]).toBe(0)
  })

  test('zw check --watch ends well when it is interrupted', async () => {
    const watching = spawn(process.execPath, [main, 'check', '--watch', 'ZW1003.zw'], { cwd: badExamplesFolder })
    let written = ''
    for await (const chunk of watching.stdout) {
      written += String(chunk)
      if (written.includes('1个错误\n')) break
    }
    watching.kill('SIGINT')
    expect(watching.exitCode ?? (await once(watching, 'exit'))[0]).toBe(0)
  })
})
