import { foldKey } from '../syntax/fold.ts'
import { CommandFailure } from './command-failure.ts'
import { nearest } from './nearest.ts'

/** What kind of thing a command names, and what it is told where no name is like the one written. */
interface Kind {
  readonly word: string
  readonly otherwise: (names: readonly string[]) => string
}

/** What a command names, width and blanks apart (按名称查找); a name that is not there is answered with those most like it. */
export function findNamed<T>(name: string, entries: ReadonlyMap<string, T>, { word, otherwise }: Kind): T {
  const key = foldKey(name)
  const names = [...entries.keys()]
  const found = entries.get(name) ?? entries.get(names.find((each) => foldKey(each) === key) ?? '')
  if (found !== undefined) return found
  if (names.length === 0) throw new CommandFailure(`找不到“${name}”：这些文件里没有${word}`)
  throw new CommandFailure(`没有名为“${name}”的${word}${guessNamed(name, names) ?? otherwise(names)}`)
}

/** Which names were probably meant (是不是…？): those that have the word in them, else those most like it; undefined where none is. */
export function guessNamed(name: string, names: readonly string[]): string | undefined {
  const key = foldKey(name)
  const close = names.filter((each) => foldKey(each).includes(key))
  const guesses = (close.length > 0 ? close : nearest(name, names)).slice(0, 3)
  return guesses.length === 0 ? undefined : `，是不是${guesses.map((each) => `“${each}”`).join('、')}？`
}
