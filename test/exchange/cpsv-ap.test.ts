import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import ShaclValidator from 'rdf-validate-shacl'
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

const shapes = new ShaclValidator(
  new Store(new Parser().parse(readFileSync(join(import.meta.dirname, 'cpsv-ap.shapes.ttl'), 'utf8'))),
)

/** What the shapes of CPSV-AP find wrong: the node and the property. */
async function violationsOf(text: string): Promise<readonly string[]> {
  const quads = await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads' })
  const data = new Store(new Parser({ format: 'N-Quads' }).parse(String(quads)))
  const { results } = await shapes.validate(data)
  return results.map(({ focusNode, path, sourceConstraintComponent }) => {
    const of = path !== null && path !== undefined && 'value' in path ? path.value : ''
    return [decodeURIComponent(focusNode?.value ?? ''), of, sourceConstraintComponent?.value ?? ''].join(' ')
  })
}

/** All that a matter may leave out and CPSV-AP asks for: who is responsible. */
function withoutAuthority(matters: readonly Matter[]): readonly string[] {
  const codes = matters.map(({ code }) => code)
  return matters
    .filter(({ authority }) => authority === undefined)
    .map(
      ({ code = '', name }) =>
        `urn:zhengwu:service/${codes.filter((each) => each === code).length === 1 ? code : name} http://data.europa.eu/m8g/hasCompetentAuthority http://www.w3.org/ns/shacl#MinCountConstraintComponent`,
    )
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

  test('stand up to the shapes of the EU, all examples together and any matter', async () => {
    const { matters: compiled, bundles } = compile(exampleSources(), { asOf: '2026-11-22' })
    const matters = [...compiled.values()].map(({ matter }) => matter)
    const all = writeCpsvAp(matters, { bundles: [...bundles.values()].map(({ bundle }) => bundle) })
    expect((await violationsOf(all)).toSorted()).toEqual([...withoutAuthority(matters)].toSorted())
    await fc.assert(
      fc.asyncProperty(anyMatter, async (matter) => {
        expect(await violationsOf(writeCpsvAp([matter]))).toEqual(withoutAuthority([matter]))
      }),
      { numRuns: 200 },
    )
  })

  test('a 编码 that two matters have names neither of them', async () => {
    const source = (name: string, code: string) => ({
      uri: `${name}.zw`,
      text: `语言版本：1\n事项：${name}\n编码：${code}\n办理环节：\n  环节：办理\n    时限：1个工作日\n`,
    })
    const { matters } = compile([source('甲', '1'), source('乙', '1'), source('丙', '2'), source('2', '3')], {})
    const quads = await check(
      [...matters.values()].map(({ matter }) => matter),
      [],
    )
    const services = quads.filter(({ object }) => object.value.endsWith('#PublicService'))
    const ids = services.map(({ subject }) => decodeURIComponent(subject.value.split('/')[1] ?? ''))
    expect(new Set(ids)).toEqual(new Set(['甲', '乙', '丙', '3']))
  })

  test('the shapes see what is missing', async () => {
    const { matters } = compile(exampleSources(), { asOf: '2026-11-22' })
    const [first] = [...matters.values()]
    if (first === undefined) throw new Error('no examples')
    const text = writeCpsvAp([first.matter])
    for (const property of ['dct:title', 'dct:identifier', 'dct:description', 'dct:spatial'])
      expect(await violationsOf(text.replaceAll(`"${property}"`, `"zw:${property.slice(4)}"`))).not.toEqual([])
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
