import type { Origin } from '../../base/source-file.ts'
import type { Span } from '../../base/span.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { CompiledBlock } from '../compiled-block.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import type { SourceBlock } from '../split-blocks.ts'
import { lineAt } from './refining.ts'

/** Lines that change what is written above. */
const CHANGES: ReadonlySet<string> = new Set(['waiver', 'adjustment', 'merger', 'addedChannels'])

/**
 * What is wrong with a flattened matter, told to the author of the 实施清单 (就地报告): what is wrong above already is
 * left to those who wrote it; the rest is placed at a line of the 实施清单 that has to do with it, and only changes to
 * the 实施清单 itself are offered.
 */
export function placeLocally(
  findings: readonly Diagnostic[],
  block: SourceBlock,
  base: CompiledBlock,
): readonly Diagnostic[] {
  const known = new Set(base.findings.map((finding) => sayAs(finding, nameOf(base.block))))
  const { node, source } = block
  const span = { start: node.keyword.start, end: endOf(node) }
  const isLocal = ({ file, span: { start, end } }: Origin) =>
    file === source.uri && start >= span.start && end <= span.end
  return findings
    .filter((finding) => !known.has(sayAs(finding, nameOf(block))))
    .map((finding) => {
      const [first, ...related] = finding.labels
      // Fixes are made for the lines of a 事项: they fit where the 实施清单 states such a line itself.
      const isStated = isLocal(first.origin) && !CHANGES.has(lineAt(first.origin, node)?.construct ?? '')
      const fixes = finding.fixes.filter(({ edits }) => isStated && edits.every(({ origin }) => isLocal(origin)))
      if (isLocal(first.origin)) return { ...finding, fixes }
      const here = related.find(({ origin }) => isLocal(origin)) ?? {
        origin: originOf(source, childOf(node, 'implementation.base') ?? node),
        text: '与这里的细化合在一起才有这个问题',
      }
      return { ...finding, labels: [here, first, ...related.filter((label) => label !== here)], fixes }
    })
}

function nameOf({ header: { name } }: SourceBlock): string {
  return name?.text ?? ''
}

function sayAs({ code, message }: Diagnostic, name: string): string {
  return `${code} ${name === '' ? message : message.replaceAll(name, '')}`
}

function endOf(node: SyntaxNode): Span['end'] {
  return node.children.reduce(
    (end, child) => Math.max(end, endOf(child)),
    Math.max(node.keyword.end, node.valueSpan.end),
  )
}
