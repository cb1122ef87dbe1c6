import type { Paint } from '../diagnostics/paint.ts'

/** ✓ for what holds, ✗ for what does not (成立与否). */
export function mark(good: boolean, paint: Paint): string {
  return good ? paint('✓', 'green') : paint('✗', 'red')
}
