import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { reportMissingBasis } from './checks/missing-basis.ts'
import { reportOddGoal } from './checks/swapped-targets.ts'
import { startLowering } from './compile-matter.ts'
import type { CompiledBlock, Surroundings } from './compiled-block.ts'
import { finishFindings } from './finish-findings.ts'
import { childOf, keywordOf, nameOf, originOf } from './lower/read-node.ts'
import { lowerSelectionTarget } from './lower/selection-targets.ts'
import type { SourceBlock } from './split-blocks.ts'

/**
 * Compiles a 目标 over several matters: how it is written. Whether it is met is for `zw verify`, which has all the matters
 * of the catalogue before it; an editor, or a check of some files, has not.
 */
export function compileSelectionTarget(block: SourceBlock, surroundings: Surroundings): CompiledBlock {
  const { node, source } = block
  const name = nameOf(node)
  const findings: Diagnostic[] = [...block.findings]
  const report = (finding: Diagnostic) => findings.push(finding)
  const target = name && lowerSelectionTarget(node, name, startLowering(block, surroundings, report))
  if (name !== undefined) {
    const reversed = linesIn(node).flatMap((line) => reportOddGoal(line, source))
    findings.push(...findMissing(block, name.text), ...findMissingBases(block), ...reversed)
  }
  const isFaulty = findings.some(({ severity }) => severity === 'error')
  return {
    block,
    ...(target !== undefined && {
      selectionTarget: { target, file: source.uri, ...(isFaulty && { isFaulty: true as const }) },
    }),
    findings: finishFindings(findings, block, surroundings),
  }
}

/** ZW2007: what it is about, and what is asked. */
function findMissing({ node, source }: SourceBlock, name: string): readonly Diagnostic[] {
  const entry = `目标“${name}”`
  const origin = originOf(source, node)
  const findings: Diagnostic[] = []
  if (childOf(node, 'selectionTarget.selection') === undefined) {
    const purpose =
      '范围写明是哪些事项的目标，如“范围：事项类型为 行政许可”；全部事项的，写“范围：全部”；写在一个事项里的目标不写名称'
    findings.push(diagnose('ZW2007', { entry, keyword: '范围', purpose }, origin))
  }
  const empty = node.children.filter((child) => SECTIONS.has(child.construct) && linesIn(child).length === 0)
  if (linesIn(node).length > 0) {
    const purpose = '下面写压减多少，如“压减时限：不低于60%”；没有要求的，删去这一行'
    for (const section of empty) {
      const part = { entry: `${entry}的“${keywordOf(section, source)}”`, keyword: '压减时限', purpose }
      findings.push(diagnose('ZW2007', part, originOf(source, section)))
    }
  } else {
    const purpose = '写明压减多少，如“压减时限：不低于60%”；合计的，写在“合计：”下面'
    findings.push(diagnose('ZW2007', { entry, keyword: '压减时限', purpose }, origin))
  }
  return findings
}

const SECTIONS: ReadonlySet<string> = new Set(['selectionTarget.each', 'selectionTarget.total'])

/** ZW6007 */
function findMissingBases({ node, source }: SourceBlock): readonly Diagnostic[] {
  return linesIn(node).flatMap((line) => {
    const written = `${keywordOf(line, source)}：${source.text.slice(line.valueSpan.start, line.valueSpan.end)}`
    return line.construct === 'target.time' ? reportMissingBasis(line, written, source) : []
  })
}

/** The 压减 lines, wherever they stand in the block. */
function linesIn(node: SourceBlock['node']): readonly SourceBlock['node'][] {
  return node.children.flatMap((child) =>
    child.construct.startsWith('target.')
      ? child
      : child.construct.startsWith('selectionTarget.')
        ? linesIn(child)
        : [],
  )
}
