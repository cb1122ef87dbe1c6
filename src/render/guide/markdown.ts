import { visibleText } from '../html/html.ts'
import type { GuideBlock, GuideEntry } from './guide-content.ts'

/** A text as Markdown shows it letter by letter: whatever would be markup is escaped, also where it stands at the start of a line. */
export function markdownText(text: string): string {
  return inlineText(text)
    .replace(/^(\s*)([-+])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
}

/** The same behind other words, where nothing begins a list. */
function inlineText(text: string): string {
  return visibleText(text).replace(/[\\`*_{}[\]<>|~#&]/g, (mark) => `\\${mark}`)
}

/** A block in Markdown (Markdown的一块); undefined for a picture, which text has none of. */
export function markdownBlock(block: GuideBlock): string | undefined {
  switch (block.kind) {
    case 'text': {
      const text = markdownText(block.text)
      return block.tone === 'lead' ? `**${text}**` : block.tone === 'alert' ? `> **${text}**` : text
    }
    case 'entries': {
      const title = block.title === undefined ? [] : [`### ${markdownText(block.title)}`]
      const hint = block.hint === undefined ? [] : [markdownText(block.hint)]
      const entries = block.entries.map((entry, index) => entryLines(entry, markOf(block.marks, index), '').join('\n'))
      return [...title, ...hint, ...(entries.length === 0 ? [] : [entries.join('\n')])].join('\n\n')
    }
    case 'table':
      return tableLines(block)
    case 'picture':
      return undefined
  }
}

function markOf(marks: 'box' | 'number' | 'none', index: number): string {
  return marks === 'box' ? '- [ ] ' : marks === 'number' ? `${index + 1}. ` : '- '
}

function entryLines(
  { name, tag, when, details, inner = [] }: GuideEntry,
  mark: string,
  indent: string,
): readonly string[] {
  const remarks = [...(tag === undefined ? [] : [tag.word]), ...(when === undefined ? [] : [`仅限：${when}`])]
  const behind = remarks.length === 0 ? '' : `（${inlineText(remarks.join('；'))}）`
  const deeper = `${indent}${mark.startsWith('- ') ? '  ' : ' '.repeat(mark.length)}`
  return [
    `${indent}${mark}${markdownText(name)}${behind}`,
    ...details.map(
      ({ label, text }) =>
        `${deeper}- ${label === '' ? markdownText(text) : `${markdownText(label)}：${inlineText(text)}`}`,
    ),
    ...inner.flatMap((entry) => entryLines(entry, mark.startsWith('- [') ? '- [ ] ' : '- ', deeper)),
  ]
}

function tableLines({ caption, head, rows }: Extract<GuideBlock, { readonly kind: 'table' }>): string {
  const width = Math.max(head.length, ...rows.map((row) => row.length))
  const heads = head.length > 0 ? head : Array.from({ length: width }, () => '')
  const line = (cells: readonly string[]) => `| ${cells.map(inlineText).join(' | ')} |`
  const table = [line(heads), `|${' --- |'.repeat(width)}`, ...rows.map(line)]
  return [`### ${markdownText(caption)}`, table.join('\n')].join('\n\n')
}
