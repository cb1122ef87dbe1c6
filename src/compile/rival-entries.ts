import type { Origin } from '../base/source-file.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { foldKey } from '../syntax/fold.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import type { Surroundings } from './compiled-block.ts'
import { type SharedEntry, sharedKey } from './library.ts'
import { valueOriginOf } from './lower/read-node.ts'
import type { SourceBlock } from './split-blocks.ts'

/** What is meant by a name in the lines of each construct that takes something from a library. */
const KINDS: Readonly<Record<string, Exclude<SharedEntry['kind'], 'role' | 'law'>>> = {
  material: 'material',
  'fact.options': 'optionSet',
  'matter.authority': 'organisation',
  'matter.coAuthorities': 'organisation',
  'step.department': 'organisation',
  'adjustment.department': 'organisation',
  'bundle.leadDepartment': 'organisation',
  'bundle.coDepartments': 'organisation',
}

const WORDS: { readonly [K in Exclude<SharedEntry['kind'], 'role'>]: string } = {
  material: '材料',
  optionSet: '枚举',
  organisation: '机构',
  law: '法规',
}

/** ZW4013: what a block takes from a library, while another that it may use as well says otherwise; each once. */
export function findRivalEntries(
  { node, source }: SourceBlock,
  { shared, rivals }: Surroundings,
): readonly Diagnostic[] {
  if (rivals.size === 0) return []
  const found = new Map<string, Diagnostic>()
  for (const { key, line } of takenIn(node)) {
    const [first, other] = [shared.get(key), rivals.get(key)]
    if (first === undefined || other === undefined || first.kind === 'role' || found.has(key)) continue
    const params = { kind: WORDS[first.kind], name: first.name.text, libraries: [first.library, other.library] }
    const related = [first, other].flatMap((entry) => {
      const origin = originOf(entry)
      return origin === undefined ? [] : { origin, text: `“${entry.library}”里的在这里` }
    })
    found.set(key, diagnose('ZW4013', params, valueOriginOf(source, line), { related }))
  }
  return [...found.values()]
}

/** The keys of what the lines of a block may take from libraries. */
function* takenIn(line: SyntaxNode): Iterable<{ readonly key: string; readonly line: SyntaxNode }> {
  const { construct, value, children } = line
  const kind = KINDS[construct]
  if (value.kind === 'citation') yield { key: sharedKey('law', foldKey(value.title)), line }
  else if (kind !== undefined && value.kind === 'name') yield { key: sharedKey(kind, value.name.key), line }
  // Several options are options; only one name may be that of a set of them.
  else if (kind !== undefined && value.kind === 'names' && (kind !== 'optionSet' || value.names.length === 1)) {
    for (const { key } of value.names) yield { key: sharedKey(kind, key), line }
  }
  for (const child of children) yield* takenIn(child)
}

function originOf(entry: SharedEntry): Origin | undefined {
  if (entry.kind === 'material') return entry.material.origin
  return entry.kind === 'law' ? entry.versions[0]?.origin : entry.origin
}
