import type { SourceFile } from '../../../base/source-file.ts'
import { diagnose } from '../../../diagnostics/diagnose.ts'
import type { Fix } from '../../../diagnostics/diagnostic.ts'
import type { SyntaxNode } from '../../../syntax/tree.ts'
import { childOf, originOf, valueOriginOf } from '../../lower/read-node.ts'
import { bracketedInList, printNames } from '../../print/names.ts'
import { insertUnder, replaceAt } from '../../text/edits.ts'
import type { BundleCheck } from './bundle-context.ts'
import { closeNeeds, feedingNeeds, orderedNeeds } from './component-order.ts'

/**
 * ZW8102: a component that uses what another one issues and is not ordered after it, once a pair. Where the other one
 * waits for it in turn, the circle is reported instead.
 */
export const checkUnorderedReuse: BundleCheck = ({ bundle, components, source, names }) => {
  const ordered = orderedNeeds(bundle)
  const feeding = feedingNeeds(bundle, components)
  const comesBefore = closeNeeds(ordered)
  const waitsFor = closeNeeds([...ordered, ...feeding])
  const reported = new Set<string>()
  return feeding.flatMap(({ component, needs, output = '' }) => {
    const pair = `${component}·${needs}`
    if (comesBefore(component).has(needs) || waitsFor(needs).has(component) || component === needs) return []
    if (reported.has(pair)) return []
    reported.add(pair)
    const declared = [...names.components.byKey.values()]
    const node = declared.find(({ name }) => name.text === component)?.node
    if (node === undefined) return []
    const fixes = [
      addBefore(
        node,
        needs,
        declared.map(({ name }) => name.text),
        source,
      ),
    ]
    return diagnose('ZW8102', { component, output, from: needs }, originOf(source, node), { fixes })
  })
}

/** Adds a component to the 前序 of another. */
function addBefore(node: SyntaxNode, needs: string, declared: readonly string[], source: SourceFile): Fix {
  const [name = needs] = printNames([needs], declared)
  const after = childOf(node, 'component.after')
  if (after === undefined) {
    const edits = [insertUnder(source, originOf(source, node), `前序：${name}`)]
    return { title: `补上“前序：${needs}”`, applicability: 'auto', edits }
  }
  const origin = valueOriginOf(source, after)
  const written = source.text.slice(origin.span.start, origin.span.end)
  const edits = [replaceAt(origin, `${written}、${bracketedInList(needs)}`)]
  return { title: `在“前序：”里加上“${needs}”`, applicability: 'auto', edits }
}
