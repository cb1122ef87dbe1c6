import type { Span } from '../../base/span.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { CompiledMatter } from '../compiled.ts'

/** What an edit above does to a stretch of a file: all from an offset on lies so much further down. */
export interface Move {
  readonly file: string
  readonly from: number
  /** Unit: UTF-16 units; negative where it lies further up. */
  readonly by: number
}

/** A copy of a node of a file, with all of its places moved. */
export function moveNode(node: SyntaxNode, by: number): SyntaxNode {
  return copyWith(node, (value) => (isSpan(value) ? moveSpan(value, by) : undefined))
}

/** A copy of a matter with the places that lie in the stretch moved; those in other files and above it stay. */
export function moveMatter(compiled: CompiledMatter, { file, from, by }: Move): CompiledMatter {
  return copyWith(compiled, (value) => {
    if (!('span' in value) || !('file' in value) || !isRecord(value.span) || !isSpan(value.span)) return undefined
    const { span } = value
    return value.file === file && span.start >= from ? { ...value, span: moveSpan(span, by) } : value
  })
}

/** A deep copy of plain data, in which `replace` gives what stands for an object instead of its copy. */
function copyWith<T extends object>(value: T, replace: (value: object) => object | undefined): T {
  const copied = { ...value }
  for (const [key, inner] of Object.entries(value)) Reflect.set(copied, key, copy(inner, replace))
  return copied
}

function copy(value: unknown, replace: (value: object) => object | undefined): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((inner: unknown) => copy(inner, replace))
  if (value instanceof Map)
    return new Map([...value].map(([key, inner]: [unknown, unknown]) => [key, copy(inner, replace)]))
  const replaced = replace(value)
  if (replaced !== undefined) return replaced
  const copied: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) copied[key] = copy(inner, replace)
  return copied
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number'
}

function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}
