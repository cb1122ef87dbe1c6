import type { SourceFile } from '../../base/source-file.ts'
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts'
import type { Diagnostic, Edit, Fix } from '../../diagnostics/diagnostic.ts'
import { CONSTRUCTS } from '../../syntax/constructs.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { isDigitAt } from '../../syntax/values/number.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import { childAt } from '../text/child-at.ts'
import { insertAbove, insertAfter, insertUnder } from '../text/edits.ts'
import { guessFactType } from './guess-fact-type.ts'

/** Findings about a name that no line declares. */
const UNDECLARED: ReadonlySet<DiagnosticCode> = new Set(['ZW3002', 'ZW4001'])

const CONDITIONS: ReadonlySet<string> = new Set(
  CONSTRUCTS.filter(({ value }) => value.kind === 'condition' || value.kind === 'branch').map(({ id }) => id),
)

/** Lines before which 申报信息 may begin. */
const AFTER_FACTS: ReadonlySet<string> = new Set(
  CONSTRUCTS.filter(({ id, role }) => role === 'section' || id === 'situation' || id === 'decisionTable').map(
    ({ id }) => id,
  ),
)

interface Block {
  readonly node: SyntaxNode
  readonly source: SourceFile
}

/**
 * Adds to the findings about undeclared names in conditions, where no declared one is near, how to go on: declare the
 * name as 信息 of the type that the condition takes it for, or leave the judgement to people (补声明).
 */
export function withDeclarations(findings: readonly Diagnostic[], block: Block): readonly Diagnostic[] {
  return findings.map((finding) =>
    UNDECLARED.has(finding.code) && finding.fixes.length === 0
      ? { ...finding, fixes: waysOn(finding, block) }
      : finding,
  )
}

function waysOn({ labels: [{ origin }] }: Diagnostic, block: Block): readonly Fix[] {
  const { source } = block
  const { start, end } = origin.span
  const line = lineAt(block.node, start)
  if (line === undefined || !CONDITIONS.has(line.construct) || isTarget(line, start)) return []
  const rest = source.text.slice(end, line.valueSpan.end)
  const written = source.text.slice(start, end).replace(/^[【[「]\s*|\s*[】\]」]$/g, '')
  // 年龄在18周岁以上: no name ends with 在.
  const name = isDigitAt(rest, 0, rest.length) ? written.replace(/在$/, '') : written
  if (name === '' || name.includes('·')) return []
  return [...declare(name, rest, block), ...leaveToPeople(line, source)]
}

/** The innermost line in whose value a place stands. */
function lineAt(node: SyntaxNode, offset: number): SyntaxNode | undefined {
  const inside = childAt(node, offset)
  if (inside === undefined) return node.valueSpan.start <= offset && offset <= node.valueSpan.end ? node : undefined
  return lineAt(inside, offset)
}

/** True for the step that a branch leads to. */
function isTarget({ value }: SyntaxNode, offset: number): boolean {
  return value.kind === 'branch' && value.target.span.start <= offset
}

function declare(name: string, rest: string, { node, source }: Block): readonly Fix[] {
  const { lines, isComplete } = guessFactType(rest)
  const entry = [`信息：${name}`, ...lines.map((line) => `  ${line}`)]
  const edit = insertFact(entry, { node, source })
  if (edit === undefined) return []
  const type = lines.join('，')
  return [
    {
      title: `在“申报信息：”里声明“${name}”（${type}）`,
      applicability: isComplete ? 'ask' : 'placeholder',
      edits: [edit],
    },
  ]
}

/** Puts the lines of a 信息 behind the last one, or into a new 申报信息 above what comes after it. */
function insertFact(entry: readonly string[], { node, source }: Block): Edit | undefined {
  const section = childOf(node, 'facts')
  const last = section?.children.at(-1)
  if (last !== undefined) return insertAfter(source, last, ...entry)
  if (section !== undefined) return insertUnder(source, originOf(source, section), ...entry)
  const before = node.children.find(({ construct }) => AFTER_FACTS.has(construct))
  const lines = ['申报信息：', ...entry.map((line) => `  ${line}`)]
  return before && insertAbove(source, originOf(source, before), ...lines)
}

/** What no rule decides is left to people: 判断 becomes 人工判断. */
function leaveToPeople({ construct, keyword }: SyntaxNode, source: SourceFile): readonly Fix[] {
  if (construct !== 'requirement.rule' || keyword.end === keyword.start) return []
  return [
    {
      title: '改为“人工判断：”，由人来看',
      applicability: 'ask',
      edits: [{ origin: { file: source.uri, span: keyword }, text: '人工判断' }],
    },
  ]
}
