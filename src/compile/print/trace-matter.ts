import type { Origin, SourceFile } from '../../base/source-file.ts'
import { parse } from '../../syntax/parse.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { CompiledMatter } from '../compiled.ts'
import { originOf } from '../lower/read-node.ts'
import { type PrintedLine, textOfLine } from './lines.ts'
import { printParts } from './matter.ts'

/** One line of a matter as it holds, with the line of a file that it comes from (逐行出处). */
export interface TracedLine {
  /** How deep it stands; 0 for the attributes of the matter itself. */
  readonly depth: number
  /** 关键字：值; empty between parts. */
  readonly text: string
  readonly origin?: Origin
}

/**
 * The whole matter in canonical text, each line with its origin (合并结果): what an 实施清单 inherits comes from where it
 * was laid down, what it changes from its own line.
 */
export function traceMatter(compiled: CompiledMatter, sources: readonly SourceFile[]): readonly TracedLine[] {
  return trace(compiled, indexNodes(sources)).lines
}

/** The node whose keyword stands in a place. */
type NodeAt = (origin: Origin) => PlacedNode | undefined

interface PlacedNode {
  readonly node: SyntaxNode
  readonly source: SourceFile
}

function indexNodes(sources: readonly SourceFile[]): NodeAt {
  const files = new Map<string, ReadonlyMap<number, PlacedNode>>()
  return ({ file, span }) => {
    let nodes = files.get(file)
    if (nodes === undefined) {
      const source = sources.find(({ uri }) => uri === file)
      const found = new Map<number, PlacedNode>()
      const visit = (node: SyntaxNode): void => {
        if (source !== undefined && node.keyword.end > node.keyword.start) {
          found.set(node.keyword.start, { node, source })
        }
        node.children.forEach(visit)
      }
      if (source !== undefined) parse(source).blocks.forEach(visit)
      nodes = found
      files.set(file, nodes)
    }
    return nodes.get(span.start)
  }
}

interface Trace {
  readonly lines: readonly TracedLine[]
  /** Where the lines come from, by the lines above them and their own words. */
  readonly places: ReadonlyMap<string, Origin>
}

function trace({ matter, basedOn }: CompiledMatter, nodeAt: NodeAt): Trace {
  const above = basedOn && trace(basedOn, nodeAt).places
  const lines: TracedLine[] = []
  const places = new Map<string, Origin>()
  /** How many lines of a construct a node has given already. */
  const given = new Map<string, number>()

  const visit = (printed: readonly PrintedLine[], depth: number, path: string, parent: Origin | undefined): void => {
    for (const line of printed) {
      const { construct, value, under, origin: own } = line
      const text = textOfLine(line)
      const key = `${path}\n${text}`
      const origin = above?.get(key) ?? own ?? lineOf(construct, parent) ?? parent
      if (origin !== undefined && !places.has(key)) places.set(key, origin)
      lines.push({ depth, text, ...(origin !== undefined && { origin }) })
      visit(under, depth + 1, key, value === '' ? parent : (own ?? origin))
    }
  }
  const lineOf = (construct: string, parent: Origin | undefined): Origin | undefined => {
    const placed = parent && nodeAt(parent)
    if (placed === undefined) return undefined
    const { node, source } = placed
    // The 说明 of 增加渠道 becomes one of the whole.
    const written = node.children.flatMap((child) =>
      child.construct === 'addedChannels' ? [child, ...child.children] : [child],
    )
    const candidates = written.filter((child) => states(child.construct, construct))
    const count = `${source.uri} ${node.keyword.start} ${inScenario(construct) ? 'scenario' : construct}`
    const index = given.get(count) ?? 0
    given.set(count, index + 1)
    const line = candidates[index] ?? candidates.at(-1)
    return line && originOf(source, line)
  }

  for (const [index, part] of printParts(matter).entries()) {
    if (index > 0) lines.push({ depth: 0, text: '' })
    visit(part, 0, '', matter.origin)
  }
  return { lines, places }
}

/** Lines of other constructs that end up in one: 备注 is printed as 说明, 增加渠道 as 渠道. */
const ALSO: ReadonlyMap<string, string> = new Map([
  ['note', 'remark'],
  ['channels', 'addedChannels'],
])

/** The lines of a 用例 keep their order, but 并且 may stand for any of them. */
function inScenario(construct: string): boolean {
  return construct.startsWith('scenario.')
}

/** True where a written line may say what a printed one says: 时限 of 调整环节 is that of the 环节. */
function states(written: string, printed: string): boolean {
  if (inScenario(printed)) return inScenario(written)
  if (written === printed || written === ALSO.get(printed)) return true
  const [owner, attribute] = written.split('.')
  const isChange = owner === 'adjustment' || owner === 'merger'
  return isChange && attribute !== undefined && attribute === printed.split('.')[1]
}
