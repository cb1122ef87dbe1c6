/** What nobody sees, and what ends a line. */
const UNSEEN = String.raw`\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u1680\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\uffff`
const BLANKS = new RegExp(`[${UNSEEN}]+`, 'g')

/** Longest name that is taken over. Unit: characters. */
const LONGEST = 60

/** A text from outside as one line (一行文字): blanks and line ends of all kinds become one blank, or none between Chinese letters. */
export function plainLine(text: string): string {
  const joined = text
    .replace(/\p{Surrogate}/gu, '')
    .replace(BLANKS, ' ')
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .trim()
  return /^[。｡；;﹔]$/.test(joined) ? '' : joined
}

/** A text from outside as a name: one line, not too long, no mark at its end, without the brackets that lists put around names. */
export function plainName(text: string): string {
  const line = plainLine(text.replace(/[【】]/g, ' ')).replace(/[。｡；;﹔、､﹑，,﹐？?！!：:]+$/u, '')
  const name = [...line].slice(0, LONGEST).join('')
  return plainLine(name)
}

/** Gives out names, each only once: what is asked for again gets a number. */
export function createNaming(): (wanted: string, otherwise: string) => string {
  const taken = new Set<string>()
  return (wanted, otherwise) => {
    const base = plainName(wanted) || otherwise
    let name = base
    for (let next = 2; taken.has(name); next++) name = `${base}${next}`
    taken.add(name)
    return name
  }
}
