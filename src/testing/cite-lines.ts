import { lineStarts, type Origin, positionAt, type SourceFile } from '../base/source-file.ts'
import { printable } from '../diagnostics/printable.ts'

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
  const texts = new Map(sources.map(({ uri, text }) => [uri, { text, starts: lineStarts(text) }]))
  const places = origins.flatMap((origin) => {
    if (origin === undefined) return []
    const source = texts.get(origin.file)
    if (source === undefined) return [origin.file]
    const { line } = positionAt(source.starts, origin.span.start)
    const words = source.text.slice(source.starts[line - 1], source.starts[line] ?? source.text.length).trim()
    return [`${origin.file}:${line}  ${printable(words)}`]
  })
  const different = [...new Set(places)]
  const shown = different.slice(0, MOST_LINES)
  const rest = different.length - shown.length
  if (rest > 0) shown.push(`另有${rest}行没有列出`)
  return shown.map((place, index) => `${index === 0 ? '来自' : '    '} ${place}`)
}
