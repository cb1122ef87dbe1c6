import type { DiagnosticCode } from './catalogue.ts'
import type { Explanation } from './explanation.ts'
import { BUNDLES_EXPLAINED } from './explanations/bundles.ts'
import { CONDITIONS_EXPLAINED } from './explanations/conditions.ts'
import { DECISION_TABLES_EXPLAINED } from './explanations/decision-tables.ts'
import { ENCODING_EXPLAINED } from './explanations/encoding.ts'
import { FLOW_EXPLAINED } from './explanations/flow.ts'
import { IMPLEMENTATIONS_EXPLAINED } from './explanations/implementations.ts'
import { LAW_EXPLAINED } from './explanations/law.ts'
import { LIMITS_EXPLAINED } from './explanations/limits.ts'
import { LINES_EXPLAINED } from './explanations/lines.ts'
import { MEASURES_EXPLAINED } from './explanations/measures.ts'
import { NAMES_EXPLAINED } from './explanations/names.ts'
import { SCENARIOS_EXPLAINED } from './explanations/scenarios.ts'
import { STRUCTURE_EXPLAINED } from './explanations/structure.ts'
import { TYPES_EXPLAINED } from './explanations/types.ts'
import { VALUES_EXPLAINED } from './explanations/values.ts'
import { VERSIONS_EXPLAINED } from './explanations/versions.ts'

/**
 * The manual page of every code (诊断说明), for `zw explain` and docs/diagnostics.
 * Loaded only by them: the compiler needs the catalogue alone.
 */
export const EXPLANATIONS: Readonly<Record<DiagnosticCode, Explanation>> = {
  ...ENCODING_EXPLAINED,
  ...LINES_EXPLAINED,
  ...VALUES_EXPLAINED,
  ...STRUCTURE_EXPLAINED,
  ...CONDITIONS_EXPLAINED,
  ...NAMES_EXPLAINED,
  ...TYPES_EXPLAINED,
  ...FLOW_EXPLAINED,
  ...LIMITS_EXPLAINED,
  ...MEASURES_EXPLAINED,
  ...LAW_EXPLAINED,
  ...DECISION_TABLES_EXPLAINED,
  ...VERSIONS_EXPLAINED,
  ...SCENARIOS_EXPLAINED,
  ...IMPLEMENTATIONS_EXPLAINED,
  ...BUNDLES_EXPLAINED,
}
