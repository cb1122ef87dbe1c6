import type { Paint } from '../diagnostics/paint.ts'

/** How the parts of a report are set (版式). */
export interface TableSetting {
  /** Least number of decimals of a percentage. */
  readonly digits: number
  readonly paint: Paint
  /** Unit: columns. */
  readonly width: number
}
