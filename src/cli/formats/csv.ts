import type { Format } from './format.ts'
import { readList } from './xlsx.ts'

/** A plain list of matters as text (实施清单), a row each. */
export const format: Format = { read: readList }
