import type { SourceFile } from '../../base/source-file.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import { type Heading, isLiterate, type LiterateText, readLiterate } from '../../syntax/literate.ts'

const known = new WeakMap<SourceFile, LiterateText>()

/** The blocks and headings of a Markdown file, found once; undefined for other files. */
function literateOf(source: SourceFile): LiterateText | undefined {
  if (!isLiterate(source.uri)) return undefined
  const literate = known.get(source) ?? readLiterate(source.text)
  known.set(source, literate)
  return literate
}

/** The headings of a Markdown file under which a place stands, the highest first; none in other files. */
export function headingsAbove(source: SourceFile, offset: number): readonly Heading[] {
  const headings = literateOf(source)?.headings ?? []
  const above: Heading[] = []
  let level = Number.POSITIVE_INFINITY
  for (const heading of headings.filter(({ span }) => span.start < offset).reverse()) {
    if (heading.level >= level) continue
    level = heading.level
    above.unshift(heading)
  }
  return above
}

/** The headings in words (标题路径): 中华人民共和国食品安全法 › 第三十五条; empty where there are none. */
export function headingPath(source: SourceFile, offset: number): string {
  return headingsAbove(source, offset)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' › ')
}

/** The fixes that leave the prose of a Markdown file alone: each edit stays inside one block. In other files all of them. */
export function fixesInside(source: SourceFile, fixes: readonly Fix[]): readonly Fix[] {
  const fences = literateOf(source)?.fences
  if (fences === undefined) return fixes
  return fixes.filter(({ edits }) =>
    edits.every(
      ({ origin: { file, span } }) =>
        file !== source.uri || fences.some(({ start, end }) => start <= span.start && span.end <= end),
    ),
  )
}
