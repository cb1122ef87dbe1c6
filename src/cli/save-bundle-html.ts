import packageJson from '../../package.json' with { type: 'json' }
import type { BundleAccount } from '../analysis/bundle/account-for-bundle.ts'
import type { BundleDossier } from '../analysis/bundle/bundle-dossier.ts'
import { renderBundlePage } from '../render/html/bundle/bundle-page.ts'
import type { BundlePageRendering } from '../render/html/bundle/bundle-rendering.ts'
import type { CliIo } from './io.ts'
import { writeResult } from './write-file.ts'

/** Writes the account of a bundle as one page for browsers and paper (一件事网页). */
export function saveBundleHtml(
  path: string,
  account: BundleAccount,
  dossier: BundleDossier,
  rendering: Pick<BundlePageRendering, 'asOf' | 'start'>,
  io: CliIo,
): void {
  writeResult(path, renderBundlePage(account, dossier, { ...rendering, version: packageJson.version }), io.cwd)
}
