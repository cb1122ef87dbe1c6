import type { SourceFile } from '../../base/source-file.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { CONSTRUCTS } from '../../syntax/constructs.ts'
import { isLiterate } from '../../syntax/literate.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { keywordOf, nameOf } from '../lower/read-node.ts'
import { childAt } from './child-at.ts'
import { fixesInside, headingPath } from './headings.ts'

/** Names longer than this are cut in the middle. Unit: characters. */
const NAME_LENGTH = 24

/** Attributes are not named: the marked line shows them. */
const SHOWN: ReadonlyMap<string, string> = new Map(
  CONSTRUCTS.filter(({ role }) => role !== 'attribute').map(({ id, keyword }) => [id, keyword]),
)

/** Findings about a block, each with the place in words where it stands. */
export function withContext(
  findings: readonly Diagnostic[],
  { node, source }: { readonly node: SyntaxNode; readonly source: SourceFile },
): readonly Diagnostic[] {
  const placed = findings.map((finding) =>
    finding.context === undefined
      ? { ...finding, context: contextOf(node, finding.labels[0].origin.span.start, source) }
      : finding,
  )
  return withHeadings(placed, source)
}

/** Findings of a Markdown file, each below the headings where it stands and without fixes of the prose; others as they are. */
export function withHeadings(findings: readonly Diagnostic[], source: SourceFile): readonly Diagnostic[] {
  if (!isLiterate(source.uri)) return findings
  return findings.map((finding) => {
    const [{ origin }] = finding.labels
    if (origin.file !== source.uri) return finding
    const path = headingPath(source, origin.span.start)
    const context = [path, finding.context ?? ''].filter((part) => part !== '').join(' › ')
    return { ...finding, ...(context !== '' && { context }), fixes: fixesInside(source, finding.fixes) }
  })
}

/** Where a place stands, for people (所在位置): 事项“…” › 申请材料 › 材料“…”. */
function contextOf(matter: SyntaxNode, offset: number, source: SourceFile): string {
  const path: string[] = []
  for (let node: SyntaxNode | undefined = matter; node !== undefined; node = childAt(node, offset)) {
    const label = labelOf(node, source)
    if (label !== undefined) path.push(label)
  }
  return path.join(' › ')
}

function labelOf(node: SyntaxNode, source: SourceFile): string | undefined {
  const keyword = SHOWN.get(node.construct)
  if (keyword === undefined) return undefined
  const name = nameOf(node)?.text
  return `${keywordOf(node, source) || keyword}${name === undefined ? '' : `“${shorten(name)}”`}`
}

function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= NAME_LENGTH) return name
  return `${characters.slice(0, NAME_LENGTH - 6).join('')}……${characters.slice(-4).join('')}`
}
