import { expect, test } from 'vitest'
import { writeMermaid } from '../../src/exchange/mermaid/index.ts'
import { everyExample } from '../support/pictured.ts'

test('the end of a bundle names all its results, and a step before the end what it issues', () => {
  const example = (name: string) => everyExample().find((each) => each.name.endsWith(` ${name}`))
  const newborn = example('新生儿出生')
  const company = example('企业开办')
  if (newborn === undefined || company === undefined) throw new TypeError('no such example')
  expect(writeMermaid(newborn.matter, { bundle: newborn.bundle })).toContain(
    '办结<br/>取得：出生医学证明、预防接种证、新生儿户口簿、参保登记结果、登记结果<br/>按情形还有：社会保障卡、报销结果"',
  )
  expect(writeMermaid(company.matter, { bundle: company.bundle })).toMatch(/"核准发照<br\/>.*出具：营业执照"/)
})
