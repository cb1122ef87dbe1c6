import { hashText } from '../../graph/hash-text.ts'
import { SYLLABLES } from './pinyin-table.ts'

/** The longest id that is made of a name. Unit: letters. */
const LONGEST = 60

const READINGS = new Map(
  Object.entries(SYLLABLES).flatMap(([syllable, characters]) =>
    Array.from(characters, (character) => [character, syllable] as const),
  ),
)

/**
 * The id of a name (名称的标识), for programs: 经营面积 → `jingYingMianJi`. It follows from the name alone, so it stays when others
 * come and go. A long name is cut and gets a mark of its own; so does one of which nothing can be read.
 */
export function idOf(name: string): string {
  const words = wordsOf(name)
  const length = words.reduce((sum, word) => sum + word.length, 0)
  if (length > 0 && length <= LONGEST) return join(words)
  let kept = 0
  const first = words.filter((word) => {
    kept += word.length
    return kept <= LONGEST - 8
  })
  return `${join(first.length === 0 ? ['x'] : first)}_${markOf(name)}`
}

/** The same as the name of a type (类型名): `JingYingMianJi`. */
export function typeNameOf(name: string): string {
  return idOf(name).split('_').map(raised).join('')
}

/**
 * An id for every name (一组名称的标识). Of names that are read the same, the first keeps the plain id, the others get a mark.
 * `idFor` makes the id of one name.
 */
export function idsOf(names: readonly string[], idFor: (name: string) => string = idOf): ReadonlyMap<string, string> {
  return apart(names, idFor, (id, mark) => `${id}_${mark}`)
}

/** A type name for every name (一组名称的类型名), no two the same. */
export function typeNamesOf(names: readonly string[]): ReadonlyMap<string, string> {
  return apart(names, typeNameOf, (id, mark) => id + raised(mark))
}

function apart(
  names: readonly string[],
  idFor: (name: string) => string,
  marked: (id: string, mark: string) => string,
): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const ids = new Map<string, string>()
  for (const name of new Set(names)) {
    const plain = idFor(name)
    let id = plain
    for (let round = 1; taken.has(id); round++) id = marked(plain, markOf(name.repeat(round)))
    taken.add(id)
    ids.set(name, id)
  }
  return ids
}

/** Letters and figures as they are, every Chinese character as its reading, other characters as their numbers; marks part words. */
function wordsOf(name: string): readonly string[] {
  return Array.from(name.normalize('NFKC').matchAll(/[A-Za-z]+|\d+|\p{L}/gu), ([part]) => {
    const reading = READINGS.get(part)
    if (reading !== undefined) return reading
    return /^[A-Za-z\d]/.test(part) ? part : `u${part.codePointAt(0)?.toString(16).toUpperCase() ?? ''}`
  })
}

function join(words: readonly string[]): string {
  const id = words.map((word, index) => (index === 0 ? lowered(word) : raised(word))).join('')
  return /^\d/.test(id) ? `n${id}` : id
}

function lowered(word: string): string {
  return /^[A-Z]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1)
}

function raised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Letters only: what makes types of schemas changes letters that stand behind figures. */
function markOf(name: string): string {
  return Array.from(hashText(name).slice(0, 6), (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16))).join(
    '',
  )
}
