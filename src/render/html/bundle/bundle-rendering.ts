import type { BundleAccount } from '../../../analysis/bundle/account-for-bundle.ts'
import type { BundleDossier } from '../../../analysis/bundle/bundle-dossier.ts'

/** What the page of a bundle tells beside the account, and how (一件事网页的内容). */
export interface BundlePageRendering {
  /** Default: the name of the bundle. */
  readonly title?: string | undefined
  /** Least number of decimals of a percentage. Default: 2, as such figures are published. */
  readonly digits?: number | undefined
  /** The day whose rules counted, `YYYY-MM-DD`. */
  readonly asOf?: string | undefined
  /** The day of the application that the dates of the account count from, `YYYY-MM-DD`. */
  readonly start?: string | undefined
  /** The version of zhengwu. */
  readonly version?: string | undefined
}

/** What all parts of the page share. */
export interface BundlePage {
  readonly account: BundleAccount
  readonly dossier: BundleDossier
  readonly digits: number
  readonly start: string | undefined
}
