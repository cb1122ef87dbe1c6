import { writeFileSync } from 'node:fs'
import { type ManualBlock, type ManualPage, placeOf } from './manual-blocks.ts'

/** Writes below each block that raises a finding what the compiler says about it (UPDATE=1). */
export function quoteMessages(
  page: ManualPage,
  messagesOf: (code: string, block: ManualBlock) => readonly string[],
): void {
  const lines = page.text.split('\n')
  for (const block of page.blocks) {
    if (!('code' in block.claim)) continue
    const [message] = messagesOf(block.claim.code, block)
    const below = lines.indexOf('```', block.line) + 1
    if (message !== undefined && lines[below]?.startsWith('> ') === true) lines[below] = `> ${message}`
  }
  const text = lines.join('\n')
  if (text !== page.text) writeFileSync(placeOf(page.path), text)
}
