import { expect, test } from 'vitest'
import { CATALOGUE } from '../../src/diagnostics/catalogue.ts'
import { runCli } from './run-cli.ts'

test.each(['ZW4001', 'zw4001', '4001'])('zw explain %s shows the page of the code', async (code) => {
  const { code: exit, out, err } = await runCli(['explain', code])
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(out).toContain('错误[ZW4001]：引用的名称没有声明')
  expect(out).toContain('    申请材料：\n      材料：授权委托书\n        当：【委托他人代为办理】\n\n应改为：\n')
  expect(out).toContain('怎么改：')
})

test('an unknown code ends with 2 and names those like it', async () => {
  const { code, out, err } = await runCli(['explain', 'ZW4099'])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain('没有诊断码“ZW4099”，是不是ZW40')
})

test('without a code it lists all of them', async () => {
  const { out } = await runCli(['explain'])
  expect(out.trimEnd().split('\n')).toHaveLength(Object.keys(CATALOGUE).length)
  expect(out).toContain('ZW6002  错误  环节用时超过承诺时限')
})

test('as JSON', async () => {
  const { out } = await runCli(['explain', 'ZW1101', '--json'])
  expect(JSON.parse(out)).toMatchObject({
    schema: 'zw/explain/1',
    codes: [{ code: 'ZW1101', severity: 'error', title: '冒号后面没有内容', bad: '形式：', good: '形式：原件' }],
  })
})
