import { BUNDLES } from './catalogue/bundles.ts'
import { CONDITIONS } from './catalogue/conditions.ts'
import { DECISION_TABLES } from './catalogue/decision-tables.ts'
import { ENCODING } from './catalogue/encoding.ts'
import { FLOW } from './catalogue/flow.ts'
import { IMPLEMENTATIONS } from './catalogue/implementations.ts'
import { LAW } from './catalogue/law.ts'
import { LIMITS } from './catalogue/limits.ts'
import { LINES } from './catalogue/lines.ts'
import { MEASURES } from './catalogue/measures.ts'
import { NAMES } from './catalogue/names.ts'
import { SCENARIOS } from './catalogue/scenarios.ts'
import { STRUCTURE } from './catalogue/structure.ts'
import { TYPES } from './catalogue/types.ts'
import { VALUES } from './catalogue/values.ts'
import { VERSIONS } from './catalogue/versions.ts'
import type { Definition } from './definition.ts'

const DEFINITIONS = {
  ...ENCODING,
  ...LINES,
  ...VALUES,
  ...STRUCTURE,
  ...CONDITIONS,
  ...NAMES,
  ...TYPES,
  ...FLOW,
  ...LIMITS,
  ...MEASURES,
  ...LAW,
  ...DECISION_TABLES,
  ...VERSIONS,
  ...SCENARIOS,
  ...IMPLEMENTATIONS,
  ...BUNDLES,
}

/** A code of the catalogue (诊断码): ZW, the family in two digits, the finding in two. */
export type DiagnosticCode = keyof typeof DEFINITIONS

/** What each code's sentences need to be told. */
export type ParamsByCode = {
  readonly [C in DiagnosticCode]: (typeof DEFINITIONS)[C] extends Definition<infer P> ? P : never
}

/** Every finding that zhengwu can report (诊断目录), by code. */
export const CATALOGUE: { readonly [C in DiagnosticCode]: Definition<ParamsByCode[C]> } = DEFINITIONS
