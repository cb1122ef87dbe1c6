import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Fact } from '../../model/application.ts'
import { originOf } from '../lower/read-node.ts'
import { NAME_KINDS } from '../names/name-space.ts'
import { deleteLines } from '../text/edits.ts'
import type { Check, CheckContext } from './check-context.ts'

/**
 * ZW4005: a 信息 or 情形 that nothing refers to.
 * A fact of type 文本 is exempt: such facts (name, address) are what the form is for, and no rule compares them.
 */
export const checkUnusedNames: Check = (context) => findUnusedNames(context, context.matter.facts)

/** The same for the facts of anything that declares some. */
export function findUnusedNames(
  { names, used, source }: Pick<CheckContext, 'names' | 'used' | 'source'>,
  facts: readonly Fact[],
): readonly Diagnostic[] {
  const plain = new Set(facts.filter(({ type }) => type === 'text').map(({ name }) => name))
  return (['facts', 'situations'] as const).flatMap((kind) =>
    [...names[kind].byKey.values()]
      .filter((declaration) => !used.has(declaration) && !(kind === 'facts' && plain.has(declaration.name.text)))
      .map(({ name, node }) => {
        const title = `删去${NAME_KINDS[kind]}“${name.text}”`
        const edits = [deleteLines(source, node)]
        const params = { kind: NAME_KINDS[kind], name: name.text }
        return diagnose('ZW4005', params, originOf(source, node), {
          fixes: [{ title, applicability: 'ask', edits }],
        })
      }),
  )
}
