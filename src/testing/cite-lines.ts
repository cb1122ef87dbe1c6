import type { Origin, SourceFile } from '../base/source-file.ts'
import { printable } from '../diagnostics/printable.ts'
import { indexSources } from '../diagnostics/source-index.ts'

/** Most lines that one message cites. */
const MOST_LINES = 12

/**
 * The lines that a finding rests on (来自哪几行), one below the other: `来自 food.zw:57  法定时限：20个工作日`. Where a text is not
 * at hand its file stands alone; empty where nothing is known.
 */
export function citeLines(
  origins: readonly (Origin | undefined)[],
  sources: readonly SourceFile[] = [],
): readonly string[] {
  const files = new Set(origins.flatMap((origin) => origin?.file ?? []))
  const index = indexSources(sources.filter(({ uri }) => files.has(uri)))
  const places = origins.flatMap((origin) => {
    if (origin === undefined) return []
    const { line } = index.locate(origin).start
    const [bounds, text] = [index.lineBounds(origin.file, line), index.text(origin.file)]
    if (bounds === undefined || text === undefined) return [origin.file]
    return [`${origin.file}:${line}  ${printable(text.slice(bounds.start, bounds.end).trim())}`]
  })
  const different = [...new Set(places)]
  const shown = different.slice(0, MOST_LINES)
  const rest = different.length - shown.length
  if (rest > 0) shown.push(`另有${rest}行没有列出`)
  return shown.map((place, index) => `${index === 0 ? '来自' : '    '} ${place}`)
}
