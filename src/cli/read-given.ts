import { type DurationUnit, printDuration } from '../calendar/duration.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { findComparableUnits } from '../graph/comparable-units.ts'
import type { Facts, FactValue } from '../graph/fact-value.ts'
import type { Fact } from '../model/application.ts'
import type { Matter } from '../model/matter.ts'
import { foldKey } from '../syntax/fold.ts'
import { CommandFailure } from './command-failure.ts'
import { guessNamed } from './find-named.ts'
import { onlyOnce } from './only-once.ts'
import { readWritten } from './read-written.ts'

/** Reads `--given 信息=填写值` by what the matter or 一件事 asks for (申请人的情况); what does not fit is told with what would. */
export function readGiven(given: readonly string[], matter: Matter): Facts {
  const { facts, name } = matter
  const known = new Map<string, FactValue>()
  const once = onlyOnce()
  for (const written of given) {
    const [, word = '', stated = ''] = /^([^=＝]+)[=＝](.*)$/u.exec(written) ?? []
    const value = unquoted(stated)
    const fact = facts.find((each) => foldKey(each.name) === foldKey(word))
    if (fact === undefined) throw new CommandFailure(describeUnknown(written, word.trim(), name, facts))
    const answer = readWritten(fact, value, matter)
    const units = answer?.kind === 'duration' ? comparableUnits(fact, matter) : undefined
    // In another unit the conditions could never be decided.
    const compares = answer?.kind !== 'duration' || units === undefined || units.has(answer.duration.unit)
    if (answer === undefined || !compares) {
      throw new CommandFailure(
        `“${fact.name}”不能是“${value}”，${wantedOf(fact, units ?? comparableUnits(fact, matter))}`,
      )
    }
    once(fact.name, value.trim())
    known.set(fact.name, answer)
  }
  return known
}

/** Answers stand in quotation marks wherever zw tells them, and are copied with them. */
function unquoted(value: string): string {
  return (
    /^\s*(?:“(.*)”|"(.*)")\s*$/u
      .exec(value)
      ?.slice(1)
      .find((each) => each !== undefined) ?? value
  )
}

function comparableUnits({ type, name }: Fact, matter: Matter): ReadonlySet<DurationUnit> | undefined {
  return type === 'duration' ? findComparableUnits(matter, buildGraph(matter).graph).get(name) : undefined
}

/** What would do instead. */
function wantedOf({ type, options, unit }: Fact, units: ReadonlySet<DurationUnit> | undefined): string {
  switch (type) {
    case 'boolean':
      return '可以写：是、否'
    case 'option':
      return `可以写：${options.join('、')}`
    case 'number':
      return `要写不小于0的数，如${unit === undefined ? '' : `80${unit}、`}80`
    case 'money':
      return '要写不小于0的金额，如50元、100万元'
    case 'date':
      return '要写存在的日期，如2026-11-22、2026年11月22日'
    case 'duration':
      return `要写时长，${units === undefined ? '如' : '写成'}${[...(units ?? ['month' as const, 'year' as const])].map(lengthIn).join('、')}这样`
    case 'text':
      return '要写一行文字'
  }
}

function lengthIn(unit: DurationUnit): string {
  return printDuration(unit === 'instant' || unit === 'unlimited' ? { unit } : { unit, amount: '3' })
}

function describeUnknown(written: string, word: string, matter: string, facts: Matter['facts']): string {
  if (word === '') return `“${written}”请写成“信息=填写值”的样子`
  if (facts.length === 0) return `“${matter}”什么信息都不问，不用写“${word}”`
  const names = facts.map(({ name }) => name)
  return `“${matter}”不问“${word}”${guessNamed(word, names) ?? `；可以写：${names.join('、')}`}`
}
