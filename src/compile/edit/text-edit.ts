/** One stretch of a text that says something else (文本改动); an empty stretch is a place where something is put in. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text with its edits; undefined where two of them touch the same words. What is put in at one place keeps its order. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  let done = 0
  let written = ''
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < done) return undefined
    written += text.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return written + text.slice(done)
}
