import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { printDocument } from '../../../src/compile/print/document.ts'
import { readBackBundle } from '../../../src/compile/print/read-back.ts'
import type { Bundle } from '../../../src/model/bundle.ts'
import { readModelJson } from '../../../src/model/read-model-json.ts'
import { withoutOrigins, writeModelJson } from '../../../src/model/write-model-json.ts'

const folder = fileURLToPath(new URL('../../../examples/bundles/restaurant/', import.meta.url))
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.zw'))
  .map((uri) => ({ uri, text: readFileSync(join(folder, uri), 'utf8') }))
const { matters: compiled, bundles } = compile(sources)
const matters = [...compiled.values()].map(({ matter }) => matter)
const restaurant = bundles.get('开办餐饮店')?.bundle

describe('a bundle printed and compiled again', () => {
  test('is the same, with all that the example says', () => {
    expect(restaurant).toBeDefined()
    if (restaurant === undefined) return
    expect(readBackBundle(restaurant, matters, 'a.zw')).toEqual([])
    const text = printDocument({ matters: [], bundles: [restaurant] })
    for (const line of [
      '一件事：开办餐饮店',
      '    前序：【企业设立登记】',
      '  结果复用：企业设立登记·营业执照',
      '    对应：企业设立登记·法定代表人身份证件、食品经营许可（餐饮服务）新办·负责人身份证件',
      '联合踏勘：食品与消防联合核查',
      '  时限：48个工作日',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
  })

  test('is the same with what the example does not have, and with names that have marks in them', () => {
    if (restaurant === undefined) return
    const [first, ...others] = restaurant.components
    if (first === undefined) return
    const renamed = (name: string) => (name === first.name ? '登记、备案·甲' : name)
    const paths = <T extends { readonly component: string }>(list: readonly T[]) =>
      list.map((path) => ({ ...path, component: renamed(path.component) }))
    const bundle: Bundle = {
      ...restaurant,
      version: '2025年第1版',
      levels: ['county'],
      effectiveTo: '2029-12-31',
      trips: 1,
      profile: '行政许可法',
      limitPolicy: 'fixed',
      checkedOn: '2026-11-01',
      components: [
        { ...first, name: renamed(first.name), notes: ['先办'] },
        ...others.map((component) => ({ ...component, after: component.after.map(renamed) })),
      ],
      sharedMaterials: restaurant.sharedMaterials.map((one) => ({ ...one, materials: paths(one.materials) })),
      outputReuses: restaurant.outputReuses.map(({ output, ...reuse }) => ({
        ...reuse,
        output: { ...output, component: renamed(output.component) },
      })),
      forms: restaurant.forms.map((form) => ({ ...form, forms: paths(form.forms) })),
      sharedSteps: restaurant.sharedSteps.map((step) => ({ ...step, step: `${step.name}办理` })),
      capacities: [{ office: '综合窗口', atOnce: 2, sources: [], notes: ['两个窗口'] }],
    }
    expect(readBackBundle(bundle, matters, 'a.zw')).toEqual([])
    const text = printDocument({ matters, bundles: [bundle] })
    expect(text).toContain('    对应：【登记、备案·甲】·法定代表人身份证件、')
    expect(compile([{ uri: 'a.zw', text }]).diagnostics).toEqual([])
  })

  test('tells what a file cannot say: a path into a component that is none', () => {
    if (restaurant === undefined) return
    const stray = { component: '没有的事项', name: '申请书' }
    const bundle = { ...restaurant, forms: [{ name: '一张表', forms: [stray], sources: [], notes: [] }] }
    expect(readBackBundle(bundle, matters, 'a.zw')).toEqual(['forms[0].forms[0]'])
  })
})

describe('a bundle as JSON', () => {
  test('stands beside its matters, and is read as it was written', () => {
    if (restaurant === undefined) return
    const written = writeModelJson(matters, { bundles: [restaurant] })
    const read = readModelJson(JSON.stringify(written))
    expect(read).toEqual({ ok: true, value: written })
    expect(written.bundles).toEqual([withoutOrigins(restaurant)])
  })

  test('a document without bundles does not mention them', () => {
    expect(writeModelJson([])).toEqual({ schema: 'zw/model/1', matters: [] })
  })
})
