import { type CountedUnit, type DurationUnit, parseDuration, printDuration } from '../../calendar/duration.ts'
import type { FactValue } from '../../graph/fact-value.ts'
import { fitsFact } from '../../graph/fits-fact.ts'
import { type PlainFact, readPlainFact } from '../../graph/read-plain-fact.ts'
import type { Fact } from '../../model/application.ts'
import type { FactType } from '../../model/terms.ts'
import type { PreparedFact } from './prepare-form.ts'

/** How answers of each type stand in JSON. */
const WRITTEN_AS: Readonly<Record<FactType, 'boolean' | 'number' | 'string'>> = {
  boolean: 'boolean',
  option: 'string',
  number: 'number',
  text: 'string',
  date: 'string',
  duration: 'string',
  money: 'number',
}

/** The value that an answer stands for (读一项填写的内容), by the engine's own rules; undefined where it cannot be one. */
export function readAnswer(
  { fact, units }: Pick<PreparedFact, 'fact' | 'units'>,
  answer: unknown,
): FactValue | undefined {
  if (typeof answer !== WRITTEN_AS[fact.type] || isEmptyAnswer(answer)) return undefined
  const value = isPlain(answer) ? readPlainFact(fact, answer, parseDuration) : undefined
  if (value === undefined || !fitsFact(fact, value)) return undefined
  return value.kind === 'duration' && units !== undefined && !units.has(value.duration.unit) ? undefined : value
}

/** Whether something is what a form can send for a fact. */
export function isPlain(answer: unknown): answer is PlainFact {
  return typeof answer === 'boolean' || typeof answer === 'number' || typeof answer === 'string'
}

/** What stands in a field (一栏的内容); ids such as `constructor` are ids like any other. */
export function fieldOf(fields: Readonly<Record<string, unknown>> | undefined, id: string): unknown {
  return fields !== undefined && Object.hasOwn(fields, id) ? fields[id] : undefined
}

/** Whether nothing is filled in: an empty box is no answer. */
export function isEmptyAnswer(answer: unknown): boolean {
  return answer === undefined || answer === null || (typeof answer === 'string' && answer.trim() === '')
}

/** What is wrong with an answer, and what to do (填错的说法); it never repeats the answer. */
export function describeWrong({ fact, units }: Pick<PreparedFact, 'fact' | 'units'>): string {
  const { name, type, options } = fact
  if (type === 'option') return `“${name}”请从这几项里选：${options.join('、')}`
  if (type === 'duration') {
    const wanted: readonly DurationUnit[] = units === undefined ? ['month', 'year'] : [...units]
    const examples = wanted.map((unit) => printDuration(isCounted(unit) ? { unit, amount: '3' } : { unit }))
    return `“${name}”请填时长，${units === undefined ? '如' : '写成'}${examples.join('、')}这样`
  }
  return `“${name}”${WANTED[type]}`
}

function isCounted(unit: DurationUnit): unit is CountedUnit {
  return unit !== 'instant' && unit !== 'unlimited'
}

const WANTED: Readonly<Record<Exclude<FactType, 'option' | 'duration'>, string>> = {
  boolean: '请选是或者否',
  number: '请填不小于0的数，如55、0.5',
  text: '请填一行文字，不超过2000个字',
  date: '请填存在的日期，如2026-11-22',
  money: '请填不小于0的金额，以元为单位',
}

/** What is missing (没有填的说法). */
export function describeMissing({ name, type }: Pick<Fact, 'name' | 'type'>): string {
  const isPicked = type === 'boolean' || type === 'option'
  return `“${name}”还没有${isPicked ? '选，请选择' : '填，请填写'}`
}

/** What a reference to a document looks like: up to 256 characters, as long as the engine takes it. */
export const REFERENCE_PATTERN = String.raw`^(?=\s*\S)[\u0000-\ud7ff\ue000-\uffff]{1,256}$`

const REFERENCE = new RegExp(REFERENCE_PATTERN, 'u')

/** What a document may be handed in as (材料的存放处): a reference, or true for one on paper. */
export function isReference(value: unknown): value is string | true {
  return value === true || (typeof value === 'string' && REFERENCE.test(value))
}
