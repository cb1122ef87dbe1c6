import fc from 'fast-check'
import { CONSTRUCTS } from '../../src/syntax/constructs.ts'
import { exampleSources } from './syntax-examples.ts'
import { PASTES } from './syntax-pastes.ts'

/** How often a fuzz property runs: much in the CI, less at a desk. */
export const FUZZ_RUNS = process.env['CI'] === undefined ? 2000 : 20_000

const texts = exampleSources().map(({ text }) => text)
const keywords = CONSTRUCTS.flatMap(({ keyword, hant, aliases = [] }) => [keyword, hant, ...aliases])
const lines = texts.flatMap((text) => text.split('\n'))

const FRAGMENTS = [
  ...['：', ':', ' ： ', '\t', ' ', '　', '\u00a0', '\u200b', '\ufeff', '\u202e', '、', '，', '。', '；', '“', '”'],
  ...[
    '【',
    '】',
    '「',
    '」',
    '[',
    ']',
    '（',
    '）',
    '《',
    '》',
    '(',
    ')',
    '→',
    '->',
    '%',
    '％',
    '—',
    '———',
    '===',
    '｜',
    '|',
  ],
  ...[
    '\n',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '\u000b',
    '\u0085',
    '\u2028',
    '1',
    '２',
    '十五',
    '1,500.5',
    '2025年1月1日',
    '2026-02-30',
  ],
  ...[
    '个工作日',
    '日',
    '个月',
    '小时',
    '当场',
    '以上',
    '以下',
    '不满',
    '介于',
    '至',
    '且',
    '或',
    '非',
    '为',
    '不为',
    '≥',
    '是',
    '否',
  ],
  ...[
    '转',
    '则',
    '自',
    '起',
    '加',
    '减',
    '第',
    '条',
    '款',
    '项',
    '附件',
    '百分之',
    '注：',
    '#',
    '//',
    '※',
    '一、',
    '（一）',
    '1.',
    '①',
  ],
  ...['营业执照', '经营面积', '受理', '⼝', '㎡', '囗', '\ud83d\ude00', '\ud800', '\u0000', 'A', 'b c'],
]

const fragment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 2, arbitrary: fc.constantFrom(...keywords) },
  { weight: 1, arbitrary: fc.constantFrom(...keywords).map((keyword) => `\n${keyword}：`) },
  { weight: 1, arbitrary: fc.constantFrom(...lines).map((line) => `\n${line}\n`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
)

/** Text made of the pieces that the language is made of, in no order. */
const shuffled = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''))

/** Any Unicode at all. */
const noise = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }))

/** A part of an example, cut anywhere. */
const truncated = fc
  .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 1200 }))
  .map(([text, start, length]) => text.slice(start % text.length, (start % text.length) + length))

interface Edit {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

const edit: fc.Arbitrary<Edit> = fc.record({ at: fc.nat(), remove: fc.nat({ max: 30 }), insert: fragment })

/** A part of an example with a few places changed, and perhaps pasted. */
const mutated = fc
  .tuple(
    truncated,
    fc.array(edit, { minLength: 1, maxLength: 6 }),
    fc.option(fc.constantFrom(...Object.values(PASTES))),
  )
  .map(([text, edits, paste]) => {
    const changed = edits.reduce((now, { at, remove, insert }) => {
      const place = at % (now.length + 1)
      return now.slice(0, place) + insert + now.slice(place + remove)
    }, text)
    return paste === null ? changed : paste(changed)
  })

/** Every kind of text that may be thrown at the parser. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: noise },
  { weight: 3, arbitrary: shuffled },
  { weight: 1, arbitrary: truncated },
  { weight: 4, arbitrary: mutated },
)
