import { describe, expect, test } from 'vitest'
import * as terms from '../../../src/model/terms.ts'
import { CONSTRUCTS } from '../../../src/syntax/constructs.ts'
import * as words from '../../../src/syntax/words.ts'

const termLists = new Map<string, object>(Object.entries(terms))
const wordLists = Object.entries(words)

describe('the words that values are read with are those of the model', () => {
  test.each(wordLists)('%s', (name, list) => {
    const officialWords = Object.fromEntries(Object.entries(list).map(([id, [official]]) => [id, official]))
    expect(termLists.get(name)).toEqual(officialWords)
  })

  test('every construct with a word list uses one of these', () => {
    const lists = new Set<object>(wordLists.map(([, list]) => list))
    const used = CONSTRUCTS.flatMap(({ id, value }) => ('words' in value ? [{ id, list: value.words }] : []))
    expect(used.length).toBeGreaterThan(15)
    expect(used.filter(({ list }) => !lists.has(list))).toEqual([])
  })

  test('压减时限 and its kin are the subjects of targets', () => {
    const subjects = CONSTRUCTS.flatMap(({ id, value }) => (value.kind === 'goal' ? [id.slice('target.'.length)] : []))
    expect(subjects.sort()).toEqual(Object.keys(terms.TARGET_SUBJECTS).sort())
  })
})
