import { writeCpsvAp } from '../../exchange/cpsv-ap/write-cpsv-ap.ts'
import type { Format } from './format.ts'

/** CPSV-AP: services as linked data; there is no way back. */
export const format: Format = {
  write: async ({ matters, bundles = [] }) => writeCpsvAp(matters, { bundles }),
}
