import type { Overlay } from '../calendar/arrangement.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Scenario } from '../model/scenario.ts'
import type { UnreadScenarios } from '../model/unread-scenarios.ts'
import type { CheckTopic } from './checks/check-topics.ts'
import type { CompiledBundle, CompiledMatter, CompiledSelectionTarget } from './compiled.ts'
import type { BlockHeader } from './corpus/block-header.ts'
import type { Library, SharedEntries } from './library.ts'
import type { SourceBlock } from './split-blocks.ts'

/** What became of one top-level block (编译后的块). */
export interface CompiledBlock {
  readonly block: SourceBlock
  /** The matter that it defines; undefined for other blocks, and where a 事项 has no name to go by. */
  readonly compiled?: CompiledMatter | undefined
  /** The 工作日历 that it holds. */
  readonly calendar?: Overlay | undefined
  /** The bundle that it defines. */
  readonly bundle?: CompiledBundle | undefined
  /** The 目标 over several matters that it is. */
  readonly selectionTarget?: CompiledSelectionTarget | undefined
  /** The library that it holds. */
  readonly library?: Library | undefined
  /** The 用例 that it holds, with what it is about. */
  readonly scenario?:
    | { readonly target: CompiledBlock; readonly scenario: Scenario; readonly unread: UnreadScenarios | undefined }
    | undefined
  /** What an 实施清单 is based on. */
  readonly base?: CompiledBlock
  /** What the parser, the lowering and the checks found, each with its place in words. */
  readonly findings: readonly Diagnostic[]
  /** What was not checked whole, because of errors in what it rests on. */
  readonly waiting?: readonly CheckTopic[]
}

/** All that compiling a block may look at besides the block itself (块的环境). */
export interface Surroundings {
  /** The day whose limits the checks look at; the latest ones where it is left out. */
  readonly asOf: string | undefined
  /** What the block builds on, compiled before it, by the folded name that its lines use: see corpus/references.ts. */
  readonly referenced: ReadonlyMap<string, CompiledBlock>
  /** The blocks that its lines probably meant which mean none, by the folded name that they use. */
  readonly guesses: ReadonlyMap<string, BlockHeader>
  /** The entries of libraries that the block mentions. */
  readonly shared: SharedEntries
  /** Entries of other libraries that say otherwise than these, by the same key. */
  readonly rivals: SharedEntries
}
