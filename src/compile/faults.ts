import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** True where a line of a matter was not used, or not whole (有错误). A missed target is no such fault: it says so itself. */
export function hasFault(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ severity, code }) => severity === 'error' && code !== 'ZW6006')
}
