import type { SourceFile } from '../../../base/source-file.ts'
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import type { Bundle } from '../../../model/bundle.ts'
import type { SyntaxNode } from '../../../syntax/tree.ts'
import type { Components } from '../../lower/bundle-components.ts'
import type { Declaration, MatterNames } from '../../names/name-space.ts'

/** Everything a check of a bundle may look at (一件事检查的上下文): as written, as lowered, and its matters. */
export interface BundleContext {
  readonly source: SourceFile
  /** The 一件事 as written, for the places of attributes and for fixes. */
  readonly block: SyntaxNode
  readonly names: MatterNames
  /** The declarations that some line mentions. */
  readonly used: ReadonlySet<Declaration>
  readonly bundle: Bundle
  readonly components: Components
}

/** Looks for one kind of finding in a bundle. */
export type BundleCheck = (context: BundleContext) => readonly Diagnostic[]
