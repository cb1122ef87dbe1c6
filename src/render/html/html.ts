import { printable, showUnsafe } from '../../diagnostics/printable.ts'

/** Markup that is safe to put into a page (网页片段): only {@link html} makes it, and it escapes every text. */
export interface Html {
  readonly markup: string
}

/** What can stand in markup: texts are escaped, null and undefined leave nothing. */
export type Content = Html | string | number | null | undefined | readonly Content[]

/** Writes markup. Line ends with the blanks after them are for the author only and go away. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const fixed = compact(parts)
  let markup = fixed[0] ?? ''
  contents.forEach((content, index) => {
    markup += write(content) + (fixed[index + 1] ?? '')
  })
  return { markup }
}

/** Markup that holds no text from outside: the style and the script of the page. */
export function verbatim(markup: string): Html {
  return { markup }
}

const compacted = new WeakMap<TemplateStringsArray, readonly string[]>()

function compact(parts: TemplateStringsArray): readonly string[] {
  const known = compacted.get(parts) ?? parts.map((part) => part.replace(/\n\s*/g, ''))
  compacted.set(parts, known)
  return known
}

function write(content: Content): string {
  if (content === null || content === undefined) return ''
  if (typeof content === 'number') return String(content)
  if (typeof content === 'string') return escapeText(content)
  return 'markup' in content ? content.markup : content.map(write).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/**
 * A text as a page shows it (看得见的文字). Characters that turn the reading order are shown by their numbers, so that a name
 * cannot disguise itself.
 */
export function visibleText(text: string): string {
  return printable(text).replace(/[\u061c\u200e\u200f]/g, showUnsafe)
}
