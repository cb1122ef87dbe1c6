import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import type { CompiledBlock } from './compiled-block.ts'
import { lowerDate } from './lower/dates.ts'
import { childrenOf, keywordOf, valueIn, valueOriginOf } from './lower/read-node.ts'
import type { SourceBlock } from './split-blocks.ts'
import { withContext } from './text/context-path.ts'
import { printDate } from './text/words.ts'

/** Compiles one 工作日历: an overlay on the published notices. */
export function compileWorkCalendar(block: SourceBlock): CompiledBlock {
  const { node } = block
  const { name } = block.header
  const findings: Diagnostic[] = [...block.findings]
  const rangesOf = (construct: string) =>
    childrenOf(node, construct).flatMap((line) => lowerRanges(line, block, (finding) => findings.push(finding)))
  const off = rangesOf('workCalendar.off')
  const worked = rangesOf('workCalendar.worked')
  return {
    block,
    calendar: name && { name: name.text, off, worked },
    findings: withContext(findings, block),
  }
}

/** The stretches of a line, as calendars write them; days that do not exist are reported and left out. */
function lowerRanges(
  line: SyntaxNode,
  { source }: SourceBlock,
  report: (finding: Diagnostic) => void,
): readonly string[] {
  const keyword = keywordOf(line, source)
  return (valueIn(line, 'dateRanges')?.ranges ?? []).flatMap(({ from, to }) => {
    const [first, last] = [from, to].map((date) => lowerDate(date, keyword, line.valueSpan, { source, report }))
    if (first === undefined || last === undefined) return []
    if (last < first) {
      report(diagnose('ZW8006', { from: printDate(first), to: printDate(last) }, valueOriginOf(source, line)))
      return []
    }
    return first === last ? [first] : [`${first}/${last}`]
  })
}
