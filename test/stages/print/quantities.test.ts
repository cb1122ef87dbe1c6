import { describe, expect, test } from 'vitest'
import { codesIn, matterText, modelOf } from '../../support/matter-text.ts'

describe('a dated limit', () => {
  test.each([
    ['（自2024年1月1日起）', { from: '2024-01-01' }],
    ['（自2024年1月1日起至2024年12月31日止）', { from: '2024-01-01', to: '2024-12-31' }],
    ['（至2024年12月31日）', { to: '2024-12-31' }],
    ['（截至2024年12月31日）', undefined],
  ])('%s', (period, dates) => {
    const limits = ['法定时限：20个工作日', `承诺时限：5个工作日${period}`, '承诺时限：3个工作日（自2025年1月1日起）']
    if (dates === undefined) return expect(codesIn(matterText({ limits }))).toContain('ZW1102')
    const [{ from, to } = {}] = modelOf({ limits }).promisedLimits
    return expect({ from, to }).toEqual({ from: undefined, to: undefined, ...dates })
  })
})

describe('what a fee is paid for', () => {
  test.each([
    ['0.3元／分钟', '30', '分钟'],
    ['50元/人·次', '5000', '人·次'],
    ['1.2万元／每平方米', '1200000', '每平方米'],
    ['每件10元', '1000', '件'],
  ])('%s', (standard, amountFen, per) => {
    const [fee] = modelOf({ outputs: ['收费：按次收费', `  标准：${standard}`] }).fees
    expect(fee).toMatchObject({ amountFen, per })
  })
})
