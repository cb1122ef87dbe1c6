import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** True for a line that was not used, or not whole (有错误). A missed target is no such fault: it says so itself. */
export function isFault({ severity, code }: Diagnostic): boolean {
  return severity === 'error' && code !== 'ZW6006'
}
