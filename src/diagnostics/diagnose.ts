import type { Origin } from '../base/source-file.ts'
import { CATALOGUE, type DiagnosticCode, type ParamsByCode } from './catalogue.ts'
import type { Definition } from './definition.ts'
import type { Diagnostic, Fix, Label } from './diagnostic.ts'

/** What only the place of a finding can tell; all of it may be left out. */
export interface DiagnosisDetails {
  /** The remark under the primary place, instead of the catalogue's. */
  readonly label?: string
  /** Related places, each with its remark. */
  readonly related?: readonly Label[]
  /** What to do about it, instead of the catalogue's. */
  readonly help?: string
  readonly fixes?: readonly Fix[]
  /** 所在位置: 事项“…” › 申请材料 › 材料“…”. */
  readonly context?: string
}

/** Makes a finding of the catalogue: its words from `params`, its place from `primary`. */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  params: ParamsByCode[C],
  primary: Origin,
  details: DiagnosisDetails = {},
): Diagnostic {
  const definition: Definition<ParamsByCode[C]> = CATALOGUE[code]
  const help = details.help ?? definition.help?.(params)
  return {
    code,
    severity: definition.severity,
    message: definition.message(params),
    labels: [{ origin: primary, text: details.label ?? definition.label?.(params) ?? '' }, ...(details.related ?? [])],
    ...(help !== undefined && { help }),
    ...(details.context !== undefined && { context: details.context }),
    fixes: details.fixes ?? [],
  }
}
