import { expect, test } from 'vitest'
import { diffCatalogue } from '../../../src/analysis/diff/catalogue-diff.ts'
import { diffMatter } from '../../../src/analysis/diff/matter-diff.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { matter as makeMatter } from '../../graph/matters.ts'

const matter = makeMatter({})
const side = { matter, graph: buildGraph(matter).graph }

test('a matter with one side is new or gone', () => {
  expect(diffMatter({ after: side, lines: [] })).toMatchObject({ name: matter.name, kind: 'added' })
  expect(diffMatter({ before: side, lines: [] })).toMatchObject({ name: matter.name, kind: 'removed' })
})

test('a program that hands over no side, or the matters themselves, is told what to write', () => {
  expect(() => diffMatter({ lines: [] })).toThrow(TypeError)
  expect(() => diffCatalogue([{ lines: [] }])).toThrow('要对照的写成{ before, after, lines }')
  const untyped = (...given: readonly unknown[]) => Reflect.apply(diffMatter, undefined, given)
  expect(() => untyped(side, side)).toThrow('要对照的写成{ before, after, lines }')
  expect(() => untyped({ before: side, after: side })).toThrow('lines是compareMatters的结果')
})
