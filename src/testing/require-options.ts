import { nearestWord } from '../syntax/suggest.ts'

/**
 * Makes sure that a matcher knows every option it was given (核对断言的选项); throws a TypeError for others: one that is
 * misspelt would be passed over, and the test would prove something else.
 */
export function requireOptions(options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue
    const guess = nearestWord(name, known)
    const meant = guess === undefined ? '' : `，是不是“${guess}”？`
    throw new TypeError(`断言没有选项“${name}”${meant === '' ? '；' : meant}可以写：${known.join('、')}`)
  }
}
