import type { SyntaxNode } from '../../syntax/tree.ts'
import type { PrintedLine } from '../print/lines.ts'
import type { BlockLines } from './block-lines.ts'

/** Where a line is put in (插入的位置), how far in it stands, and the blank line that goes before it. */
interface Place {
  readonly at: number
  readonly indent: string
  readonly gap: string
}

/** What a line is put into. */
interface Surroundings {
  readonly after: readonly PrintedLine[]
  readonly hosts: readonly SyntaxNode[]
  readonly partOf?: ReadonlyMap<PrintedLine, number>
  /** The nodes of those lines that stay where they are; empty for the others. */
  readonly standing: readonly (readonly SyntaxNode[])[]
}

/** Behind the line before it; else before the one after it; else first of all. Undefined next to the rows of a table. */
export function findPlace(
  file: BlockLines,
  index: number,
  { after, hosts, partOf, standing }: Surroundings,
): Place | undefined {
  const part = (at: number) => {
    const line = after[at]
    return line && partOf?.get(line)
  }
  const isNear = (at: number) => part(at) === part(index)
  const places = [...after.keys()]
  const stands = (at: number) => (standing[at] ?? []).length > 0
  const earlier = places.slice(0, index).toReversed().filter(stands)
  const previous = earlier.find(isNear)
  if (previous !== undefined) return behind(file, standing[previous] ?? [], '')
  const next = places.slice(index + 1).find((at) => isNear(at) && stands(at))
  const [below] = next === undefined ? [] : (standing[next] ?? [])
  if (below !== undefined)
    return file.isCell(below) ? undefined : { at: file.topOf(below), indent: file.indentOf(below), gap: '' }
  const isFirstOfPart = !places.slice(0, index).some(isNear)
  const gap = partOf !== undefined && isFirstOfPart && part(index) !== 0 ? '\n' : ''
  const [above] = earlier
  if (above !== undefined) return behind(file, standing[above] ?? [], gap)
  const [host] = hosts
  if (host === undefined || file.isCell(host)) return undefined
  const [child] = host.children
  const indent =
    child === undefined ? `${file.indentOf(host)}${partOf === undefined ? '  ' : ''}` : file.indentOf(child)
  return { at: file.headEnd(host), indent, gap }
}

function behind(file: BlockLines, nodes: readonly SyntaxNode[], gap: string): Place | undefined {
  const [[first], last] = [nodes, nodes.at(-1)]
  if (first === undefined || last === undefined || file.isCell(first)) return undefined
  return { at: file.endOf(last), indent: file.indentOf(first), gap }
}
