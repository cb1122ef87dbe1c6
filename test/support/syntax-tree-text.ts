import { foldKey } from '../../src/syntax/fold.ts'
import type { SyntaxNode, SyntaxTree } from '../../src/syntax/tree.ts'

/** A tree as text, one node a line: construct and value, without places. */
export function printTree(tree: SyntaxTree, fold: (text: string) => string = (text) => text): string {
  return tree.blocks.map((block) => printNode(block, '', fold)).join('')
}

/** What pasting must not change: constructs and values, folded and without the marks that end a sentence. */
export function printFolded(tree: SyntaxTree): string {
  return printTree(tree, (text) => foldKey(text).replace(/[。;]+$/, ''))
}

function printNode(node: SyntaxNode, indent: string, fold: (text: string) => string): string {
  const plain = (part: unknown) =>
    JSON.stringify(part, (key, inner: unknown) => {
      if (key === 'span') return undefined
      return typeof inner === 'string' ? fold(inner) : inner
    })
  const table = node.table === undefined ? '' : ` ${plain(node.table)}`
  const value = plain(node.value) + table
  const children = node.children.map((child) => printNode(child, `${indent}  `, fold))
  return `${indent}${node.construct} ${value}\n${children.join('')}`
}

/** Every node of a tree, parents first. */
export function allNodes(tree: SyntaxTree): readonly SyntaxNode[] {
  const collect = (nodes: readonly SyntaxNode[]): SyntaxNode[] =>
    nodes.flatMap((node) => [node, ...collect(node.children)])
  return collect(tree.blocks)
}
