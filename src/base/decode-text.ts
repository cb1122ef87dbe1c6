/** A text and the encoding it was found to be in (文件编码). */
export interface DecodedText {
  readonly text: string
  readonly encoding: 'UTF-8' | 'GB18030' | 'UTF-16'
}

/**
 * Reads bytes as text: UTF-8 strictly, else UTF-16 where its mark says so, else GB18030, which Windows editors call ANSI.
 * Undefined where they are none of these, as with pictures and archives.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  if (mark !== '') return decodeAs(mark, 'UTF-16', bytes)
  if (bytes.includes(0)) return undefined
  return decodeAs('utf-8', 'UTF-8', bytes) ?? decodeAs('gb18030', 'GB18030', bytes)
}

function decodeAs(label: string, encoding: DecodedText['encoding'], bytes: Uint8Array): DecodedText | undefined {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding }
  } catch {
    return undefined
  }
}
