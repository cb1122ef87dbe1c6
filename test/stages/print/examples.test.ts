import { expect, test } from 'vitest'
import type { SourceFile } from '../../../src/base/source-file.ts'
import { compile } from '../../../src/compile/compile.ts'
import { printMatters } from '../../../src/compile/print/matter.ts'
import { readBack } from '../../../src/compile/print/read-back.ts'
import { exampleSources } from '../../support/syntax-examples.ts'

const sources = exampleSources()
const matters = [...compile(sources).versions.values()]
  .flat()
  .map(({ matter, file }) => [matter.name, file, matter] as const)

test.each(matters)('%s (%s) printed and compiled again is the same model', (_, file, matter) => {
  expect(readBack(matter, file).lost).toEqual([])
})

// What a file means by 引用 is not known to the printed matter alone.
const alone = sources.filter(({ text }) => !text.includes('引用：')).map((source) => [source.uri, source] as const)

test.each(alone)('%s printed gives no finding that it did not give before', (_, source) => {
  const codes = (of: SourceFile) => [...new Set(compile([of]).diagnostics.map(({ code }) => code))].sort()
  const before = codes(source)
  const models = [...compile([source]).versions.values()].flat().map(({ matter }) => matter)
  const printed = codes({ uri: 'printed.zw', text: printMatters(models) })
  expect(printed.filter((code) => !before.includes(code))).toEqual([])
})

test('there are examples of both', () => {
  expect(matters.length).toBeGreaterThan(20)
  expect(alone.length).toBeGreaterThan(20)
})
