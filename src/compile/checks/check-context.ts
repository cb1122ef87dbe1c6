import type { Origin, SourceFile } from '../../base/source-file.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'
import type { FlowProblem } from '../../graph/flow-problem.ts'
import type { Measuring } from '../../graph/measuring.ts'
import type { Reachability } from '../../graph/reachability.ts'
import type { Matter } from '../../model/matter.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { originOf } from '../lower/read-node.ts'
import { entriesOf } from '../names/index-names.ts'
import type { Declaration, MatterNames } from '../names/name-space.ts'
import type { LineOf } from '../text/lines.ts'

/**
 * Everything a check may look at (检查的上下文): one matter, as written, as lowered and as drawn.
 * What takes work is worked out when a check first asks for it, once for all of them.
 */
export interface CheckContext {
  readonly source: SourceFile
  readonly lineOf: LineOf
  /** The 事项 as written, for the places of attributes and for fixes. */
  readonly block: SyntaxNode
  readonly names: MatterNames
  /** The declarations that some line mentions. */
  readonly used: ReadonlySet<Declaration>
  readonly matter: Matter
  readonly graph: FlowGraph
  readonly problems: readonly FlowProblem[]
  /** The limits in force, the paths and the situations of the matter. */
  readonly measuring: Measuring
  readonly reachability: () => Reachability
}

/** Looks for one kind of finding (检查). */
export type Check = (context: CheckContext) => readonly Diagnostic[]

/** Where a part of the matter stands; the 事项 line for a part without a place of its own. */
export function placeOf(part: { readonly origin?: Origin | undefined }, { source, block }: CheckContext): Origin {
  return part.origin ?? originOf(source, block)
}

/** The lines of a part as written; undefined where the part has no place of its own. */
export function entryOf(
  part: { readonly origin?: Origin | undefined },
  { block, source }: CheckContext,
): SyntaxNode | undefined {
  // What an 实施清单 inherits may stand in another file.
  const start = part.origin?.file === source.uri ? part.origin.span.start : undefined
  return start === undefined ? undefined : entriesOf(block).find(({ keyword }) => keyword.start === start)
}
