import { expect, test } from 'vitest'
import type { SourceFile } from '../../../src/base/source-file.ts'
import { compile } from '../../../src/compile/compile.ts'
import { printMatters } from '../../../src/compile/print/matter.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { exampleSources } from '../../support/syntax-examples.ts'
import { withoutOrigins } from '../../support/without-origins.ts'

const examples = exampleSources().map((source) => [source.uri, source] as const)

function mattersOf(source: SourceFile): readonly Matter[] {
  return [...compile([source]).matters.values()].map(({ matter }) => matter)
}

test.each(examples)('%s printed and compiled again is the same model', (_, source) => {
  const matters = mattersOf(source)
  const again = mattersOf({ uri: 'printed.zw', text: printMatters(matters) })
  expect(withoutOrigins(again)).toEqual(withoutOrigins(matters))
})

test.each(examples)('%s printed gives no finding that it did not give before', (_, source) => {
  const codes = (of: SourceFile) => [...new Set(compile([of]).diagnostics.map(({ code }) => code))].sort()
  const before = codes(source)
  const printed = codes({ uri: 'printed.zw', text: printMatters(mattersOf(source)) })
  expect(printed.filter((code) => !before.includes(code))).toEqual([])
})
