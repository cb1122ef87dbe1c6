import type { Origin } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { ComponentPath } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import { foldKey } from '../../syntax/fold.ts'
import { nearestWord } from '../../syntax/suggest.ts'
import type { PathSyntax, SyntaxNode } from '../../syntax/tree.ts'
import { findDeclaration, reportUnknownName } from '../names/resolve-name.ts'
import type { Components } from './bundle-components.ts'
import type { Lowering } from './lowering.ts'
import { childOf, valueIn } from './read-node.ts'

/** What a path may lead to. */
export type PathTarget = '材料' | '环节' | '结果'

const NAMES_OF: { readonly [K in PathTarget]: (matter: Matter) => readonly string[] } = {
  材料: ({ materials, materialChoices }) => [...materials, ...materialChoices].flatMap(({ name }) => name ?? []),
  环节: ({ flow }) => flow.flatMap((item) => (item.kind === 'step' ? [item.name] : [])),
  结果: ({ outputs }) => outputs.map(({ name }) => name),
}

/** The paths that an attribute lists, without those that lead nowhere, which are reported. */
export function pathsOf(
  node: SyntaxNode,
  construct: string,
  target: PathTarget,
  components: Components,
  lowering: Lowering,
): readonly ComponentPath[] {
  const paths = valueIn(childOf(node, construct), 'paths')?.paths ?? []
  return paths.flatMap((path) => lowerPath(path, target, components, lowering) ?? [])
}

/** 事项·名称, in the spelling of the component and of its matter. */
export function lowerPath(
  { owner, part }: PathSyntax,
  target: PathTarget,
  components: Components,
  lowering: Lowering,
): ComponentPath | undefined {
  const declared = findDeclaration(owner, 'components', lowering)
  if (declared === undefined) {
    reportUnknownName(owner, ['components'], lowering)
    return undefined
  }
  const component = declared.name.text
  const origin = { file: lowering.source.uri, span: { start: owner.span.start, end: part.span.end } }
  const matter = components.get(component)?.matter
  // Of a matter that is not there nothing is known, and that has been reported.
  if (matter === undefined) return { component, name: part.text, origin }
  const names = NAMES_OF[target](matter)
  const name = names.find((one) => foldKey(one) === part.key)
  if (name !== undefined) return { component, name, origin }
  const written = { file: lowering.source.uri, span: part.span }
  const fixes = suggest(part.key, names, written)
  const params = { path: `${component}·${part.text}`, name: part.text, declared: names }
  if (target === '结果') lowering.report(diagnose('ZW8101', params, written, { fixes }))
  else lowering.report(diagnose('ZW8104', { ...params, kind: target }, written, { fixes }))
  return undefined
}

function suggest(key: string, names: readonly string[], origin: Origin): readonly Fix[] {
  const near = nearestWord(
    key,
    names.map((name) => foldKey(name)),
  )
  const text = names.find((name) => foldKey(name) === near)
  return text === undefined ? [] : [{ title: `改为“${text}”`, applicability: 'ask', edits: [{ origin, text }] }]
}
