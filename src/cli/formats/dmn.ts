import { writeDmn } from '../../exchange/dmn/write-dmn.ts'
import type { Format } from './format.ts'

/** DMN 1.3: what a matter decides; there is no way back. */
export const format: Format = {
  write: async ({ matters: [matter] }) => (matter === undefined ? '' : await writeDmn(matter)),
}
