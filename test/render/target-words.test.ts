import { expect, test } from 'vitest'
import { measureMatter } from '../../src/analysis/matter-report.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Target } from '../../src/model/matter.ts'
import {
  decisiveTarget,
  printAsked,
  printLack,
  printOwnBasis,
  printReached,
  standingOf,
} from '../../src/render/target-words.ts'
import { matter, workdays } from '../graph/matters.ts'

const target = (percent: string, parts: Partial<Target> = {}): Target => ({
  subject: 'time',
  sense: 'cut',
  operator: 'ge',
  percent,
  ...parts,
})

/** 20 → 9 working days: a cut of 55 %. */
function reportWith(...targets: readonly Target[]) {
  const limit = (amount: string) => ({ limit: workdays(amount), sources: [], notes: [] })
  const made = matter({ statutoryLimits: [limit('20')], promisedLimits: [limit('9')], targets })
  return measureMatter({ matter: made, graph: buildGraph(made).graph })
}

function words(...targets: readonly Target[]): string {
  const report = reportWith(...targets)
  const verdict = decisiveTarget(report)
  if (verdict === undefined) return standingOf(report)
  const reached = verdict.kind === 'decided' ? printReached(verdict, 1) : ''
  return [standingOf(report), printAsked(verdict), reached, printLack(verdict), printOwnBasis(verdict, report)].join(
    ' ',
  )
}

test('of several targets of time the missed one counts, then the one that cannot be judged', () => {
  expect(words(target('50'), target('60'))).toBe('未达标 ≥60% 55.0% 差1个工作日 ')
  expect(words(target('60'), target('50'))).toBe('未达标 ≥60% 55.0% 差1个工作日 ')
  const path = { before: 'statutory', after: 'criticalPath' } as const
  expect(words(target('50'), target('60', { basis: path }))).toBe('无法判断 ≥60%  无法判断 （法定时限→关键路径）')
})

test('a target of what remains is told by what remains; one on a bound that must be passed is just missed', () => {
  expect(words(target('40', { sense: 'remaining', operator: 'le' }))).toBe('未达标 余≤40% 45.0% 差1个工作日 ')
  expect(words(target('55', { operator: 'gt' }))).toBe('未达标 >55% 55.0% 未达标 ')
  expect(words(target('55'))).toBe('达标 ≥55% 55.0% 达标 ')
})

test('targets of other subjects say what they are about; without figures they speak only where no other does', () => {
  const materials = target('60', { subject: 'materials' })
  expect(words(materials)).toBe('无法判断 材料≥60%  无法判断 ')
  expect(words(materials, target('55'))).toBe('达标 ≥55% 55.0% 达标 ')
})

test('a missed target of materials lacks documents, and tells no 口径', () => {
  const paper = (name: string) => ({ name, forms: [], sources: [], notes: [] })
  const [before, now] = [
    ['申请书', '营业执照', '身份证'],
    ['申请书', '身份证'],
  ].map((names) => ({
    matter: matter({ materials: names.map(paper), targets: [target('50', { subject: 'materials' })] }),
  }))
  if (before === undefined || now === undefined) throw new TypeError('two versions')
  const previous = { ...before, graph: buildGraph(before.matter).graph }
  const report = measureMatter({ ...now, graph: buildGraph(now.matter).graph, previous })
  const verdict = decisiveTarget(report)
  expect(
    verdict && [standingOf(report), printAsked(verdict), printLack(verdict), printOwnBasis(verdict, report)],
  ).toEqual(['未达标', '材料≥50%', '差1份材料', ''])
})
