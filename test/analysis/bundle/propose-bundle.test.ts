import { expect, test } from 'vitest'
import { bundleMatters } from '../../../src/analysis/bundle/bundle-matters.ts'
import { describeProposal } from '../../../src/analysis/bundle/describe-proposal.ts'
import { measureBundle } from '../../../src/analysis/bundle/measure-bundle.ts'
import { proposeBundle } from '../../../src/analysis/bundle/propose-bundle.ts'
import { printRational } from '../../../src/base/rational.ts'
import { DEFAULT_CONVERSION } from '../../../src/calendar/duration.ts'
import { mattersOf, type PlainMatter } from './bundled.ts'

const LICENCE: PlainMatter = { name: '登记', materials: ['身份证', '章程'], work: 1, issues: '执照' }
const SEAL: PlainMatter = { name: '刻章', materials: ['执照', '身份证'], work: 1, issues: '公章' }
const TAX: PlainMatter = { name: '领票', materials: ['执照', '身份证'], work: 3, issues: '发票' }
const ALL = [TAX, SEAL, LICENCE]

function come(plain: readonly PlainMatter[], accept: () => boolean) {
  const proposed = proposeBundle(mattersOf(plain), { accept })
  const bundled = bundleMatters(proposed.bundle, proposed.matters)
  const [measured] = measureBundle(proposed.bundle, bundled, proposed.matters, { conversion: DEFAULT_CONVERSION })
  const { time, materials } = measured?.cuts ?? {}
  return {
    ...proposed,
    bundled,
    words: proposed.proposals.map(describeProposal),
    time: time && [printRational(time.before), printRational(time.after)],
    materials: materials && [printRational(materials.before), printRational(materials.after)],
  }
}

test('without a word about them matters stand side by side, and what they seem to have in common is proposed', () => {
  const { bundle, bundled, words, time, materials } = come(ALL, () => false)
  expect(bundle).toMatchObject({ name: '领票、刻章、登记', sharedMaterials: [], outputReuses: [], sharedSteps: [] })
  expect(bundled.problems).toEqual([])
  expect(words).toEqual([
    '“身份证”有3处，是不是同一份？是的话请写“共用材料：身份证”“对应：领票·身份证、刻章·身份证、登记·身份证”',
    '“领票·执照”是不是“登记”的结果？是的话请写“结果复用：登记·执照”“用于：领票·执照”',
    '“刻章·执照”是不是“登记”的结果？是的话请写“结果复用：登记·执照”“用于：刻章·执照”',
    '“领票·受理”、“刻章·受理”、“登记·受理”能不能统一受理？能的话请写“统一受理：”和由哪个窗口办',
  ])
  expect({ time, materials }).toEqual({ time: ['8', '4'], materials: ['6', '6'] })
})

test('what is accepted holds: documents once, the licence passed on, one acceptance', () => {
  const { bundled, words, time, materials } = come(ALL, () => true)
  expect(words).toEqual([])
  expect(bundled.problems).toEqual([])
  expect(bundled.order[0]).toBe('登记')
  // 统一受理 1, 登记 1, 领票 3.
  expect({ time, materials }).toEqual({ time: ['8', '5'], materials: ['6', '2'] })
})

test('of results that need each other only the first is passed on: the other stays a proposal', () => {
  const one: PlainMatter = { name: '甲项', materials: ['乙证'], work: 1, issues: '甲证' }
  const other: PlainMatter = { name: '乙项', materials: ['甲证'], work: 1, issues: '乙证' }
  const { bundle, bundled, words } = come([one, other], () => true)
  expect(bundled.problems).toEqual([])
  expect(bundle.outputReuses.map(({ output }) => output.name)).toEqual(['甲证'])
  expect(words).toEqual(['“甲项·乙证”是不是“乙项”的结果？是的话请写“结果复用：乙项·乙证”“用于：甲项·乙证”'])
})

test('one 编码 makes one document without asking, two make two whatever they are called', () => {
  const coded = (name: string, material: string): PlainMatter => ({
    name,
    materials: [material],
    work: 1,
    issues: name,
  })
  const alike = come([coded('甲项', '身份证 C1'), coded('乙项', '本人证件 C1')], () => false)
  expect(alike.materials).toEqual(['2', '1'])
  const different = come([coded('甲项', '图纸 C1'), coded('乙项', '图纸 C2')], () => true)
  expect(different.materials).toEqual(['2', '2'])
  expect(different.bundled.problems).toEqual([])
})

test('names that differ in width and blanks are proposed to be one', () => {
  const asking = (name: string, material: string): PlainMatter => ({
    name,
    materials: [material],
    work: 1,
    issues: name,
  })
  const { materials } = come([asking('甲项', '执照（副本）'), asking('乙项', '执照(副本)')], () => true)
  expect(materials).toEqual(['2', '1'])
})

test('matters of one name are told apart', () => {
  const [matter] = mattersOf([LICENCE])
  const { bundle, matters } = proposeBundle(matter === undefined ? [] : [matter, matter])
  expect(bundle.components.map(({ name }) => name)).toEqual(['登记', '登记2'])
  expect(bundleMatters(bundle, matters).problems).toEqual([])
})

test('what offices can do at a time becomes part of the bundle', () => {
  const matters = mattersOf(ALL).map((matter) => ({ ...matter, authority: '甲局' }))
  const { bundle, matters: byName } = proposeBundle(matters, { capacity: new Map([['甲局', 1]]) })
  expect(bundle.capacities).toMatchObject([{ office: '甲局', atOnce: 1 }])
  expect(bundleMatters(bundle, byName).queueing?.queues[0]?.waits.length).toBeGreaterThan(0)
})
