import type { Matter } from '../../model/matter.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { Name, SyntaxNode } from '../../syntax/tree.ts'
import type { Draft } from '../lower/draft.ts'
import type { Lowering } from '../lower/lowering.ts'
import { childrenOf, originOf, valueIn } from '../lower/read-node.ts'
import { lowerAnnotations } from '../lower/sources.ts'
import { resolveName } from '../names/resolve-name.ts'
import { isAllowed, type Refining } from './refining.ts'

/** 减免材料: the applicant need not hand these in; among 任选其一 the option counts as met without them. */
export function applyWaivers(draft: Draft<Matter>, refining: Refining): void {
  const { block, lowering } = refining
  for (const line of childrenOf(block, 'waiver')) {
    const place = originOf(lowering.source, line)
    const { notes } = lowerAnnotations(line, lowering)
    for (const listed of namesAmong(line, draft.materials, lowering)) {
      const name = resolveName(listed, 'materials', lowering)
      const material = draft.materials.find((one) => one.name === name)
      if (material === undefined || material.necessity === 'waived') continue
      const what = `材料“${material.name}”`
      const words = { what, from: '要提交', to: '免提交' }
      const deviation = { element: 'materials', direction: 'down', ...words, place, against: material.origin } as const
      if (!isAllowed(deviation, refining)) continue
      const { deferral: _deferral, ...rest } = material
      const waived = { ...rest, necessity: 'waived', notes: [...material.notes, ...notes], origin: place } as const
      draft.materials = draft.materials.map((one) => (one === material ? waived : one))
    }
  }
}

/**
 * The names of a list, put together again where a name that is declared above has 、 in it: the parser knows only the
 * names of its own block.
 */
export function namesAmong(
  line: SyntaxNode,
  declared: readonly { readonly name: string }[],
  { source }: Lowering,
): readonly Name[] {
  const names = valueIn(line, 'names')?.names ?? []
  const keys = new Set(declared.map(({ name }) => foldKey(name)))
  const joined: Name[] = []
  for (let at = 0; at < names.length; ) {
    const first = names[at]
    if (first === undefined) break
    let taken = 1
    let whole = first
    for (let count = 2; at + count <= names.length; count++) {
      const last = names[at + count - 1]
      if (last === undefined) break
      const span = { start: first.span.start, end: last.span.end }
      const text = source.text.slice(span.start, span.end)
      if (!keys.has(foldKey(text))) continue
      taken = count
      whole = { text, key: foldKey(text), span }
    }
    joined.push(whole)
    at += taken
  }
  return joined
}
