import {
  COMPARISONS,
  CONDITION_WORDS,
  GOTO_WORDS,
  MONEY_UNITS,
  RANGE_WORDS,
  TIME_UNITS,
  WITHIN_WORDS,
} from './lexicon.ts'
import {
  And,
  At,
  Below,
  Between,
  Compare,
  Goto,
  Member,
  Minus,
  MoneyUnit,
  No,
  Not,
  Or,
  Plus,
  Range,
  TimeUnit,
  To,
  Yes,
} from './tokens.ts'
import { buildWordTable, type WordEntry, wordsAs } from './word-table.ts'

const TYPES = {
  and: And,
  or: Or,
  not: Not,
  member: Member,
  notMember: Member,
  between: Between,
  below: Below,
  at: At,
  to: To,
  plus: Plus,
  minus: Minus,
  yes: Yes,
  no: No,
} as const

const conditionEntries: readonly WordEntry[] = Object.entries(CONDITION_WORDS).map(([word, meaning]) => ({
  word,
  type: TYPES[meaning],
  image: meaning,
}))

/** Every word that may stand behind a name, a number or another operand. */
export const OPERATORS = buildWordTable(
  conditionEntries.filter(({ type }) => type !== Not),
  wordsAs(Compare, COMPARISONS),
  wordsAs(Range, RANGE_WORDS),
)

/** Words that may stand where an operand is expected. */
export const PREFIXES = buildWordTable(
  conditionEntries.filter(({ type }) => type === Not || type === Yes || type === No),
)

const endsWords = new Set([And, Or, Member, Between, Below])

/** Words at which a run of unknown characters ends: those that are rarely part of a name. */
export const WORD_ENDS = buildWordTable(
  conditionEntries.filter(({ type }) => endsWords.has(type)),
  wordsAs(Compare, COMPARISONS),
  wordsAs(Range, RANGE_WORDS),
)

/** Words at which a unit of measure ends. */
export const UNIT_ENDS = buildWordTable(
  conditionEntries.filter(({ type }) => type !== Not && type !== Yes && type !== No && type !== At),
  wordsAs(Compare, COMPARISONS),
  wordsAs(Range, RANGE_WORDS),
)

export const UNITS = buildWordTable(wordsAs(TimeUnit, TIME_UNITS), wordsAs(MoneyUnit, MONEY_UNITS))
export const WITHIN = buildWordTable(wordsAs(Range, WITHIN_WORDS))
export const GOTO = buildWordTable(wordsAs(Goto, GOTO_WORDS))
