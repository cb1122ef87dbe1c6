import { keysOf } from '../base/keys-of.ts'
import type { Basis } from '../graph/compression.ts'
import { QUANTITIES, type Quantity } from '../model/terms.ts'
import { CommandFailure } from './command-failure.ts'

/** Reads `--basis 法定时限→承诺时限` (口径). */
export function readBasis(written: string): Basis {
  const [before, after, ...rest] = written.split(/→|->|=>|到/).map((word) => word.trim())
  if (before === undefined || after === undefined || rest.length > 0) {
    throw new CommandFailure(`“${written}”不是口径，请写成“法定时限→承诺时限”的样子`)
  }
  return { before: readQuantity(before), after: readQuantity(after) }
}

function readQuantity(word: string): Quantity {
  const found = keysOf(QUANTITIES).find((quantity) => QUANTITIES[quantity] === word)
  if (found === undefined)
    throw new CommandFailure(`口径里没有“${word}”；可以写：${Object.values(QUANTITIES).join('、')}`)
  return found
}
