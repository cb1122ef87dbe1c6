import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isFault } from './faults.ts'
import type { SourceBlock } from './split-blocks.ts'
import { scenarioAt } from './unread-scenarios.ts'

/** What is wrong with limits and steps that were read whole: their figures are those that are written. */
const JUDGEMENTS: ReadonlySet<string> = new Set(['ZW6001', 'ZW6002', 'ZW6021', 'ZW6023'])

/** True for an error of lines that were read whole: what is written was used as it is written. */
export function isJudgement({ code }: Diagnostic): boolean {
  return JUDGEMENTS.has(code)
}

/** True where lines that figures may rest on could not be used (没有读全); a 用例 with errors is one that figures do not rest on. */
export function isPartial({ node, source }: SourceBlock, findings: readonly Diagnostic[]): boolean {
  return findings.some((finding) => {
    if (!isFault(finding) || isJudgement(finding)) return false
    const { origin } = finding.labels[0]
    return origin.file !== source.uri || scenarioAt(node, origin.span.start) === undefined
  })
}
