import { yuanOf } from '../../base/yuan.ts'
import { type Duration, printDuration, UNIT_WORDS } from '../../calendar/duration.ts'
import type { Material, MaterialChoice, Requirement } from '../../model/application.ts'
import type { LegalSource } from '../../model/common.ts'
import type { Fee, Matter, Output } from '../../model/matter.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import {
  AUDIENCES,
  CASE_TYPES,
  CHANNELS,
  DOCUMENT_FORMS,
  LEVELS,
  MATERIAL_SOURCES,
  MATTER_TYPES,
  NECESSITIES,
  OUTPUT_TYPES,
} from '../../model/terms.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { nameInFeel } from '../feel/feel-names.ts'
import { printFeel } from '../feel/print-feel.ts'
import { AUTHORITY } from './context.ts'
import { type Addresses, chinese, type LinkedNode, link, typed } from './nodes.ts'

/**
 * A matter as a public service of CPSV-AP, with all nodes that it links to (公共服务). `within` is what it is known by, `events` are the
 * bundles it is part of.
 */
export function describeService(
  matter: Matter,
  within: string,
  address: Addresses,
  events: readonly string[],
): readonly LinkedNode[] {
  const at = (kind: string, name: string) => address(kind, within, name)
  const laws = [...new Set(matter.sources.map(printLegalSource))]
  const authorities = matter.authority === undefined ? [] : [matter.authority]
  const limit = matter.promisedLimits.at(-1) ?? matter.statutoryLimits.at(-1)
  const service: LinkedNode = {
    '@id': address('service', within),
    '@type': 'cpsv:PublicService',
    'dct:identifier': within,
    'dct:title': chinese(matter.name),
    'dct:description': chinese(summarize(matter)),
    'dct:language': link(AUTHORITY.chinese),
    'dct:type': matter.type && link(address('matter-type', matter.type)),
    'dct:audience': matter.audiences.map((audience) => link(address('audience', audience))),
    'cv:hasCompetentAuthority': authorities.map((name) => link(address('authority', name))),
    'cv:hasParticipation': matter.coAuthorities.map((name) => link(at('participation', name))),
    'cv:holdsRequirement': matter.requirements.map(({ name }) => link(at('requirement', name))),
    'cpsv:hasInput': matter.materials.map(({ name }) => link(at('evidence', name))),
    'zw:inputChoice': matter.materialChoices.map((_, index) => link(at('choice', `${index + 1}`))),
    'cpsv:produces': matter.outputs.map(({ name }) => link(at('output', name))),
    'cv:hasCost': matter.fees.map((_, index) => link(at('cost', `${index + 1}`))),
    'cv:hasChannel': matter.channels.map((channel) => link(at('channel', channel))),
    'cv:hasLegalResource': laws.map((law) => link(address('law', law))),
    'cv:contactPoint': hasContact(matter) ? link(at('contact', '1')) : undefined,
    'cv:isGroupedBy': events.map(link),
    'cv:processingTime': limit && isoDuration(limit.limit),
    'zw:promisedLimit': matter.promisedLimits.map((each) => chinese(printLimit(each))),
    'zw:statutoryLimit': matter.statutoryLimits.map((each) => chinese(printLimit(each))),
    'zw:trips': matter.trips === undefined ? undefined : typed(String(matter.trips), 'integer'),
    'zw:level': matter.levels.map((level) => LEVELS[level]),
  }
  return [
    service,
    ...authorities.map((name) => describeAuthority(name, address)),
    ...matter.coAuthorities.flatMap((name) => [
      describeAuthority(name, address),
      {
        '@id': at('participation', name),
        '@type': 'cv:Participation',
        'dct:identifier': name,
        'dct:description': chinese('联办机构'),
        'cv:role': link(address('role', 'co-authority')),
        'cv:hasParticipant': link(address('authority', name)),
      },
      concept(address('role', 'co-authority'), '联办机构'),
    ]),
    ...matter.requirements.map((requirement) =>
      describeRequirement(requirement, matter, at('requirement', requirement.name)),
    ),
    ...matter.materials.map((material) => describeMaterial(material, at('evidence', material.name), address)),
    ...matter.materialChoices.map((choice, index) =>
      describeChoice(choice, at('choice', `${index + 1}`), (name) => at('evidence', name)),
    ),
    ...matter.outputs.map((output) => describeOutput(output, at('output', output.name), address)),
    ...matter.fees.map((fee, index) => describeFee(fee, at('cost', `${index + 1}`))),
    ...matter.channels.map((channel) => ({
      '@id': at('channel', channel),
      '@type': 'cv:Channel',
      'dct:identifier': channel,
      'dct:description': chinese(CHANNELS[channel]),
      'dct:type': link(address('channel-type', channel)),
    })),
    ...matter.sources.map((source) => describeLaw(source, address)),
    ...(hasContact(matter) ? [describeContact(matter, at('contact', '1'))] : []),
    ...conceptsOf(matter, address),
  ]
}

/** Closed words stand as concepts, and what is on a list of the EU by its class, so that every link leads somewhere. */
function conceptsOf(matter: Matter, address: Addresses): readonly LinkedNode[] {
  const hasOrganisation = matter.authority !== undefined || matter.coAuthorities.length > 0
  return [
    { '@id': AUTHORITY.chinese, '@type': 'dct:LinguisticSystem' },
    ...(matter.fees.length === 0 ? [] : [concept(AUTHORITY.renminbi, '人民币')]),
    ...(hasOrganisation
      ? [{ '@id': AUTHORITY.china, '@type': 'atu:atu-type', 'skos:prefLabel': chinese('中国') }]
      : []),
    ...(matter.type === undefined ? [] : [concept(address('matter-type', matter.type), MATTER_TYPES[matter.type])]),
    ...matter.audiences.map((each) => concept(address('audience', each), AUDIENCES[each])),
    ...matter.channels.map((each) => concept(address('channel-type', each), CHANNELS[each])),
    ...matter.materials.flatMap(({ source }) =>
      source === undefined ? [] : [concept(address('material-source', source), MATERIAL_SOURCES[source])],
    ),
    ...matter.outputs.flatMap(({ type }) =>
      type === undefined ? [] : [concept(address('output-type', type), OUTPUT_TYPES[type])],
    ),
  ]
}

function concept(id: string, word: string): LinkedNode {
  return { '@id': id, '@type': 'skos:Concept', 'skos:prefLabel': chinese(word) }
}

function describeAuthority(name: string, address: Addresses): LinkedNode {
  return {
    '@id': address('authority', name),
    '@type': ['cv:PublicOrganisation', 'foaf:Agent'],
    'dct:identifier': name,
    'dct:title': chinese(name),
    'skos:prefLabel': chinese(name),
    'dct:spatial': link(AUTHORITY.china),
  }
}

/** The rule stands as FEEL beside the official words; what a person judges, in words. */
function describeRequirement(requirement: Requirement, matter: Matter, id: string): LinkedNode {
  const { name, hint, manualCheck, rule, when, except } = requirement
  const scope = { names: nameInFeel(matter.facts), situations: matter.situations }
  const description = manualCheck ?? hint
  return {
    '@id': id,
    '@type': 'cv:Requirement',
    'dct:identifier': id,
    'dct:title': chinese(name),
    'dct:description': description === undefined ? undefined : chinese(description),
    'zw:rule': rule && printFeel(rule, scope),
    'zw:appliesWhen': when && printFeel(when, scope),
    'zw:exceptWhen': except.map((each) => printFeel(each, scope)),
  }
}

function describeMaterial(material: Material, id: string, address: Addresses): LinkedNode {
  const { name, code, forms, copies, source, necessity, standard } = material
  const words = [
    ...(necessity === undefined ? [] : [NECESSITIES[necessity]]),
    ...forms.map((form) => DOCUMENT_FORMS[form]),
    ...(copies === undefined ? [] : [`${copies}份`]),
    ...(standard === undefined ? [] : [standard]),
  ]
  return {
    '@id': id,
    '@type': 'cv:Evidence',
    'dct:identifier': code ?? id,
    'dct:title': chinese(name),
    'dct:description': words.length === 0 ? undefined : chinese(words.join('；')),
    'dct:type': source && link(address('material-source', source)),
    'zw:necessity': necessity && NECESSITIES[necessity],
  }
}

function describeChoice(
  { name, atLeast, materials }: MaterialChoice,
  id: string,
  evidence: (name: string) => string,
): LinkedNode {
  return {
    '@id': id,
    '@type': 'zw:EvidenceChoice',
    'dct:title': chinese(name ?? (atLeast === 1 ? '任选其一' : `任选${atLeast}项`)),
    'zw:atLeast': typed(String(atLeast), 'integer'),
    'zw:member': materials.map((each) => link(evidence(each))),
  }
}

function describeOutput({ name, type, validity }: Output, id: string, address: Addresses): LinkedNode {
  return {
    '@id': id,
    '@type': 'cv:Output',
    'dct:identifier': id,
    'dct:title': chinese(name),
    'dct:type': type && link(address('output-type', type)),
    'dct:description': validity && chinese(`有效期${printDuration(validity)}`),
  }
}

function describeFee({ charged, text, amountFen, relief }: Fee, id: string): LinkedNode {
  const words = [text, ...(relief === undefined ? [] : [relief])].join('；')
  return {
    '@id': id,
    '@type': 'cv:Cost',
    'dct:identifier': id,
    'dct:description': chinese(words),
    'cv:hasValue': charged ? amountFen && typed(yuanOf(amountFen) ?? '0', 'double') : typed('0', 'double'),
    'cv:currency': amountFen === undefined && charged ? undefined : link(AUTHORITY.renminbi),
  }
}

function describeLaw(source: LegalSource, address: Addresses): LinkedNode {
  const words = printLegalSource(source)
  return { '@id': address('law', words), '@type': 'eli:LegalResource', 'dct:title': chinese(words) }
}

function hasContact({ location, openingHours, enquiryPhone, complaintPhone }: Matter): boolean {
  return [location, openingHours, enquiryPhone, complaintPhone].some((each) => each !== undefined)
}

function describeContact({ location, openingHours, enquiryPhone, complaintPhone }: Matter, id: string): LinkedNode {
  return {
    '@id': id,
    '@type': 'cv:ContactPoint',
    'cv:telephone': enquiryPhone,
    'zw:complaintTelephone': complaintPhone,
    'zw:location': location && chinese(location),
    'zw:openingHours': openingHours && chinese(openingHours),
  }
}

/** What CPSV-AP asks for in one sentence. */
function summarize({ notes, name, type, caseType, authority }: Matter): string {
  const words = [type && MATTER_TYPES[type], caseType && CASE_TYPES[caseType], authority && `${authority}办理`]
  const made = words.filter((word) => word !== undefined).join('，')
  return notes.length > 0 ? notes.join('；') : made === '' ? name : `${name}：${made}`
}

function printLimit({ limit, when }: TimeLimit): string {
  return `${printDuration(limit)}${when === undefined ? '' : '（按情形）'}`
}

/** Of workdays there is no duration in XML Schema: they stand in words only. */
function isoDuration(limit: Duration) {
  if (!('amount' in limit)) return undefined
  const { amount, unit } = limit
  const word = UNIT_WORDS[unit]
  const designator = ISO_UNITS[word]
  return designator === undefined || !/^\d+$/.test(amount) ? undefined : typed(`P${designator(amount)}`, 'duration')
}

const ISO_UNITS: Readonly<Record<string, (amount: string) => string>> = {
  自然日: (amount) => `${amount}D`,
  月: (amount) => `${amount}M`,
  年: (amount) => `${amount}Y`,
  小时: (amount) => `T${amount}H`,
  分钟: (amount) => `T${amount}M`,
}
