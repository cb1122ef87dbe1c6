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

/** Starts reading a file of an archive as XML. */
export function readXml(file: string, { open, close, text }: XmlEvents): XmlReader {
  const fail = () => {
    throw new Unreadable(`“${file}”不是正确的XML`)
  }
  const decoder = new TextDecoder()
  const parser = new Parser()
  parser.on('error', fail)
  parser.on('openTag', (name, attributes) => open(localName(name), attributes()))
  if (close !== undefined) parser.on('closeTag', (name) => close(localName(name)))
  if (text !== undefined) {
    parser.on('text', (written, decode) => text(decode(written)))
    parser.on('cdata', text)
  }
  return {
    write: (piece) => void parser.write(decoder.decode(piece, { stream: true })),
    end: () => {
      parser.write(decoder.decode())
      if (parser.end() !== null) fail()
    },
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
