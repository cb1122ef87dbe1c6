import { CONSTRUCTS } from '../../src/syntax/constructs.ts'
import * as lexicon from '../../src/syntax/values/lexicon.ts'
import * as words from '../../src/syntax/words.ts'

/** Every word of the language itself: keywords, aliases, enumeration words and the words of the value grammars. */
export function vocabulary(): readonly string[] {
  return [
    ...CONSTRUCTS.flatMap(({ keyword, aliases = [] }) => [keyword, ...aliases]),
    ...Object.values(words).flatMap((list) => Object.values(list).flat()),
    ...Object.values(lexicon).flatMap((list) => (Array.isArray(list) ? list : Object.keys(list))),
    '注',
  ]
}
