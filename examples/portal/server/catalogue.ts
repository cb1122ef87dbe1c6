import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { buildGraph } from 'zhengwu/analysis'
import { type BundledMatter, bundleMatters, describeProblem } from 'zhengwu/bundle'
import { type CaseDefinition, prepareDefinition } from 'zhengwu/engine'

/** 门户办的一件事：一个事项，或者一件事合成的一个事项。 */
export interface Service {
  /** 地址里的名字。 */
  readonly id: string
  readonly isBundle: boolean
  /** 一件事包含的事项，和它们怎样合成的。 */
  readonly components: readonly string[]
  readonly bundled?: BundledMatter
  readonly definition: CaseDefinition
}

/** 门户办哪些事。示例的事项在 zhengwu 的软件包里；换成自己的，改这张表和 {@link readSource}。 */
const SERVICES = [
  { id: 'nurse', files: ['city/nurse-registration.zw'] },
  { id: 'food', files: ['city/food-operation-permit.zw'] },
  { id: 'id-card', files: ['city/id-card.zw'] },
  { id: 'disability', files: ['city/disability-certificate.zw'] },
  { id: 'newborn', files: ['bundles/newborn/matters.zw', 'bundles/newborn/newborn.zw'] },
  {
    id: 'restaurant',
    files: ['bundles/restaurant-sichuan/matters.zw', 'bundles/restaurant-sichuan/open-restaurant.zw'],
  },
]

/** 不影响合成的问题：子项没有写时限、同一个问题的问法不一样。 */
const HARMLESS = new Set(['noLimit', 'differingFact'])

/** 编译门户办的各件事，备好给引擎；文字有错误的，引擎不收。 */
export function readCatalogue(): ReadonlyMap<string, Service> {
  return new Map(SERVICES.map(({ id, files }) => [id, readService(id, files)]))
}

function readService(id: string, files: readonly string[]): Service {
  const { matters, bundles } = compile(files.map((uri) => ({ uri, text: readSource(uri) })))
  const [bundle] = bundles.values()
  const [single] = matters.values()
  if (bundle === undefined) {
    if (single === undefined) throw new Error(`${files.join('、')}里没有事项`)
    return { id, isBundle: false, components: [], definition: prepare(single) }
  }
  const components = new Map([...bundle.components].map(([name, { matter }]) => [name, matter]))
  const bundled = bundleMatters(bundle.bundle, components)
  const { matter, problems, order } = bundled
  const faults = problems.filter(({ kind }) => !HARMLESS.has(kind))
  if (faults.length > 0) throw new Error(faults.map(describeProblem).join('\n'))
  const definition = prepare({ matter, graph: buildGraph(matter).graph })
  return { id, isBundle: true, components: order, bundled, definition }
}

function prepare(source: Parameters<typeof prepareDefinition>[0]): CaseDefinition {
  const prepared = prepareDefinition(source)
  if (!prepared.ok) throw new Error(`${prepared.error.message}。${prepared.error.help}`)
  return prepared.value
}

function readSource(uri: string): string {
  return readFileSync(new URL(`examples/${uri}`, import.meta.resolve('zhengwu/package.json')), 'utf8')
}
