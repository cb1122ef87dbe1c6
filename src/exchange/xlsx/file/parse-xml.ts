import { Parser } from 'saxen'
import { Unreadable } from './unreadable.ts'

/** What happens while XML is read from start to end (读到的标签和文字). Names are without their prefixes: `x:row` is `row`. */
export interface XmlEvents {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** A reader of XML that is given its bytes piece by piece (逐段读XML). */
export interface XmlReader {
  readonly write: (piece: Uint8Array) => void
  readonly end: () => void
}

/**
 * Most bytes between two tags. A cell holds far less, and the parser goes over what it has not finished again and again.
 */
const LONGEST_WITHOUT_TAG = 4_000_000

/** Starts reading a file of an archive as XML. */
export function readXml(file: string, { open, close, text }: XmlEvents): XmlReader {
  const fail = () => {
    throw new Unreadable(`“${file}”不是正确的XML`)
  }
  const decoder = new TextDecoder()
  let sinceTag = 0
  const parser = new Parser()
  parser.on('error', fail)
  parser.on('openTag', (name, attributes, decode) => {
    sinceTag = 0
    open(localName(name), decoded(attributes(), decode))
  })
  parser.on('closeTag', (name) => {
    sinceTag = 0
    close?.(localName(name))
  })
  if (text !== undefined) {
    parser.on('text', (written, decode) => text(decode(written)))
    parser.on('cdata', text)
  }
  return {
    write: (piece) => {
      sinceTag += piece.length
      parser.write(decoder.decode(piece, { stream: true }))
      if (sinceTag > LONGEST_WITHOUT_TAG) fail()
    },
    end: () => {
      parser.write(decoder.decode())
      if (parser.end() !== null) fail()
    },
  }
}

/** Only few attributes of a workbook have entities: names of sheets, formats of numbers. */
function decoded(
  attributes: Readonly<Record<string, string>>,
  decode: (text: string) => string,
): Readonly<Record<string, string>> {
  const values = Object.values(attributes)
  if (!values.some((value) => value.includes('&'))) return attributes
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decode(value)]))
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
