/** The prefixes of CPSV-AP 3.2 (public service vocabulary of the EU), and ours for what it lacks: working days, FEEL, choices. */
export const CONTEXT = {
  atu: 'http://data.europa.eu/88u/dataset/',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  zw: 'https://zhengwu.dev/ns#',
} as const

/** Lists that the EU publishes. */
export const AUTHORITY = {
  china: 'http://publications.europa.eu/resource/authority/country/CHN',
  chinese: 'http://publications.europa.eu/resource/authority/language/ZHO',
  renminbi: 'http://publications.europa.eu/resource/authority/currency/CNY',
} as const
