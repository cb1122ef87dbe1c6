import type { SourceFile } from '../base/source-file.ts'
import { parseObserved, parseStretch } from '../syntax/parse.ts'
import { linesBefore } from '../syntax/scan-lines.ts'
import { keepHeaders } from './corpus/file-header.ts'
import { joinParts, type Part, partsOf, type SourceBlock, type SplitFile, splitBlocks } from './split-blocks.ts'
import { startLineOf } from './text/lines.ts'
import { moveNode } from './text/move.ts'

/**
 * The parts of a file after an edit. Only the parts that the edit touches are read again: those above it are what they
 * were, those below it have moved. Where something in the file hangs on the rest of it, all of it is read. Blocks keep
 * their headers where they show others the same as before.
 */
export function splitAgain(source: SourceFile, before: SplitFile): SplitFile {
  const touched = findTouched(source.text, before)
  const stretch = touched && readStretch(source, before, touched)
  if (touched === undefined || stretch === undefined) {
    const file = splitBlocks(parseObserved(source))
    return joinParts({ ...file, parts: keepHeadersIn(file.parts, before.parts) }, before.header)
  }
  const { first, next, by } = touched
  const above = before.parts.slice(0, first)
  const again = keepHeadersIn(stretch, before.parts.slice(first, next))
  const below = moveParts(before.parts.slice(next), source, by)
  return joinParts({ ...before, source, parts: [...above, ...again, ...below] }, before.header)
}

/** The parts from `first` up to `next` are touched by an edit; those from `next` on lie so much further down than before. */
interface Touched {
  readonly first: number
  readonly next: number
  readonly by: number
}

/** Finds the parts that an edit touches; undefined where it is not known that others are not. */
function findTouched(text: string, { source, parts, isSeparable }: SplitFile): Touched | undefined {
  if (!isSeparable) return undefined
  const { start, end } = changedStretch(source.text, text)
  // The line that begins a part must stand as it did; else the part above may go on below it.
  const first = parts.findLastIndex(({ headEnd }) => headEnd !== undefined && headEnd <= start)
  if (first < 0) return undefined
  // What was found in lines that have moved names the lines as they were.
  const lastFaulty = parts.findLastIndex(({ blocks }) => blocks.some(({ findings }) => findings.length > 0))
  const isNext = (part: Part, at: number) =>
    at > Math.max(first, lastFaulty) && part.headEnd !== undefined && part.start > end
  const next = parts.findIndex(isNext)
  return { first, next: next < 0 ? parts.length : next, by: text.length - source.text.length }
}

/** The stretch of the old text outside of which both texts are the same. */
function changedStretch(old: string, now: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(old.length, now.length)
  let start = 0
  while (start < shorter && old.charCodeAt(start) === now.charCodeAt(start)) start++
  let same = 0
  while (same < shorter - start && old.charCodeAt(old.length - 1 - same) === now.charCodeAt(now.length - 1 - same)) {
    same++
  }
  return { start, end: old.length - same }
}

/** Reads the touched parts by themselves; undefined where their lines say something about the whole file. */
function readStretch(
  source: SourceFile,
  { parts }: SplitFile,
  { first, next, by }: Touched,
): readonly Part[] | undefined {
  const start = parts[first]?.start ?? 0
  const following = parts[next]
  const end = following === undefined ? source.text.length : following.start + by
  const read = parseStretch(source, { start, lines: linesBefore(source.text, start) }, end)
  const isAboutFile = ({ construct }: { readonly construct: string }) => construct === 'languageVersion'
  const old = parts.slice(first, next).flatMap(({ blocks }) => blocks.map(({ node }) => node))
  if (!read.isSeparable || [...old, ...read.blocks].some(isAboutFile)) return undefined
  return partsOf(source, read.blocks, read.diagnostics).parts
}

function moveParts(parts: readonly Part[], source: SourceFile, by: number): readonly Part[] {
  const lineOf = startLineOf(source)
  return parts.map(({ start, headEnd, blocks }) => ({
    start: start + by,
    headEnd: headEnd === undefined ? undefined : headEnd + by,
    blocks: blocks.map(({ header, findings, asRead, movedBy }): SourceBlock => {
      // Most blocks that have moved are not asked for their lines before they move again.
      let node: SourceBlock['node'] | undefined
      return {
        source,
        lineOf,
        header,
        findings,
        asRead,
        movedBy: movedBy + by,
        get node() {
          node ??= moveNode(asRead, this.movedBy)
          return node
        },
      }
    }),
  }))
}

/** Parts with the headers of before where they say the same. */
function keepHeadersIn(parts: readonly Part[], before: readonly Part[]): readonly Part[] {
  const headersOf = (of: readonly Part[]) => of.flatMap(({ blocks }) => blocks.map(({ header }) => header))
  const kept = keepHeaders(headersOf(before), headersOf(parts)).values()
  return parts.map((part) => ({
    ...part,
    blocks: part.blocks.map((block) => ({ ...block, header: kept.next().value ?? block.header })),
  }))
}
