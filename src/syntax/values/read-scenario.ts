import { foldWord } from '../fold.ts'
import { isDeclared } from '../scope.ts'
import { nearestWord } from '../suggest.ts'
import type { AssertionSyntax, Name, Value } from '../tree.ts'
import type { ConditionState } from './condition-state.ts'
import { matchDeclared } from './match-declared.ts'
import { readCondition } from './read-condition.ts'
import { withoutEndMarks } from './read-plain.ts'
import type { Reading } from './reading.ts'
import { type IsDeclared, SUBJECT_WORDS, scanAssertion, scanEvent, scanPremise } from './scan-scenario.ts'
import { offsetIn, prepared, type Slice } from './slice.ts'
import { AsOf, endOf, SetSubject } from './tokens.ts'
import { unreadable } from './unreadable.ts'
import { type ValueParser, valueParser } from './value-parser.ts'
import type { WordEntry } from './word-table.ts'

/** 假如：【主体业态】为 单位食堂; 按2024年6月1日的规定; 已提交 营业执照 */
export function readPremise(reading: Reading, slice: Slice): Value {
  const text = prepared({ ...slice, end: withoutEndMarks(slice) })
  const tokens = scanPremise(text, declaredIn(reading))
  const [first] = tokens ?? []
  const name = first && matchDeclared(reading.scope, text.text, first.startOffset, text.end)
  if (tokens === undefined || first === undefined || (name !== undefined && name.end > endOf(first))) {
    const value = readCondition(reading, slice, 'condition', isForeign(reading))
    return value.kind === 'condition' ? { kind: 'premise', premise: value } : value
  }
  const parser = parserOn(text)
  parser.input = [...tokens]
  const premise = first.tokenType === AsOf ? parser.rulesOfPremise() : parser.materialsPremise()
  return parser.errors.length > 0
    ? unreadable(
        reading,
        slice,
        'premise',
        '可以写：【信息】为 某个值、按某年某月某日的规定、已提交 某材料、未提交 某材料',
      )
    : { kind: 'premise', premise }
}

/** 当：2025年3月3日 提交申请; 发生 专家评审，用时 12个工作日; 材料审查 用时 2个工作日; 决定 结果为 通过 */
export function readEvent(reading: Reading, slice: Slice): Value {
  const text = prepared({ ...slice, end: withoutEndMarks(slice) })
  const state: ConditionState = { reading, slice: text, foreign: isForeign(reading), failed: false, unreadable: false }
  const tokens = scanEvent(state)
  if (state.unreadable) return { kind: 'missing' }
  const parser = parserOn(text)
  parser.state = state
  parser.input = [...tokens]
  const event = parser.scenarioEvent()
  parser.state = undefined
  if (parser.errors.length === 0) return state.unreadable ? { kind: 'missing' } : { kind: 'event', event }
  return unreadable(
    reading,
    slice,
    'event',
    '可以写：某年某月某日 提交申请、受理或者办结，发生 某程序，用时 多久，某环节 用时 多久，某环节 结果为 某个值',
  )
}

/** 那么：受理条件 满足 … */
export function readAssertion(reading: Reading, slice: Slice): Value {
  const text = prepared({ ...slice, end: withoutEndMarks(slice) })
  const assertion = parseAssertion(reading, text)
  return assertion === undefined ? reportAssertion(reading, slice, text) : { kind: 'assertion', assertion }
}

/**
 * A cell of 例子 under a head behind →, which is the beginning of the expectation: 8个工作日 under →承诺时限. A head that
 * begins no expectation is reported once, in the first row.
 */
export function readExpectation(
  reading: Reading,
  head: Name,
  cell: Slice,
  isFirst: boolean,
): AssertionSyntax | undefined {
  for (const between of [' ', ' 为 ', ' 包含 ']) {
    const assertion = parseAssertion(reading, behind(`${head.key}${between}`, cell))
    if (assertion !== undefined) return assertion
  }
  const subject = behind(`${head.key} `, cell)
  if (isFirst || findSubject(reading, subject) !== undefined) reportAssertion(reading, cell, subject)
  return undefined
}

/** A slice with words in front of it that stand elsewhere; what it says in the author's own words stays at hand. */
function behind(words: string, cell: Slice): Slice {
  const slice = cell.written?.slice ?? cell
  const places = Array.from({ length: slice.end - slice.start + 1 }, (_, at) => offsetIn(slice, slice.start + at))
  const offsets = [...Array.from(words, () => places[0] ?? 0), ...places]
  const text = words + slice.text.slice(slice.start, slice.end)
  return prepared({ text, start: 0, end: text.length, offsets })
}

function parseAssertion(reading: Reading, text: Slice): AssertionSyntax | undefined {
  const parser = parserOn(text)
  parser.input = [...scanAssertion(text, declaredIn(reading))]
  const assertion = parser.assertion()
  return parser.errors.length > 0 ? undefined : assertion
}

/** 并且 where nothing stands above that it could go on with. */
export function readContinued(reading: Reading, slice: Slice): Value {
  return unreadable(reading, slice, 'continued', '上面还没有“假如：”“当：”或者“那么：”，不知道接着哪一类')
}

/** What may stand behind each subject, for people. */
const FORMS: Readonly<Record<string, string>> = {
  受理条件: '满足、不满足或者待定',
  提示: '为、包含或者不包含，再写“文字”',
  办结日期: '为、不超过等，再写日期',
  承诺时限: '为、不超过等，再写时长',
  压减比例: '为、不低于等，再写百分数',
  收费: '为、不超过等，再写金额或者“不收费”',
}
const SET_FORM = '为、包含或者不包含，再写用“、”隔开的名称；也可以写“共”和数量'

/** An expectation that is not understood: says what its subject takes, or which subjects there are. */
function reportAssertion(reading: Reading, slice: Slice, text: Slice): Value {
  const known = findSubject(reading, text)
  if (known !== undefined) {
    const form = known.type === SetSubject ? SET_FORM : FORMS[first(ALL_SUBJECTS, known.type.name) ?? known.word]
    return unreadable(reading, slice, 'assertion', `“${known.word}”后面可以写：${form ?? FORMS['承诺时限'] ?? ''}`)
  }
  const written = /^[^\s\u3000，,：]+/.exec(text.text.slice(text.start, text.end).trim())?.[0] ?? ''
  const near = nearestWord(
    foldWord(written),
    ALL_SUBJECTS.map(({ word }) => word),
  )
  const guess = near === undefined ? '' : `是不是“${near}”？`
  const subjects = ['受理条件', '不满足的条件', '还需要的信息', '提示', '所需材料', '经过环节', '结果', '办结日期']
  const amounts = ['承诺时限', '法定时限', '计入办理时限的时间', '压减比例', '收费']
  return unreadable(
    reading,
    slice,
    'assertion',
    `${guess}开头可以写：${[...subjects, ...amounts].join('、')}，或者“某环节 与 某环节 同时办理”`,
  )
}

const ALL_SUBJECTS: readonly WordEntry[] = [...SUBJECT_WORDS.values()].flat()

/** The word that an expectation begins with, if it is one of the list. */
function findSubject(reading: Reading, text: Slice): WordEntry | undefined {
  const [subject] = scanAssertion(text, declaredIn(reading))
  return ALL_SUBJECTS.find(({ type, image }) => type === subject?.tokenType && image === subject.image)
}

/** The official word of a kind of subject: tokens are called after it. */
function first(words: readonly { readonly word: string }[], name: string): string | undefined {
  return words.find(({ word }) => word === name)?.word
}

function declaredIn(reading: Reading): IsDeclared {
  return (spaces, key) => isDeclared(reading.scope, spaces, key)
}

/** True in a block without facts of its own: the names are those of the matter that 针对 names. */
function isForeign(reading: Reading): boolean {
  return reading.scope.names.get('facts') === undefined
}

function parserOn(slice: Slice): ValueParser {
  const parser = valueParser()
  parser.slice = slice
  return parser
}
