import type { SourceFile } from '../../src/base/source-file.ts'
import type { Span } from '../../src/base/span.ts'
import { parseObserved } from '../../src/syntax/parse.ts'
import { allNodes } from './syntax-tree-text.ts'

/** A line that is neither in the tree nor under a finding; there must be none. */
export interface LostLine {
  readonly number: number
  readonly text: string
}

/** What looks like a comment to anyone: its marks, whatever stands before them. */
const COMMENT_MARK = /#|＃|※|\/\/|／／|[注註]/

/** Numbering and bullets before a row, which the language takes no notice of. */
const DECORATION = /^(?:[\s•·●■▪◆○□*—–-]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[①-⑳])+/u

/** Anything but the marks that draw tables and stand for nothing. */
const HOLDS_CONTENT = /[^|｜￨\u2500-\u257f\s\p{Cf}\p{Cc}\p{Mn}ㅤﾠ+:：=＝。；;/／—–―－─‐‑‒﹣−-]/u

/**
 * The lines of a text that parsing lost in silence (没有声音的丢失). Comments are lines with a comment mark, or the broken
 * tails of such lines; separators and blank lines hold nothing to lose.
 */
export function lostLines(source: SourceFile): readonly LostLine[] {
  const kept: Span[] = []
  const toFind: { number: number; span: Span }[] = []
  const tree = parseObserved(source, (line, use) => {
    const span = { start: line.content, end: line.end }
    const text = source.text.slice(span.start, span.end)
    if (use.use === 'empty' && text.replace(/[\s\p{Cf}\p{Cc}\p{Mn}ㅤﾠ]/gu, '') === '') return
    if (use.use === 'separator' && /^[-—–―－─‐‑‒﹣−=＝_＿━═\s\p{Cf}\p{Cc}\p{Mn}ㅤﾠ]+$/u.test(text)) return
    if (use.use === 'comment' && COMMENT_MARK.test(text)) return
    if (use.use === 'continuation' && use.node === undefined) return
    // The heads of a table say what its rows are; lines that draw its grid and rows without content hold nothing.
    if (use.use === 'table' && (use.part === 'heads' || !HOLDS_CONTENT.test(text.replace(DECORATION, '')))) return
    toFind.push({ number: line.number, span })
  })
  for (const { labels } of tree.diagnostics) kept.push(labels[0].origin.span)
  for (const { keyword, valueSpan, table } of allNodes(tree)) {
    kept.push(keyword, valueSpan)
    if (table !== undefined) kept.push(table.span)
  }
  return toFind
    .filter(({ span }) => !kept.some(({ start, end }) => start < span.end && end > span.start))
    .map(({ number, span }) => ({ number, text: source.text.slice(span.start, span.end) }))
}
