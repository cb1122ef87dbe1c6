import { isKeyOf } from '../../base/keys-of.ts'
import type { Origin, SourceFile } from '../../base/source-file.ts'
import type { Name, SyntaxNode, Value } from '../../syntax/tree.ts'

// Every reader answers undefined for a line that is not there and for one whose value the parser could not read:
// the parser has reported the latter already, and nothing more is said about it.

const NONE: readonly never[] = []

type ValueOf<K extends Value['kind']> = Extract<Value, { readonly kind: K }>

/** The first line of a construct under a node; the parser has reported any further one. */
export function childOf(node: SyntaxNode, construct: string): SyntaxNode | undefined {
  for (const child of node.children) if (child.construct === construct) return child
  return undefined
}

/** All lines of a construct under a node. */
export function childrenOf(node: SyntaxNode, construct: string): readonly SyntaxNode[] {
  return node.children.filter((child) => child.construct === construct)
}

/** The value of a line, if it is of this kind. */
export function valueIn<K extends Value['kind']>(node: SyntaxNode | undefined, kind: K): ValueOf<K> | undefined {
  const value = node?.value
  return value !== undefined && isOfKind(value, kind) ? value : undefined
}

function isOfKind<K extends Value['kind']>(value: Value, kind: K): value is ValueOf<K> {
  return value.kind === kind
}

/** The text of an attribute, as written. */
export function textOf(node: SyntaxNode, construct: string): string | undefined {
  const child = childOf(node, construct)
  return valueIn(child, 'text')?.text ?? valueIn(child, 'name')?.name.text
}

/** The name that an entry declares, or that an attribute mentions. */
export function nameOf(node: SyntaxNode | undefined): Name | undefined {
  return valueIn(node, 'name')?.name
}

/** True where an attribute says 是. */
export function isYes(node: SyntaxNode, construct: string): boolean {
  return valueIn(childOf(node, construct), 'yesNo')?.value ?? false
}

/** The names that an attribute lists. */
export function namesOf(node: SyntaxNode, construct: string): readonly Name[] {
  return valueIn(childOf(node, construct), 'names')?.names ?? NONE
}

/** The word that an attribute chooses from a word list of the model, by its English id. */
export function termOf<T extends object>(
  node: SyntaxNode,
  construct: string,
  terms: T,
): (keyof T & string) | undefined {
  const id = valueIn(childOf(node, construct), 'enum')?.id
  return id !== undefined && isKeyOf(terms, id) ? id : undefined
}

/** The words that an attribute chooses from a word list of the model; none when the attribute is not there. */
export function termsOf<T extends object>(
  node: SyntaxNode,
  construct: string,
  terms: T,
): readonly (keyof T & string)[] {
  const ids = valueIn(childOf(node, construct), 'enums')?.ids
  return ids === undefined ? NONE : ids.filter((id) => isKeyOf(terms, id))
}

/** The keyword of a line as written. */
export function keywordOf(node: SyntaxNode, source: SourceFile): string {
  return source.text.slice(node.keyword.start, node.keyword.end)
}

/** Where a line stands: from its keyword to the end of its value. */
export function originOf(source: SourceFile, node: SyntaxNode): Origin {
  return { file: source.uri, span: { start: node.keyword.start, end: Math.max(node.keyword.end, node.valueSpan.end) } }
}

/** Where the value of a line stands. */
export function valueOriginOf(source: SourceFile, node: SyntaxNode): Origin {
  return { file: source.uri, span: node.valueSpan }
}
