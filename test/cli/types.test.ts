import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const bundle = fileURLToPath(new URL('../../examples/bundles/newborn', import.meta.url))

const SHOP = `语言版本：1
事项：店招备案
事项类型：其他行政权力
办件类型：承诺件
依据：《城市市容和环境卫生管理条例》第十一条
申报信息：
  信息：店铺名称
    类型：文本
  信息：委托办理
    类型：是否
申请材料：
  材料：效果图
    必要性：必要
  材料：委托书
    必要性：必要
    当：【委托办理】
办理环节：
  环节：受理
    时限：1个工作日
  环节：决定
    时限：2个工作日
    产出：备案单
法定时限：20个工作日
承诺时限：3个工作日
结果：备案单
`

test('the forms of all matters and 一件事 are written into one file', async () => {
  const { code, err, cwd, out } = await runCli(['types', bundle, '-o', 'forms.ts'], { files: {} })
  expect([code, err, out]).toEqual([0, '', ''])
  const text = readFileSync(join(cwd, 'forms.ts'), 'utf8')
  const declared = text.match(/^export interface \w+/gm) ?? []
  expect(declared.length).toBeGreaterThan(4)
  expect(declared.at(-1)).toBe('export interface Applications')
  expect(text).toContain('"新生儿出生": XinShengErChuSheng')
})

test('the form of one matter is printed', async () => {
  const { code, out } = await runCli(['types', '--matter', '店招备案'], { files: { 'shop.zw': SHOP } })
  expect(code).toBe(0)
  expect(out).toContain(`export interface DianZhaoBeiAn {
  /**
   * 申报信息
   */
  facts: {
    /**
     * 店铺名称
     */
    dianPuMingCheng: string
    /**
     * 委托办理
     */
    weiTuoBanLi: boolean
  }`)
  expect(out).toContain('  "店招备案": DianZhaoBeiAn\n')
})

test('a JSON Schema is that of the matter, or a document of all', async () => {
  const one = await runCli(['types', '--format', 'json-schema'], { files: { 'shop.zw': SHOP } })
  expect(JSON.parse(one.out)).toMatchObject({ title: 'DianZhaoBeiAn', required: ['facts', 'materials'] })
  const all = await runCli(['types', bundle, '--format', 'json-schema'])
  expect(Object.keys(JSON.parse(all.out).$defs).length).toBeGreaterThan(3)
})

test('--json says what the ids stand for', async () => {
  const { out, cwd } = await runCli(['types', '--json', '-o', 'f.ts'], { files: { 'shop.zw': SHOP } })
  expect(JSON.parse(out)).toEqual({
    schema: 'zw/types/1',
    format: 'ts',
    output: 'f.ts',
    forms: [
      {
        matter: '店招备案',
        type: 'DianZhaoBeiAn',
        facts: { dianPuMingCheng: '店铺名称', weiTuoBanLi: '委托办理' },
        materials: { xiaoGuoTu: '效果图', weiTuoShu: '委托书' },
      },
    ],
  })
  expect(existsSync(join(cwd, 'f.ts'))).toBe(true)
})

test('what cannot be written is told', async () => {
  const unknown = await runCli(['types', '--matter', '店招备按'], { files: { 'shop.zw': SHOP } })
  expect(unknown).toMatchObject({ code: 2, out: '' })
  expect(unknown.err).toContain('店招备案')
  const none = await runCli(['types', 'empty.zw'], { files: { 'empty.zw': '语言版本：1\n' } })
  expect(none).toMatchObject({ code: 2, err: 'zw：没有事项，写不出表单的类型\n' })
  const faulty = await runCli(['types'], { files: { 'shop.zw': SHOP.replace('类型：是否', '类型：勾选') } })
  expect(faulty.code).toBe(1)
  expect(faulty.err).toContain('有错的地方不在表单里')
})
