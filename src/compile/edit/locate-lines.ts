import { groupBy } from '../../base/group-by.ts'
import { CONSTRUCTS } from '../../syntax/constructs.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { PrintedLine } from '../print/lines.ts'
import { isUntitled } from './block-lines.ts'

const SECTIONS = new Set(CONSTRUCTS.flatMap(({ id, role }) => (role === 'section' ? [id] : [])))

/** Whether a line is the title of a section, which may stand several times in a text or not at all. */
export function isSection({ construct }: PrintedLine): boolean {
  return SECTIONS.has(construct)
}

/** What stands under the hosts, as if every section had a title. */
export function childrenOf(hosts: readonly SyntaxNode[]): readonly SyntaxNode[] {
  return hosts.flatMap(({ children }) => children)
}

/**
 * Finds the nodes of a text that the lines of a list were read from (找到原文): parts by their places, sections by their kind,
 * attributes by their order. Empty where that is not clear.
 */
export function locateLines(
  lines: readonly PrintedLine[],
  hosts: readonly SyntaxNode[],
  root: SyntaxNode,
): ReadonlyMap<PrintedLine, readonly SyntaxNode[]> {
  const byStart = nodesByStart(root)
  const children = childrenOf(hosts)
  const attributes = groupBy(
    lines.filter((line) => line.origin === undefined && !isSection(line)),
    ({ construct }) => construct,
  )
  return new Map(
    lines.map((line) => {
      const { construct, origin } = line
      if (isSection(line)) return [line, children.filter((child) => child.construct === construct)]
      const placed = origin && byStart.get(origin.span.start)
      if (origin !== undefined) return [line, placed === undefined ? [] : [placed]]
      const same = children.filter((child) => wordOf(child.construct) === construct)
      const alike = attributes.get(construct) ?? []
      return [line, same.length === alike.length ? same.slice(alike.indexOf(line)).slice(0, 1) : []]
    }),
  )
}

/** 备注 is printed as the 说明 that it is. */
function wordOf(construct: string): string {
  return construct === 'remark' ? 'note' : construct
}

function nodesByStart(root: SyntaxNode): ReadonlyMap<number, SyntaxNode> {
  const nodes = new Map<number, SyntaxNode>()
  const add = (node: SyntaxNode) => {
    if (!isUntitled(node)) nodes.set(node.keyword.start, node)
    for (const child of node.children) add(child)
  }
  add(root)
  return nodes
}
