import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { CONSTRUCTS } from '../../src/syntax/constructs.ts'
import { foldWord } from '../../src/syntax/fold.ts'
import { KEYWORDS, keywordNumber, parentsOf } from '../../src/syntax/keyword-table.ts'
import { syllableOf } from '../../src/syntax/pinyin.ts'
import { ValueParser } from '../../src/syntax/values/value-parser.ts'
import { expectGolden } from '../support/golden.ts'
import { exampleSources } from '../support/syntax-examples.ts'
import { pinyinData, traditionalData } from '../support/syntax-generated.ts'
import { ebnf, keywordsJson } from '../support/syntax-grammar.ts'

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url))

/** Constructs that an author meets at the same place, where a slip of the pen could take one for the other. */
const siblings = KEYWORDS.rows.map(({ construct, members }) => ({
  place: construct.keyword,
  keywords: [...new Set(members.flatMap((member) => [member.construct.keyword, ...(member.construct.aliases ?? [])]))],
}))

describe('what is generated from the constructs', () => {
  it.each([
    ['grammar/keywords.json', keywordsJson],
    ['grammar/zw.ebnf', ebnf],
    ['src/syntax/pinyin-data.ts', pinyinData],
    ['src/syntax/traditional-data.ts', traditionalData],
  ])('%s is fresh', (file, generate) => {
    expectGolden(path(file), generate())
  })

  it('is a grammar that Chevrotain finds nothing wrong with', () => {
    expect(() => new ValueParser(false)).not.toThrow()
  })
})

describe('the keyword table', () => {
  it('has no two keywords at one place that sound the same', () => {
    for (const { place, keywords } of siblings) {
      const sounds = keywords.map((keyword) => pinyin(keyword, { toneType: 'none' }))
      expect(
        keywords.filter((_, at) => sounds.indexOf(sounds[at] ?? '') !== at),
        `under ${place}`,
      ).toEqual([])
    }
  })

  it('has no two official keywords of three or more characters that differ in one', () => {
    const words = [...new Set(CONSTRUCTS.map(({ keyword }) => keyword).filter((keyword) => keyword.length >= 3))]
    const twins = words.flatMap((a, i) => words.slice(i + 1).flatMap((b) => (differInOne(a, b) ? [`${a}/${b}`] : [])))
    expect(twins).toEqual([])
  })

  it('uses no word both for an entry and for an attribute of its siblings (ruling 27)', () => {
    const clashes = CONSTRUCTS.flatMap((entry) =>
      entry.role !== 'entry'
        ? []
        : CONSTRUCTS.filter(
            (other) =>
              other.role === 'attribute' &&
              other.keyword === entry.keyword &&
              siblingsOf(entry.id).some((sibling) => parentsOf(other, CONSTRUCTS).includes(sibling)),
          ).map((other) => `${entry.id} and ${other.id}`),
    )
    expect(clashes).toEqual([])
  })

  it('reads each keyword in its traditional form, in full width and with blanks inside', () => {
    for (const { keyword, hant } of CONSTRUCTS) {
      const meanings = meaningsOf(keyword)
      expect(
        meanings.some((row) => row !== undefined),
        keyword,
      ).toBe(true)
      for (const spelling of [hant, [...keyword].join('\u3000'), [...hant].join(' ')]) {
        expect(meaningsOf(spelling), spelling).toEqual(meanings)
      }
      expect(foldWord(hant), hant).toBe(foldWord(keyword))
    }
  })

  it('gives each keyword the syllables that it is spoken with', () => {
    for (const { keyword, pinyin: syllables } of CONSTRUCTS) {
      expect(
        syllables.split(' ').map((one) => one.replace('lü', 'lv')),
        keyword,
      ).toHaveLength(keyword.length)
    }
    expect(syllableOf('审')).toBe('shen')
    expect(syllableOf('鑫')).toBeUndefined()
  })

  it('has an example for each construct, in examples/ or in the manual', () => {
    const texts = [...exampleSources(), ...manualPages()].map(({ text }) => text)
    const used = new Set(texts.flatMap((text) => text.split('\n').map((line) => line.replace(/[:：].*$/, '').trim())))
    expect(CONSTRUCTS.map(({ keyword }) => keyword).filter((keyword) => !used.has(keyword))).toEqual([])
  })
})

/** What a spelling stands for under each construct. */
function meaningsOf(spelling: string): readonly (string | undefined)[] {
  const number = keywordNumber(spelling, 0, spelling.length)
  return KEYWORDS.rows.map(({ children }) => children[number]?.construct.id)
}

/** The examples of the manual as one text a page. */
function manualPages(): readonly { readonly text: string }[] {
  return readdirSync(path('docs/language'))
    .map((page) => readFileSync(path(`docs/language/${page}`), 'utf8'))
    .map((page) => ({
      text: [...page.matchAll(/^```zw[^\n]*\n([\s\S]*?)^```$/gm)].map(([, block]) => block).join('\n'),
    }))
}

/** What may stand beside an entry: the other members of its parents. */
function siblingsOf(id: string): readonly string[] {
  return KEYWORDS.rows
    .filter(({ members }) => members.some(({ construct }) => construct.id === id))
    .flatMap(({ members }) => members.map(({ construct }) => construct.id))
}

function differInOne(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((character, at) => character !== b[at]).length === 1
}
