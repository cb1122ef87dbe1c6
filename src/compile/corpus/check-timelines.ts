import type { Origin } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { keywordOf, originOf } from '../lower/read-node.ts'
import type { BlockOf, SourceBlock } from '../split-blocks.ts'
import { printDate } from '../text/words.ts'
import type { Corpus } from './corpus.ts'
import { shiftDay, type Timeline, type Version } from './timelines.ts'

/** ZW2004, ZW8001, ZW8007: a version that hardly stands where it is meant to; days on which none is in force, or two are. */
export function checkTimelines({ timelines }: Corpus, blockOf: BlockOf): readonly Diagnostic[] {
  return [...new Set(timelines.values())].flatMap((timeline) => [
    ...checkBeginning(timeline, blockOf),
    ...timeline.flatMap((version, index) => {
      const next = timeline[index + 1]
      return next === undefined ? [] : (checkSeam(version, next, blockOf) ?? [])
    }),
  ])
}

/** A version that does not say when it begins counts as the oldest; written below another it was hardly meant so. */
function checkBeginning([first, ...others]: Timeline, blockOf: BlockOf): readonly Diagnostic[] {
  if (first.from !== undefined || others.every(({ from }) => from === undefined)) return []
  const block = blockOf(first.block)
  const { node, source } = block
  const isBelow = (other: SourceBlock) =>
    other.source.uri === source.uri && other.node.keyword.start < node.keyword.start
  if (!others.some((other) => isBelow(blockOf(other.block)))) return []
  const consequence = '没有写施行的一版看作从来就有效，排在各版的最前面；请写明它从哪天起施行'
  const params = { entry: inWords(block), keyword: '施行', consequence }
  return [diagnose('ZW2004', params, originOf(source, node))]
}

function checkSeam(version: Version, next: Version, blockOf: BlockOf): Diagnostic | undefined {
  const { writtenTo } = version
  // Versions of one name that begin on the same day are the same matter written twice: ZW4008.
  if (version.from === next.from) {
    if (next.from === undefined || version.block.name?.key === next.block.name?.key) return undefined
    return reportOverlap(next.from, writtenTo ?? next.to, blockOf(version.block), blockOf(next.block))
  }
  if (writtenTo === undefined || next.from === undefined) return undefined
  if (next.from <= writtenTo) {
    const to = next.to === undefined || next.to > writtenTo ? writtenTo : next.to
    return reportOverlap(next.from, to, blockOf(version.block), blockOf(next.block))
  }
  const from = shiftDay(writtenTo, 1)
  if (from >= next.from) return undefined
  const block = blockOf(version.block)
  const params = { what: inWords(block), from: printDate(from), to: printDate(shiftDay(next.from, -1)) }
  const related = [{ origin: lineOf(blockOf(next.block), '.effectiveFrom'), text: '到这里才又有规定' }]
  return diagnose('ZW8001', params, lineOf(block, '.effectiveTo'), { related })
}

function reportOverlap(from: string, to: string | undefined, version: SourceBlock, next: SourceBlock): Diagnostic {
  const related = [{ origin: lineOf(version, '.effectiveTo'), text: '前一版到这里才失效' }]
  const params = { what: `${inWords(version)}的两个版本`, from: printDate(from), to: to && printDate(to) }
  return diagnose('ZW8007', params, lineOf(next, '.effectiveFrom'), { related })
}

function inWords({ node, source, header: { name } }: SourceBlock): string {
  return `${keywordOf(node, source)}“${name?.text ?? ''}”`
}

/** Where a version says when it begins or ends; its first line where it does not say so. */
function lineOf({ source, node }: SourceBlock, ending: '.effectiveFrom' | '.effectiveTo'): Origin {
  return originOf(source, node.children.find(({ construct }) => construct.endsWith(ending)) ?? node)
}
