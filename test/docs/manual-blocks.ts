import { readdirSync, readFileSync } from 'node:fs'

/** What the words after `zw` in a fence of the manual claim about the block. */
type Claim =
  /** A whole file without errors or warnings. */
  | { readonly kind: 'file' }
  /** A part of a matter without errors. */
  | { readonly kind: 'fragment' }
  /** A fragment that is read like the block above it, however different it looks. */
  | { readonly kind: 'same' }
  /** The matter that fragments are put into. */
  | { readonly kind: 'base' }
  /** Raises this error and no other; or no error, and this warning. `message` is what the manual says it says. */
  | { readonly kind: '错误' | '警告'; readonly code: string; readonly message: string | undefined }

/** One executed block of a page of the manual (手册里的例子). */
export interface ManualBlock {
  readonly claim: Claim
  readonly text: string
  /** Line of the fence in its page, from 1. */
  readonly line: number
}

/** One page of the manual. */
export interface ManualPage {
  /** From the root of the repository: docs/language/step.md. */
  readonly path: string
  readonly text: string
  readonly blocks: readonly ManualBlock[]
}

const root = new URL('../../', import.meta.url)

/** All pages of a folder of the manual. */
export function readPages(folder: string): readonly ManualPage[] {
  return readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const path = `${folder}${name}`
      const text = readFileSync(new URL(path, root), 'utf8')
      return { path, text, blocks: findBlocks(text, path) }
    })
}

/** Where a path from the root of the repository is. */
export function placeOf(path: string): URL {
  return new URL(path, root)
}

/** The fenced blocks whose language is zw, each with the quoted message below it. */
function findBlocks(text: string, path: string): readonly ManualBlock[] {
  const lines = text.split('\n')
  const blocks: ManualBlock[] = []
  for (let at = 0; at < lines.length; at++) {
    const fence = /^```zw(?: (.*))?$/.exec(lines[at] ?? '')
    if (fence === null) continue
    const end = lines.indexOf('```', at)
    if (end < 0) throw new Error(`${path}:${at + 1}: the fence is not closed`)
    const message = /^> (.+)$/.exec(lines[end + 1] ?? '')?.[1]
    blocks.push({
      claim: claimOf(fence[1] ?? '', message, `${path}:${at + 1}`),
      text: `${lines.slice(at + 1, end).join('\n')}\n`,
      line: at + 1,
    })
    at = end
  }
  return blocks
}

function claimOf(words: string, message: string | undefined, place: string): Claim {
  if (words === '') return { kind: 'file' }
  if (words === '片段') return { kind: 'fragment' }
  if (words === '片段 同上') return { kind: 'same' }
  if (words === '底稿') return { kind: 'base' }
  const [, kind, code] = /^(错误|警告) (ZW\d{4})$/.exec(words) ?? []
  if (code === undefined || (kind !== '错误' && kind !== '警告'))
    throw new Error(`${place}: unknown fence: zw ${words}`)
  return { kind, code, message }
}
