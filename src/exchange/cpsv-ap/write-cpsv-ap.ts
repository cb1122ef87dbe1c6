import type { Bundle } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import { CONTEXT } from './context.ts'
import { describeService } from './describe-service.ts'
import { type Addresses, chinese, createAddresses, type LinkedNode, link } from './nodes.ts'

/** What is written, and under which addresses. */
export interface CpsvApOptions {
  /** What the ids of nodes begin with. Default: `urn:zhengwu:`. */
  readonly base?: string
  /** The 一件事, as events that group their matters. */
  readonly bundles?: readonly Bundle[]
}

/**
 * Writes matters as CPSV-AP 3.2 in JSON-LD (公共服务目录): services with their requirements, evidence, outputs, costs, channels and laws;
 * 一件事 as events of life or of business. What the vocabulary lacks stands under `zw:`; nothing needs the network to be read.
 */
export function writeCpsvAp(
  matters: readonly Matter[],
  { base = 'urn:zhengwu:', bundles = [] }: CpsvApOptions = {},
): string {
  const address = createAddresses(base)
  const known = identify(matters)
  const nodes = [
    ...matters.flatMap((matter) => describeService(matter, known(matter), address, eventsOf(matter, bundles, address))),
    ...bundles.map((bundle) => describeEvent(bundle, matters, (matter) => address('service', known(matter)), address)),
  ]
  // What several services share, such as an authority, is said once.
  const unique = new Map(nodes.map((node) => [node['@id'], withoutGaps(node)]))
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': [...unique.values()] }, undefined, 2)}\n`
}

/** A matter is known by its 编码, or where it has none or shares it with another, by its name: services never run into one. */
function identify(matters: readonly Matter[]): (matter: Matter) => string {
  const taken = new Map<string, number>()
  for (const word of matters.flatMap(({ code, name }) => [code, name]))
    if (word !== undefined) taken.set(word, (taken.get(word) ?? 0) + 1)
  return ({ code, name }) => (code !== undefined && taken.get(code) === 1 ? code : name)
}

function eventsOf({ name }: Matter, bundles: readonly Bundle[], address: Addresses): readonly string[] {
  return bundles
    .filter(({ components }) => components.some(({ matter }) => matter === name))
    .map((bundle) => address('event', bundle.code ?? bundle.name))
}

function describeEvent(
  bundle: Bundle,
  matters: readonly Matter[],
  service: (matter: Matter) => string,
  address: Addresses,
): LinkedNode {
  const { name, code, audiences, components, notes } = bundle
  const services = components.flatMap(({ matter: wanted }) => matters.find((matter) => matter.name === wanted) ?? [])
  return {
    '@id': address('event', code ?? name),
    '@type': ['cv:Event', audiences.includes('person') ? 'cv:LifeEvent' : 'cv:BusinessEvent'],
    'dct:identifier': code ?? name,
    'dct:title': chinese(name),
    'dct:description': chinese(notes.length > 0 ? notes.join('；') : `“${name}”一件事`),
    'cv:hasRelatedService': services.map((matter) => link(service(matter))),
  }
}

function withoutGaps(node: LinkedNode): LinkedNode {
  const said = Object.entries(node).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return { ...Object.fromEntries(said), '@id': node['@id'], '@type': node['@type'] }
}
