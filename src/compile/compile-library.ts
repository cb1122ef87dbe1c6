import { CIVIL_CODE } from '../calendar/profiles.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Name, SyntaxNode } from '../syntax/tree.ts'
import type { CompiledBlock, Surroundings } from './compiled-block.ts'
import { type SharedEntry, sharedKey } from './library.ts'
import { lowerFacts } from './lower/facts.ts'
import { lowerLaws } from './lower/laws.ts'
import type { Lowering } from './lower/lowering.ts'
import { lowerMaterial } from './lower/materials.ts'
import { childrenOf, nameOf, namesOf, originOf, textOf, valueIn } from './lower/read-node.ts'
import { indexNames } from './names/index-names.ts'
import { findRepeatedNames } from './names/repeated-names.ts'
import type { SourceBlock } from './split-blocks.ts'
import { withContext } from './text/context-path.ts'
import { findUnused } from './unread-lines.ts'

/** Compiles one 材料库, 机构库, 枚举库 or 法规库: what matters share, each entry by its names. */
export function compileLibrary(block: SourceBlock, { referenced, guesses, shared }: Surroundings): CompiledBlock {
  const { node, source, lineOf } = block
  const { name } = block.header
  const findings: Diagnostic[] = [...block.findings]
  if (name === undefined) return { block, findings: withContext(findings, block) }
  const lowering: Lowering = {
    source,
    lineOf,
    names: indexNames(node),
    profile: CIVIL_CODE,
    facts: new Map(),
    situations: new Set(),
    decisions: new Map(),
    decisionTable: () => undefined,
    used: new Set(),
    asOf: undefined,
    referenced,
    guesses,
    shared,
    isRejected: () => false,
    hasUnused: findUnused(node, block.findings),
    report: (finding) => findings.push(finding),
  }
  lowerFacts(lowering)
  findings.push(...findRepeatedNames(lowering))
  const entries = new Map<string, SharedEntry>()
  for (const child of node.children) {
    const entry = lowerEntry(child, name.text, lowering)
    if (entry === undefined) continue
    for (const key of [entry.name, ...aliasesOf(child)].map((one) => sharedKey(entry.kind, one.key))) {
      const first = entries.get(key)
      if (first === undefined) entries.set(key, entry)
      else if (entry.kind !== 'material') findings.push(reportRepeated(entry, child, first, lowering))
    }
  }
  for (const entry of lowerLaws(node, name.text, lowering)) entries.set(sharedKey('law', entry.name.key), entry)
  const library = { name: name.text, entries, facts: lowering.facts }
  return { block, library, findings: withContext(findings, block) }
}

function lowerEntry(
  node: SyntaxNode,
  library: string,
  lowering: Lowering,
): Exclude<SharedEntry, { readonly kind: 'law' }> | undefined {
  const name = nameOf(node)
  if (name === undefined) return undefined
  const origin = originOf(lowering.source, node)
  switch (node.construct) {
    case 'material': {
      const material = lowerMaterial(node, lowering)
      return material && { kind: 'material', library, name, material }
    }
    case 'organisation':
      return { kind: 'organisation', library, name, origin }
    case 'role':
      return { kind: 'role', library, name, organisation: textOf(node, 'role.organisation'), origin }
    case 'optionSet':
      return { kind: 'optionSet', library, name, options: namesOf(node, 'optionSet.options'), origin }
    default:
      return undefined
  }
}

function aliasesOf(node: SyntaxNode): readonly Name[] {
  return childrenOf(node, 'organisation.aliases').flatMap((line) => valueIn(line, 'names')?.names ?? [])
}

const KINDS: { readonly [K in Exclude<SharedEntry['kind'], 'law'>]: string } = {
  material: '材料',
  organisation: '机构',
  role: '角色',
  optionSet: '枚举',
}

/** ZW4002 for what is no name of a matter; the names of 材料 and 信息 are looked at with these. */
function reportRepeated(
  entry: Exclude<SharedEntry, { readonly kind: 'law' }>,
  node: SyntaxNode,
  first: SharedEntry,
  { source, lineOf }: Lowering,
): Diagnostic {
  const lines = [lineOf(first.name.span.start), lineOf(node.keyword.start)]
  const related = [{ origin: { file: source.uri, span: first.name.span }, text: '第一次在这里声明' }]
  return diagnose('ZW4002', { kind: KINDS[entry.kind], name: entry.name.text, lines }, originOf(source, node), {
    related,
  })
}
