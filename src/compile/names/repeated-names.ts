import type { SourceFile } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts'
import { CONSTRUCTS } from '../../syntax/constructs.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { Lowering } from '../lower/lowering.ts'
import { originOf } from '../lower/read-node.ts'
import { deleteLines, hasOwnLines, mergeInto, textOfNode } from '../text/edits.ts'
import { type Declaration, NAME_KINDS } from './name-space.ts'

/** Lines that an entry may have several of: 依据, 说明. */
const REPEATABLE: ReadonlySet<string> = new Set(CONSTRUCTS.flatMap(({ id, many }) => (many ? [id] : [])))

/** ZW4002: names that are declared twice. The first declaration stands, the others are left out of the matter. */
export function findRepeatedNames({ names, source, lineOf }: Lowering): readonly Diagnostic[] {
  return Object.values(names).flatMap(({ kind, byKey, repeated }) =>
    repeated.flatMap((declaration) => {
      const first = byKey.get(declaration.name.key)
      if (first === undefined) return []
      const lines = [first, declaration].map(({ node }) => lineOf(node.keyword.start))
      const params = { kind: NAME_KINDS[kind], name: declaration.name.text, lines }
      const related = [{ origin: originOf(source, first.node), text: '第一次在这里声明' }]
      const fixes = mergeBoth(first, declaration, lines, source)
      return diagnose('ZW4002', params, originOf(source, declaration.node), { related, fixes })
    }),
  )
}

/** Puts both together where they do not contradict each other; where they say the same, word for word, one can go. */
function mergeBoth(
  first: Declaration,
  second: Declaration,
  lines: readonly number[],
  source: SourceFile,
): readonly Fix[] {
  const [entry, copy] = [first.node, second.node]
  const wordsOf = (node: SyntaxNode) => textOfNode(source, node).replace(/\s/g, '')
  if (wordsOf(entry) === wordsOf(copy)) {
    return [{ title: '删去重复的这一处', applicability: 'ask', edits: [deleteLines(source, copy)] }]
  }
  const isApart =
    entry !== copy &&
    entry.construct === copy.construct &&
    wordsOf({ ...entry, children: [] }) === wordsOf({ ...copy, children: [] })
  if (!isApart || ![entry, copy].every((node) => hasOwnLines(source, node))) return []
  const beside = (line: SyntaxNode) => entry.children.filter(({ construct }) => construct === line.construct)
  const isSaid = (line: SyntaxNode) => beside(line).some((other) => wordsOf(other) === wordsOf(line))
  if (copy.children.some((line) => !isSaid(line) && beside(line).length > 0 && !REPEATABLE.has(line.construct)))
    return []
  const edits = mergeInto(source, entry, copy, copy.children.filter(isSaid))
  return [{ title: `合并到第${lines[0]}行的那一处`, applicability: 'ask', edits }]
}
