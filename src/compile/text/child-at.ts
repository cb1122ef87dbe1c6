import type { SyntaxNode } from '../../syntax/tree.ts'

/** The last child that begins at or before an offset, by bisection: a matter of many lines may have many findings. */
export function childAt({ children }: SyntaxNode, offset: number): SyntaxNode | undefined {
  let low = -1
  let high = children.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((children[middle]?.keyword.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return children[low]
}
