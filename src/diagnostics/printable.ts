/**
 * A text made safe to print (可显示的文字): control characters, which could steer a terminal, become pictures (␛), and
 * characters that show nothing but can turn the reading order become visible (`<U+202E>`).
 */
export function printable(text: string): string {
  return UNSAFE.test(text) ? text.replace(EACH_UNSAFE, showUnsafe) : text
}

/** Shows one character that would print nothing: ␉, `<U+200B>`. */
export function showUnsafe(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
const EACH_UNSAFE = new RegExp(UNSAFE, 'gu')
