import type { Name, SyntaxNode } from '../../syntax/tree.ts'
import { sharedKey } from '../library.ts'
import type { Lowering } from './lowering.ts'
import { childOf, nameOf, namesOf } from './read-node.ts'

/** The organisation that an attribute names (机构), by its official name where a library knows it under another. */
export function organisationOf(node: SyntaxNode, construct: string, lowering: Lowering): string | undefined {
  const name = nameOf(childOf(node, construct))
  return name && officialName(name, lowering)
}

/** The organisations that an attribute lists. */
export function organisationsOf(node: SyntaxNode, construct: string, lowering: Lowering): readonly string[] {
  return namesOf(node, construct).map((name) => officialName(name, lowering))
}

/** What an organisation is called in full (规范名称), where a 机构库 knows it. */
export function officialName(name: Name, { shared }: Lowering): string {
  return shared.get(sharedKey('organisation', name.key))?.name.text ?? name.text
}
