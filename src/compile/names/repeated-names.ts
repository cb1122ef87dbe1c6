import type { SourceFile } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts'
import type { Lowering } from '../lower/lowering.ts'
import { originOf } from '../lower/read-node.ts'
import { deleteLines, textOfNode } from '../text/edits.ts'
import { type Declaration, NAME_KINDS } from './name-space.ts'

/** ZW4002: names that are declared twice. The first declaration stands, the others are left out of the matter. */
export function findRepeatedNames({ names, source, lineOf }: Lowering): readonly Diagnostic[] {
  return Object.values(names).flatMap(({ kind, byKey, repeated }) =>
    repeated.flatMap((declaration) => {
      const first = byKey.get(declaration.name.key)
      if (first === undefined) return []
      const lines = [first, declaration].map(({ node }) => lineOf(node.keyword.start))
      const params = { kind: NAME_KINDS[kind], name: declaration.name.text, lines }
      const related = [{ origin: originOf(source, first.node), text: '第一次在这里声明' }]
      const fixes = deleteCopy(first, declaration, source)
      return diagnose('ZW4002', params, originOf(source, declaration.node), { related, fixes })
    }),
  )
}

/** Where both say the same, word for word, one can go. */
function deleteCopy(first: Declaration, second: Declaration, source: SourceFile): readonly Fix[] {
  const [original, copy] = [first, second].map(({ node }) => textOfNode(source, node).replace(/\s/g, ''))
  if (original !== copy) return []
  return [{ title: '删去重复的这一处', applicability: 'ask', edits: [deleteLines(source, second.node)] }]
}
