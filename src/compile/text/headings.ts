import type { SourceFile } from '../../base/source-file.ts'
import { type Heading, isLiterate, readLiterate } from '../../syntax/literate.ts'

const known = new WeakMap<SourceFile, readonly Heading[]>()

/** The headings of a Markdown file under which a place stands, the highest first; none in other files. */
export function headingsAbove(source: SourceFile, offset: number): readonly Heading[] {
  if (!isLiterate(source.uri)) return []
  const headings = known.get(source) ?? readLiterate(source.text).headings
  known.set(source, headings)
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
