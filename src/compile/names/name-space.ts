import type { Namespace } from '../../syntax/construct.ts'
import type { Name, SyntaxNode } from '../../syntax/tree.ts'

/** The kinds of names that other lines refer to (名称的种类). The 取值 of a fact belong to that fact alone. */
export type NameKind = Exclude<Namespace, 'options'> | 'materialChoices' | 'supplements' | 'procedures' | 'extensions'

/** What people call a thing of each kind. */
export const NAME_KINDS: { readonly [K in NameKind]: string } = {
  facts: '信息',
  situations: '情形',
  requirements: '条件',
  materials: '材料',
  materialChoices: '任选材料',
  steps: '环节',
  supplements: '补正',
  procedures: '特别程序',
  extensions: '延长',
  outputs: '结果',
  components: '子项',
  decisions: '判定表',
  measures: '优化措施',
}

/** One declared name (声明): the entry line that declares it. */
export interface Declaration {
  readonly name: Name
  readonly node: SyntaxNode
  /** The keys of the facts that a step fills in (填写), where it stands in another block; else its node tells. */
  readonly collects?: readonly string[]
}

/** The names of one kind that a matter declares. Names compare by their folded key; the first spelling stands. */
export interface NameSpace {
  readonly kind: NameKind
  readonly byKey: ReadonlyMap<string, Declaration>
  /** Further declarations of a name that is declared already. */
  readonly repeated: readonly Declaration[]
  /** True where an entry has no readable name: what it would have declared is not known, so no name is unknown. */
  readonly open: boolean
}

/** Names of each kind by folded key that stand in another block (继承的名称). */
export type InheritedNames = { readonly [K in NameKind]?: ReadonlyMap<string, Declaration> }

/** All that a matter declares. */
export type MatterNames = { readonly [K in NameKind]: NameSpace }
