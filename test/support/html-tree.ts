/** An element of a page, as far as tests ask about it. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

const VOID = new Set(['meta', 'input', 'br', 'rect', 'line', 'path', 'circle', 'col', 'img'])
const TOKEN = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?:\s[^<>"]+(?:="[^"<>]*")?)*)\s*(\/?)>|[^<]+/y

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

/** Reads a page strictly: every element is closed where it must be, every attribute quoted. Throws where it is not. */
export function readHtml(text: string): Element {
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  const top = () => open.at(-1) ?? root
  for (let at = 0; at < text.length; ) {
    const raw = ['style', 'script'].includes(top().name) ? text.indexOf(`</${top().name}>`, at) : at
    if (raw > at) {
      top().children.push(text.slice(at, raw))
      at = raw
    }
    TOKEN.lastIndex = at
    const [token, closing, name, written = ''] = TOKEN.exec(text) ?? []
    if (token === undefined) throw new Error(`No markup: ${text.slice(at, at + 80)}`)
    at += token.length
    if (name === undefined) {
      if (!token.startsWith('<!')) top().children.push(readEntities(token))
    } else if (closing === '/') {
      const closed = open.pop()
      if (closed?.name !== name) throw new Error(`</${name}> closes <${closed?.name}>`)
    } else {
      const attributes = Object.fromEntries(
        Array.from(written.matchAll(/([^\s=]+)(?:="([^"]*)")?/g), ([, key = '', value = '']) => [
          key,
          readEntities(value),
        ]),
      )
      const element: Open = { name, attributes, children: [] }
      top().children.push(element)
      if (!VOID.has(name)) open.push(element)
    }
  }
  if (open.length > 1) throw new Error(`<${top().name}> is not closed`)
  return root
}

/** All elements of a name below an element, in the order of the page. */
export function elementsOf(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elementsOf(child, name)],
  )
}

/** The text of an element as it is read. */
export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function readEntities(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const character = ENTITIES[name]
    if (character === undefined) throw new Error(`No entity: ${whole}`)
    return character
  })
}
