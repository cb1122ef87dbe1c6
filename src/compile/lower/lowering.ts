import type { SourceFile } from '../../base/source-file.ts'
import type { CountingProfile } from '../../calendar/profiles.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Fact } from '../../model/application.ts'
import type { DecisionTable } from '../../model/decision-table.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { CompiledBlock } from '../compiled-block.ts'
import type { BlockHeader } from '../corpus/block-header.ts'
import type { SharedEntries } from '../library.ts'
import type { Declaration, InheritedNames, MatterNames } from '../names/name-space.ts'
import type { LineOf } from '../text/lines.ts'

/** What every lowering needs to know of the matter it works on (事项的上下文). */
export interface Lowering {
  readonly source: SourceFile
  readonly lineOf: LineOf
  readonly names: MatterNames
  /** The names that an 实施清单 inherits from what it is based on; its own come first. */
  readonly inherited?: InheritedNames
  /** The matter's counting profile: decides what a bare 日 is. */
  readonly profile: CountingProfile
  /** The facts that conditions may compare, by folded name. Those declared but not here were reported. */
  readonly facts: Map<string, FactInScope>
  /** The situations that conditions may mention, by folded name. Those declared but not here were reported. */
  readonly situations: Set<string>
  /** The decision tables that have been lowered; undefined for one that cannot be used, which was reported. */
  readonly decisions: Map<Declaration, DecisionTable | undefined>
  /** A decision table, lowered when it is first asked for: conditions may rest on tables, and tables on conditions. */
  readonly decisionTable: (declaration: Declaration, lowering: Lowering) => DecisionTable | undefined
  /** The declarations that some line mentions. Grows while the matter is lowered. */
  readonly used: Set<Declaration>
  /** The day for which it is compiled; the latest rules where it is left out. */
  readonly asOf: string | undefined
  /** The other blocks that its lines build on, by the folded name that they use. */
  readonly referenced: ReadonlyMap<string, CompiledBlock>
  /** What its lines probably meant which mean none, by the folded name that they use. */
  readonly guesses: ReadonlyMap<string, BlockHeader>
  /** The entries of libraries that it mentions. */
  readonly shared: SharedEntries
  /** True for words that stand in a line which the parser has rejected: they may be what the line declares. */
  readonly isRejected: (word: string) => boolean
  /** True for an entry below which a line was not used: that line may be what the entry lacks. */
  readonly hasUnused: (entry: SyntaxNode) => boolean
  readonly report: (diagnostic: Diagnostic) => void
}

/** A fact with its options by folded key. */
export interface FactInScope {
  readonly fact: Fact
  readonly options: ReadonlyMap<string, string>
}
