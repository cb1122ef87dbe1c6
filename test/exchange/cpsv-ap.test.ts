import fc from 'fast-check'
import jsonld from 'jsonld'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { writeCpsvAp } from '../../src/exchange/cpsv-ap/write-cpsv-ap.ts'
import type { Bundle } from '../../src/model/bundle.ts'
import type { Matter } from '../../src/model/matter.ts'
import { anyMatter } from '../support/arbitrary-matter.ts'
import { expectGolden } from '../support/golden.ts'
import { exampleSources } from '../support/syntax-examples.ts'

interface Quad {
  readonly subject: { readonly value: string }
  readonly predicate: { readonly value: string }
  readonly object: { readonly value: string; readonly termType: string }
}

/** Read by jsonld as another program would: nothing may be dropped, nothing fetched. */
async function triplesOf(text: string): Promise<readonly Quad[]> {
  const documentLoader = () => Promise.reject(new Error('the network was asked'))
  const options = { safe: true, documentLoader }
  await jsonld.expand(JSON.parse(text), options)
  return JSON.parse(JSON.stringify(await jsonld.toRDF(JSON.parse(text), options)))
}

async function check(matters: readonly Matter[], bundles: readonly Bundle[]): Promise<readonly Quad[]> {
  const quads = await triplesOf(writeCpsvAp(matters, { bundles }))
  const subjects = new Set(quads.map(({ subject }) => subject.value))
  const dangling = quads.filter(
    ({ predicate, object }) =>
      object.termType === 'NamedNode' &&
      object.value.startsWith('urn:zhengwu:') &&
      !predicate.value.endsWith('#type') &&
      !subjects.has(object.value),
  )
  expect(dangling).toEqual([])
  return quads
}

function objectsOf(quads: readonly Quad[], property: string): readonly string[] {
  return quads.filter(({ predicate }) => predicate.value.endsWith(property)).map(({ object }) => object.value)
}

describe('matters as CPSV-AP', () => {
  test('are read by jsonld without loss, every link leading to a node', async () => {
    await fc.assert(
      fc.asyncProperty(anyMatter, async (matter) => {
        const quads = await check([matter], [])
        const titles = new Set(objectsOf(quads, 'dc/terms/title'))
        for (const { name } of [...matter.requirements, ...matter.materials, ...matter.outputs]) {
          expect(titles).toContain(name)
        }
        expect(new Set(objectsOf(quads, 'm8g/hasChannel')).size).toBe(new Set(matter.channels).size)
        expect(new Set(objectsOf(quads, 'cpsv#hasInput')).size).toBe(matter.materials.length)
      }),
      { numRuns: 200 },
    )
  })

  test('all examples together, with their bundles as events', async () => {
    const { matters, bundles } = compile(exampleSources(), { asOf: '2026-11-22' })
    const quads = await check(
      [...matters.values()].map(({ matter }) => matter),
      [...bundles.values()].map(({ bundle }) => bundle),
    )
    const types = objectsOf(quads, 'rdf-syntax-ns#type')
    expect(types.filter((type) => type.endsWith('LifeEvent') || type.endsWith('BusinessEvent'))).toHaveLength(
      bundles.size,
    )
    expect(objectsOf(quads, 'm8g/isGroupedBy').length).toBeGreaterThan(10)
  })

  test('look like this', () => {
    const sources = exampleSources().filter(({ uri }) => uri.startsWith('examples/bundles/restaurant/'))
    const { matters, bundles } = compile(sources, { asOf: '2026-11-22' })
    const wanted = [...matters.values()].map(({ matter }) => matter).filter(({ name }) => name.startsWith('食品'))
    const text = writeCpsvAp(wanted, { bundles: [...bundles.values()].map(({ bundle }) => bundle) })
    expectGolden('test/exchange/cpsv-ap.golden.txt', text)
  })

  test('money and times are exact, and 工作日 are no duration of days', async () => {
    const { matters } = compile(
      [
        {
          uri: 'm.zw',
          text: '语言版本：1\n事项：甲\n事项类型：公共服务\n办理环节：\n  环节：办理\n    时限：1个工作日\n承诺时限：30个自然日\n收费：0.5元\n  标准：0.5元\n结果：证\n',
        },
        {
          uri: 'n.zw',
          text: '语言版本：1\n事项：乙\n办理环节：\n  环节：办理\n    时限：1个工作日\n承诺时限：3个工作日\n',
        },
      ],
      {},
    )
    const quads = await check(
      [...matters.values()].map(({ matter }) => matter),
      [],
    )
    expect(objectsOf(quads, 'm8g/processingTime')).toEqual(['P30D'])
    expect(objectsOf(quads, 'm8g/hasValue')).toEqual(['5.0E-1'])
    expect(objectsOf(quads, 'ns#promisedLimit').toSorted()).toEqual(['30个自然日', '3个工作日'].toSorted())
  })
})
