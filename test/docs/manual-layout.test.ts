import { describe, expect, test } from 'vitest'
import { formatSource } from '../../src/syntax/format.ts'
import { type ManualBlock, readPages } from './manual-blocks.ts'
import { sourcesOf } from './manual-sources.ts'

const pages = ['docs/language/', 'docs/guides/'].flatMap(readPages)
const bases = pages.flatMap(({ blocks }) => blocks.filter(({ claim }) => claim.kind === 'base')).map(({ text }) => text)

/** Blocks that show what is read all the same, by their first lines. */
const AS_PASTED = ['（一）申請材料：\n', '申请材料：\n材料：食品经营许可申请书\n']

/** True for a block that is laid out among the lines that it is put between, and stays as it is. */
function isTidy(block: ManualBlock): boolean {
  const { sources, file, start, end } = sourcesOf(block, bases)
  const source = sources.find(({ uri }) => uri === file) ?? { uri: file, text: '' }
  return formatSource(source).includes(source.text.slice(start, end).trim())
}

/** True where the lines themselves are at fault, and for blocks that show how the same may look before it is laid out. */
function isUntidy({ blocks }: (typeof pages)[number], index: number): boolean {
  const [block, next] = [blocks[index], blocks[index + 1]]
  if (block === undefined || AS_PASTED.some((lines) => block.text.startsWith(lines))) return true
  if ('code' in block.claim && /^ZW[012]/.test(block.claim.code)) return true
  const twin = block.claim.kind === 'same' ? blocks[index - 1] : next?.claim.kind === 'same' ? next : undefined
  return twin !== undefined && isTidy(twin)
}

describe('the blocks of the manual are laid out as zw fmt does it', () => {
  const tidy = pages.flatMap((page) =>
    page.blocks.flatMap((block, index) =>
      isUntidy(page, index) ? [] : [{ place: `${page.path}:${block.line}`, block }],
    ),
  )

  test.each(tidy)('$place', ({ block }) => {
    expect(isTidy(block)).toBe(true)
  })
})
