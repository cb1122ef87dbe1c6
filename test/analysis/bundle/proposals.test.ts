import { expect, test } from 'vitest'
import { describeProposal } from '../../../src/analysis/bundle/describe-proposal.ts'
import { accountFor, type PlainMatter } from './bundled.ts'

const LICENCE: PlainMatter = { name: '登记', materials: ['身份证'], work: 1, issues: '执照' }
const SEAL: PlainMatter = { name: '刻章', materials: ['执照', '身份证'], work: 1, issues: '公章' }
const TAX: PlainMatter = { name: '领票', materials: ['执照', '身份证'], work: 1, issues: '发票' }
const COMPONENTS = `包含事项：
  子项：登记
  子项：刻章
    前序：登记
  子项：领票
    前序：登记
`

const proposed = (text: string) => {
  const { bundled } = accountFor([LICENCE, SEAL, TAX], `${COMPONENTS}${text}`)
  return bundled.proposals.map(describeProposal)
}

test('what is called like the result of another is proposed to be it, and then not to be one document as well', () => {
  expect(proposed('')).toEqual([
    '“身份证”有3处，是不是同一份？是的话请写“共用材料：身份证”“对应：登记·身份证、刻章·身份证、领票·身份证”',
    '“刻章·执照”是不是“登记”的结果？是的话请写“结果复用：登记·执照”“用于：刻章·执照”',
    '“领票·执照”是不是“登记”的结果？是的话请写“结果复用：登记·执照”“用于：领票·执照”',
  ])
})

test('documents that take one result in their place are one: only those that do not are proposed', () => {
  const reuse = '材料归并：\n  结果复用：登记·执照\n    用于：刻章·执照\n'
  expect(proposed(reuse).filter((line) => line.includes('执照'))).toEqual([
    '“领票·执照”是不是“登记”的结果？是的话请写“结果复用：登记·执照”“用于：领票·执照”',
  ])
})

test('what is declared shared is one: the rest is proposed to be added to it', () => {
  const shared = '材料归并：\n  共用材料：本人证件\n    对应：登记·身份证、刻章·身份证\n'
  expect(proposed(shared).filter((line) => line.includes('身份证'))).toEqual([
    '“领票·身份证”和“本人证件”（登记·身份证）是不是同一份？是的话请加到“本人证件”的“对应：”或者“用于：”里：领票·身份证',
  ])
})

test('nothing is left to propose where all is declared', () => {
  const all = `材料归并：
  共用材料：本人证件
    对应：登记·身份证、刻章·身份证、领票·身份证
  结果复用：登记·执照
    用于：刻章·执照、领票·执照
`
  expect(proposed(all)).toEqual([])
})
