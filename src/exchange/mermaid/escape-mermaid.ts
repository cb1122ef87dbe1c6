/** What Mermaid or the page around it would read as its own, told by number; the rest stays as people read it. */
const SPECIAL = /["#&<>`%\\;*_~|[\]{}]|^(?=\d+[.)])\d+|^[-+]/gu

/** A text between quotation marks in a Mermaid diagram (转义): nothing in it is markup, markdown, a comment or a directive. */
export function escapeMermaid(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(SPECIAL, (found) => [...found].map((character) => `#${character.codePointAt(0) ?? 0};`).join(''))
}
