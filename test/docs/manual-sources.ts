import type { SourceFile } from '../../src/base/source-file.ts'
import type { ManualBlock } from './manual-blocks.ts'
import { isOfBundle, isWholeFile, wrapFragment } from './manual-wrapping.ts'

/** A block of the manual as files to compile (例子的全文). */
export interface BlockSources {
  readonly sources: readonly SourceFile[]
  /** The file that the block stands in, the stretch of it that is the block, and how many lines stand before. */
  readonly file: string
  readonly start: number
  readonly end: number
  readonly linesBefore: number
}

const FILE = 'manual.zw'

/** The files that a block means: itself, the manual's matter with it inside, or the files of its page with it. */
export function sourcesOf({ text, growth }: ManualBlock, bases: readonly string[]): BlockSources {
  if (growth !== undefined) {
    const { files: sources, file, start, end } = growth
    const above = sources.find(({ uri }) => uri === file)?.text.slice(0, start) ?? ''
    return { sources, file, start, end, linesBefore: above.split('\n').length - 1 }
  }
  if (isWholeFile(text))
    return { sources: [{ uri: FILE, text }], file: FILE, start: 0, end: text.length, linesBefore: 0 }
  const { text: whole, ...place } = wrapFragment(text, baseFor(text, bases))
  return { sources: [{ uri: FILE, text: whole }], file: FILE, ...place }
}

/** What a short example is put into: that with a bundle for what only a bundle has. */
function baseFor(fragment: string, bases: readonly string[]): string {
  return bases.find((text) => /^一件事：/m.test(text) === isOfBundle(fragment)) ?? ''
}
