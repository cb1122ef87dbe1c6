import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Packs and installs the library and builds the page, once for all tests of this folder. */
export function setup() {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../examples/portal/prepare.ts', import.meta.url))], {
    stdio: 'inherit',
  })
}
