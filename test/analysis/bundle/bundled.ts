import { expect } from 'vitest'
import { accountForBundle } from '../../../src/analysis/bundle/account-for-bundle.ts'
import { DEFAULT_CONVERSION } from '../../../src/calendar/duration.ts'
import { compile } from '../../../src/compile/compile.ts'
import type { Matter } from '../../../src/model/matter.ts'

/** A matter in few words: what it asks for, how long its work takes, what it issues, and what else it says. */
export interface PlainMatter {
  readonly name: string
  /** By name, or as `name 编码`. */
  readonly materials?: readonly string[]
  /** Unit: 工作日. */
  readonly work: number
  readonly issues: string
  readonly statutory?: string
  /** 收费; nothing is said without it. */
  readonly fee?: string
}

/** The matters themselves, without a 一件事. */
export function mattersOf(matters: readonly PlainMatter[]): readonly Matter[] {
  const text = `语言版本：1\n\n${matters.map(printMatter).join('\n')}`
  const compiled = compile([{ uri: 'matters.zw', text }], { asOf: '2026-11-22' })
  expect(compiled.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return [...compiled.matters.values()].map(({ matter }) => matter)
}

/** Bundles matters by the text of a 一件事, which must compile without errors, and accounts for it. */
export function accountFor(matters: readonly PlainMatter[], text: string) {
  const source = `语言版本：1\n\n${matters.map(printMatter).join('\n')}\n一件事：合办\n${text}`
  const { bundles, diagnostics } = compile([{ uri: 'bundle.zw', text: source }], { asOf: '2026-11-22' })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const found = bundles.get('合办')
  if (found === undefined) throw new Error(source)
  const components = new Map([...found.components].map(([name, { matter }]) => [name, matter]))
  return accountForBundle(found.bundle, components, { conversion: DEFAULT_CONVERSION })
}

function printMatter({ name, materials = [], work, issues, statutory = '无法定时限', fee }: PlainMatter): string {
  const asked = materials
    .map((material) => material.split(' '))
    .map(
      ([title, code]) => `  材料：${title}\n${code === undefined ? '' : `    编码：${code}\n`}    来源：申请人自备\n`,
    )
    .join('')
  return `事项：${name}
${asked === '' ? '' : `申请材料：\n${asked}`}办理环节：
  环节：受理
    时限：1个工作日
  环节：决定
    时限：${work}个工作日
    产出：${issues}
法定时限：${statutory}
承诺时限：${work + 1}个工作日
${fee === undefined ? '' : `收费：${fee}\n`}结果：${issues}
  类型：证照
`
}
