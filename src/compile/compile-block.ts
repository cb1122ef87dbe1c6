import { LIBRARY_CONSTRUCTS } from '../syntax/constructs/library.ts'
import { compileBundle } from './compile-bundle.ts'
import { compileImplementation } from './compile-implementation.ts'
import { compileLibrary } from './compile-library.ts'
import { compileMatter } from './compile-matter.ts'
import { compileScenario } from './compile-scenario.ts'
import { compileSelectionTarget } from './compile-selection-target.ts'
import { compileWorkCalendar } from './compile-work-calendar.ts'
import type { CompiledBlock, Surroundings } from './compiled-block.ts'
import { findRivalEntries } from './rival-entries.ts'
import type { SourceBlock } from './split-blocks.ts'
import { withContext } from './text/context-path.ts'

/** How the blocks of each construct are compiled; all others have nothing but what the parser found. */
type Compile = (block: SourceBlock, surroundings: Surroundings) => CompiledBlock

const COMPILERS: ReadonlyMap<string, Compile> = new Map<string, Compile>([
  ['matter', compileMatter],
  ['implementation', compileImplementation],
  ['scenario', compileScenario],
  ['bundle', compileBundle],
  ['selectionTarget', compileSelectionTarget],
  ['workCalendar', compileWorkCalendar],
  ...LIBRARY_CONSTRUCTS.map((id) => [id, compileLibrary] as const),
])

/** Compiles one block. It depends on nothing but the block and its surroundings, so that only what changed is done anew. */
export function compileBlock(block: SourceBlock, surroundings: Surroundings): CompiledBlock {
  const compileOne = COMPILERS.get(block.node.construct)
  const compiled = compileOne?.(block, surroundings) ?? { block, findings: withContext(block.findings, block) }
  const rivals = findRivalEntries(block, surroundings)
  return rivals.length === 0
    ? compiled
    : { ...compiled, findings: [...compiled.findings, ...withContext(rivals, block)] }
}
