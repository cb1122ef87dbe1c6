/** What XML 1.0 cannot hold at all, escaped or not. */
const UNFIT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** A text as XML can hold it (XML里的文字): characters that it has no place for become �; blanks of all kinds stay what they are. */
export function xmlText(text: string): string {
  return text.replace(UNFIT, '\ufffd').replace(/[\t\n\r]/g, ' ')
}

/** A part of the model as JSON that XML can hold without a change. */
export function xmlJson(part: unknown): string {
  return JSON.stringify(part).replace(/[\u007f-\uffff]/g, (letter) => (isPlain(letter) ? letter : numbered(letter)))
}

/** Letters that every tool leaves as they are; line separators and unseen ones are written as numbers. */
function isPlain(letter: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) || /[\ud800-\udfff]/.test(letter)
}

function numbered(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}
