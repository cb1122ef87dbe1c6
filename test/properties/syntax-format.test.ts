import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { printMatters } from '../../src/compile/print/matter.ts'
import { withoutOrigins } from '../../src/model/write-model-json.ts'
import { foldWord } from '../../src/syntax/fold.ts'
import { formatSource } from '../../src/syntax/format.ts'
import { parse, parseObserved } from '../../src/syntax/parse.ts'
import { sameMeaning } from '../../src/syntax/same-meaning.ts'
import { anyMatter } from '../support/arbitrary-matter.ts'
import { checkKeeping, keptTexts, LAW_RUNS } from '../support/kept-cases.ts'
import { anyText } from '../support/syntax-arbitraries.ts'
import { exampleSources } from '../support/syntax-examples.ts'
import { tableLines } from '../support/syntax-table-lines.ts'
import { printTree } from '../support/syntax-tree-text.ts'
import { fileTrivia, type Trivia, trivia, withTrivia } from '../support/syntax-trivia.ts'

/** Texts that once came out of the formatter otherwise than they should, as shrunk. */
const CASES = join(import.meta.dirname, 'format-cases')

const asSource = (text: string) => ({ uri: 'format.zw', text })
const format = (text: string) => formatSource(asSource(text))
const treeOf = (text: string) => parse(asSource(text))

/** The lines that say something, without the blanks that place them and that align their cells. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.replace(/ +/g, ' ').trim())
  return lines.filter((line) => line !== '')
}

/** The codes of errors, but for the bar at the end of a row, which is put where it lacks. */
function errorsOf(text: string): ReadonlySet<string> {
  const errors = treeOf(text).diagnostics.filter(({ severity }) => severity === 'error')
  return new Set(errors.map(({ code }) => code).filter((code) => code !== 'ZW1008'))
}

/** The comments of a text in order, lines that an editor broke joined, blanks aside. */
function commentsOf(text: string): readonly string[] {
  const comments: string[] = []
  parseObserved(asSource(text), ({ content, end }, use) => {
    const line = foldWord(text, content, end)
    if (use.use === 'comment') comments.push(line)
    else if (use.use === 'continuation' && use.node === undefined) comments.push(`${comments.pop() ?? ''}${line}`)
  })
  return comments
}

describe('any text at all', () => {
  function expectLawful(text: string): void {
    const formatted = format(text)
    // It was laid out, not left alone because its layout would change the meaning.
    expect(formatted).toMatch(/^$|[^\n]\n$/)
    expect(formatted).not.toMatch(/^\n|\n{3}/)
    for (const lineEnd of ['\r', '\u000b', '\u000c', '\u0085', '\u2028']) expect(formatted).not.toContain(lineEnd)
    expect(format(formatted)).toBe(formatted)
    expect(sameMeaning(treeOf(formatted), treeOf(text))).toBe(true)
    expect(commentsOf(formatted)).toEqual(commentsOf(text))
    expect(errorsOf(formatted)).toEqual(errorsOf(text))
  }

  test('is laid out once and for all, and keeps its meaning, its errors and its comments', () => {
    checkKeeping(CASES, fc.oneof({ weight: 2, arbitrary: anyText }, { weight: 1, arbitrary: tableLines }), expectLawful)
  })

  test.each(keptTexts(CASES))('so is %s', (_, text) => {
    expectLawful(text)
  })
})

describe('a text without errors', () => {
  const examples = exampleSources().map((source) => formatSource(source))
  const printed = anyMatter.map((matter) => printMatters([matter]))
  const canonical = fc.oneof(
    { weight: 1, arbitrary: printed },
    { weight: 3, arbitrary: fc.constantFrom(...examples.filter((text) => text.length < 2500)) },
  )
  const someTrivia = fc.array(trivia, { minLength: 1, maxLength: 40 })

  test('in canonical layout stays as it is, and comes back whatever blanks, line ends, colons, numbers and blank lines stand in it, with each comment in its place', () => {
    fc.assert(
      fc.property(canonical, someTrivia, fileTrivia, (text, each: readonly Trivia[], file) => {
        expect(format(text)).toBe(text)
        const written = withTrivia(linesOf(text), each, file)
        expect(linesOf(format(written.text))).toEqual(linesOf(written.expected))
      }),
      { numRuns: LAW_RUNS },
    )
  })
})

/** Pieces of cells with the columns that they take on a screen. */
const WIDTHS: Readonly<Record<string, number>> = {
  材料: 4,
  '复印件。': 8,
  A4: 2,
  '“': 1,
  '→': 1,
  '（': 2,
  ｱ: 1,
  'e\u0301': 1,
  '证\u200b书': 4,
  '\u{1f600}': 2,
  '\u{20000}': 2,
  한글: 4,
  说明: 4,
  备注: 4,
  甲: 2,
}
const PIECE = new RegExp(`${Object.keys(WIDTHS).join('|')}|.`, 'gu')

/** Where the bars of a line stand on a screen. */
function barsIn(line: string): readonly number[] {
  const bars: number[] = []
  let column = 0
  for (const [piece] of line.matchAll(PIECE)) {
    if (piece === '｜') bars.push(column)
    column += piece === '｜' ? 2 : (WIDTHS[piece] ?? 1)
  }
  return bars
}

const cell = fc.array(fc.constantFrom(...Object.keys(WIDTHS)), { maxLength: 5 }).map((pieces) => pieces.join(''))

/** A row of cells that is no head: those begin with 材料, after empty cells too. */
const cells = fc.tuple(cell, cell, cell).map((row) => {
  const first = row.findIndex((text) => text !== '')
  return row.map((text, i) => (i === first ? text.replace(/^材料/, '甲材料') : text))
})

/** Rows of 材料, 说明 and 备注; a short one lacks its last cells. */
const rows = fc.array(
  fc.record({
    cells,
    length: fc.constantFrom(3, 3, 3, 3, 2, 1),
    blanks: fc.constantFrom('', ' ', '\u3000'),
    before: fc.constantFrom('', '', '\n'),
  }),
  { minLength: 1, maxLength: 6 },
)

describe('tables', () => {
  test('have their bars below each other, however wide their characters, and keep every cell', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('bars', 'tabs'), (table, style) => {
        const lines = [{ cells: ['材料', '说明', '备注'], length: 3, blanks: '', before: '' }, ...table].map(
          ({ cells, length, blanks, before }) => {
            const texts = cells
              .slice(0, style === 'tabs' ? Math.max(2, length) : length)
              .map((text) => `${blanks}${text}${blanks}`)
            return before + (style === 'tabs' ? texts.join('\t') : `|${texts.join('|')}|`)
          },
        )
        const text = `语言版本：1\n事项：甲\n申请材料：\n${lines.join('\n')}\n`
        const formatted = format(text)
        expect(format(formatted)).toBe(formatted)
        expect(sameMeaning(treeOf(formatted), treeOf(text))).toBe(true)
        const [heads = [], ...others] = formatted
          .split('\n')
          .map(barsIn)
          .filter((bars) => bars.length > 0)
        expect(heads).toHaveLength(4)
        for (const bars of others) expect(bars).toEqual(heads.slice(0, bars.length))
      }),
      { numRuns: LAW_RUNS },
    )
  })
})

/** Names as real ones are: with operators, marks and digits of the language in them. */
const FACTS = [
  '经营面积',
  '或有负债',
  '且末县户籍',
  '非公有制企业',
  '3个月内变更',
  '负责人（法定代表人）',
  '设备、布局',
  '自然人A',
]
const OPTIONS = ['餐饮', '食堂、小餐桌', '甲或乙', '餐饮且外送']

interface Term {
  readonly negated: boolean
  readonly fact: string
  readonly tail: string
}

const term: fc.Arbitrary<Term> = fc.record({
  negated: fc.boolean(),
  fact: fc.constantFrom(...FACTS),
  tail: fc.constantFrom(
    '',
    '为 是',
    '为 否',
    '150以上',
    '不满50',
    '≥ 3',
    '为 餐饮',
    '属于 餐饮、甲或乙',
    '为 食堂、小餐桌',
  ),
})
const joined = fc.array(fc.tuple(fc.constantFrom(' 且 ', ' 或 ', '且', '或', ' 并且 '), term), { maxLength: 3 })
const conditions = fc.tuple(term, joined).map(([first, rest]) => (bracket: (name: string) => string) => {
  const one = ({ negated, fact, tail }: Term) => `${negated ? '非' : ''}${bracket(fact)}${tail}`
  return one(first) + rest.map(([word, each]) => word + one(each)).join('')
})

/** A matter with one condition, the names that it may use, and others. */
function matterWith(condition: string, others: readonly string[] = []): string {
  const facts = [...FACTS, ...others].map((fact) => `  信息：${fact}\n    类型：是否`)
  const options = `  信息：业态\n    类型：枚举\n    取值：${OPTIONS.map((name) => `【${name}】`).join('、')}`
  return `语言版本：1\n事项：甲\n申报信息：\n${facts.join('\n')}\n${options}\n情形：乙\n  当：${condition}\n`
}

const conditionOf = (text: string) => /^ {2}当：(.*)$/m.exec(text)?.[1]
const bracketed = (name: string) => `【${name}】`

/** How the condition is read. */
const readingOf = (text: string) =>
  printTree(treeOf(text))
    .split('\n')
    .find((line) => line.trim().startsWith('when '))

function modelOf(text: string): unknown {
  return withoutOrigins([...compile([asSource(text)]).matters.values()].map(({ matter }) => matter))
}

describe('names in conditions', () => {
  test('get their 【】 where they are read as names, and none where the reading is in doubt', () => {
    fc.assert(
      fc.property(conditions, (write) => {
        const bare = matterWith(write((name) => name))
        const full = matterWith(write(bracketed))
        const formatted = format(bare)
        expect(modelOf(formatted)).toEqual(modelOf(bare))
        if (errorsOf(bare).size > 0) expect(conditionOf(formatted)).toBe(conditionOf(bare))
        else if (sameMeaning(treeOf(bare), treeOf(full))) {
          const quoted = full.replaceAll('食堂、小餐桌\n', '【食堂、小餐桌】\n')
          expect([format(full), format(quoted)]).toContain(formatted)
        }
      }),
      { numRuns: LAW_RUNS },
    )
  })

  test('are read the same thereafter whatever names come, or refused where a number or an option has become one', () => {
    const others = fc.uniqueArray(
      fc.array(fc.constantFrom('经营', '面积', '或', '且', '非', '有', '餐饮', '150', '以上', '自然人'), {
        minLength: 2,
        maxLength: 4,
      }),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(conditions, others, (write, names) => {
        const text = format(matterWith(write((name) => name)))
        fc.pre(errorsOf(text).size === 0)
        const later = names.map((parts) => parts.join('')).filter((name) => !FACTS.includes(name))
        const grown = matterWith(conditionOf(text) ?? '', later)
        if (errorsOf(grown).size === 0) expect(readingOf(grown)).toBe(readingOf(text))
      }),
      { numRuns: LAW_RUNS },
    )
  })
})
