import { lineStarts, positionAt } from '../../src/base/source-file.ts'
import { parse } from '../../src/syntax/parse.ts'
import type { SyntaxNode } from '../../src/syntax/tree.ts'

/** A fragment made into a whole file (接进底稿的片段). */
export interface WrappedFragment {
  readonly text: string
  /** The stretch of `text` that is the fragment, and how many lines stand before it. */
  readonly start: number
  readonly end: number
  readonly linesBefore: number
}

/** True for blocks that name their own matter. */
export function isWholeFile(text: string): boolean {
  return /^(?:(?:事项|一件事|材料库|机构库|枚举库|法规库|工作日历)：|目标：.)/m.test(text)
}

/** The parts that only a bundle has. */
const BUNDLE_PARTS = /^(包含事项|材料归并|表单归并|统一受理|联合踏勘|统一出件|承办能力|基准)：/m

/** True for a fragment that belongs into the bundle of the manual rather than into its matter. */
export function isOfBundle(fragment: string): boolean {
  return BUNDLE_PARTS.test(fragment)
}

/**
 * Puts a fragment into the matter of the manual's first page, after the attributes of the matter; what only a bundle has
 * into the bundle of its page, which stands last there.
 * What the fragment writes itself takes the place of the same part there; 情形 go with the 信息 that they are about,
 * and the steps with the promise that they were made for.
 */
export function wrapFragment(fragment: string, base: string): WrappedFragment {
  const title = isOfBundle(fragment) ? '一件事' : '事项'
  const supplied = new Set(partsOf(`${title}：片段\n${fragment}`).map((part) => part.construct))
  if (supplied.has('facts')) supplied.add('situation')
  if (supplied.has('promisedLimit') && !supplied.has('steps')) supplied.add('steps')
  const parts = partsOf(base)
  const head = base.slice(0, parts[0]?.start)
  const kept = parts.filter((part) => !supplied.has(part.construct))
  const isAttribute = ({ construct }: Part) => /^(matter|bundle)\./.test(construct) || construct === 'source'
  const attributes = kept.filter(isAttribute)
  const others = kept.filter((part) => !isAttribute(part))
  const before = `${isVersion(fragment) ? head.replace(/^.*\n/, '') : head}${textOf(attributes)}`
  if (isVersion(fragment))
    return { text: `${fragment}${before}${textOf(others)}`, start: 0, end: fragment.length, linesBefore: 0 }
  return {
    text: `${before}${fragment}${textOf(others)}`,
    start: before.length,
    end: before.length + fragment.length,
    linesBefore: before.split('\n').length - 1,
  }
}

/** A fragment that is about the first line of a file. */
function isVersion(fragment: string): boolean {
  return fragment.startsWith('语言版本')
}

/** A direct part of a matter: the lines from its keyword to that of the next part. */
interface Part {
  readonly construct: string
  readonly start: number
  readonly text: string
}

function textOf(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join('')
}

function partsOf(text: string): readonly Part[] {
  const { blocks } = parse({ uri: 'base.zw', text })
  const children = blocks.findLast(({ construct }) => construct === 'matter' || construct === 'bundle')?.children ?? []
  const starts = lineStarts(text)
  const lineOf = (node: SyntaxNode) => starts[positionAt(starts, node.keyword.start).line - 1] ?? 0
  return children.map((child, index) => {
    const next = children[index + 1]
    const start = lineOf(child)
    return { construct: child.construct, start, text: text.slice(start, next && lineOf(next)) }
  })
}
