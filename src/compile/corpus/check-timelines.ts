import type { Origin } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { keywordOf, originOf } from '../lower/read-node.ts'
import { printDate } from '../text/words.ts'
import type { Corpus } from './corpus.ts'
import { shiftDay, type Version } from './timelines.ts'

/** ZW8001, ZW8007: days between the versions of a matter on which none is in force, or two are. */
export function checkTimelines({ timelines }: Corpus): readonly Diagnostic[] {
  return [...new Set(timelines.values())].flatMap((timeline) =>
    timeline.flatMap((version, index) => {
      const next = timeline[index + 1]
      return next === undefined ? [] : (checkSeam(version, next) ?? [])
    }),
  )
}

function checkSeam(version: Version, next: Version): Diagnostic | undefined {
  const { writtenTo, block } = version
  const what = `${keywordOf(block.node, block.source)}“${block.name?.text ?? ''}”`
  // Versions of one name that begin on the same day are the same matter written twice: ZW4008.
  if (version.from === next.from) {
    if (next.from === undefined || block.name?.key === next.block.name?.key) return undefined
    return reportOverlap(what, next.from, writtenTo ?? next.to, version, next)
  }
  if (writtenTo === undefined || next.from === undefined) return undefined
  if (next.from <= writtenTo) {
    const to = next.to === undefined || next.to > writtenTo ? writtenTo : next.to
    return reportOverlap(what, next.from, to, version, next)
  }
  const from = shiftDay(writtenTo, 1)
  if (from >= next.from) return undefined
  const params = { what, from: printDate(from), to: printDate(shiftDay(next.from, -1)) }
  const related = [{ origin: lineOf(next, '.effectiveFrom'), text: '到这里才又有规定' }]
  return diagnose('ZW8001', params, lineOf(version, '.effectiveTo'), { related })
}

function reportOverlap(
  what: string,
  from: string,
  to: string | undefined,
  version: Version,
  next: Version,
): Diagnostic {
  const related = [{ origin: lineOf(version, '.effectiveTo'), text: '前一版到这里才失效' }]
  const params = { what, from: printDate(from), to: to && printDate(to) }
  return diagnose('ZW8007', params, lineOf(next, '.effectiveFrom'), { related })
}

/** Where a version says when it begins or ends; its first line where it does not say so. */
function lineOf({ block }: Version, ending: '.effectiveFrom' | '.effectiveTo'): Origin {
  return originOf(block.source, block.node.children.find(({ construct }) => construct.endsWith(ending)) ?? block.node)
}
