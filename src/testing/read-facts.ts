import { CIVIL_CODE, findProfile } from '../calendar/profiles.ts'
import { readLimit, settleLimit } from '../compile/text/read-limit.ts'
import type { Facts } from '../graph/fact-value.ts'
import { type PlainFact, readPlainFact } from '../graph/read-plain-fact.ts'
import type { Fact } from '../model/application.ts'
import { BUILT_IN_FACTS } from '../model/built-in-facts.ts'
import type { Matter } from '../model/matter.ts'
import { FACT_TYPES, type FactType } from '../model/terms.ts'

/**
 * What is known of a case, as a test writes it (给定的信息): by the name of the fact, `{ 经营面积: 55, 自制高风险食品: true }`. 是否
 * as true or false, 枚举 and 文本 as text, 数 as a number or text, 金额 as so many 元, 日期 as `2026-11-22`, 时长 as `3个月`.
 * `Facts` as the engine has them are taken as they are.
 */
export type GivenFacts = Facts | Readonly<Record<string, GivenValue>>

/** The value of one fact as a test writes it (给定的值). */
export type GivenValue = PlainFact

/**
 * Reads what a test gives of a case by what the matter declares (读取给定的信息). Throws a TypeError for a fact that the matter
 * has not and for a value that does not fit: a misspelt name must never make a test pass.
 */
export function readFacts(matter: Matter, given: GivenFacts): Facts {
  if (given instanceof Map) return checked(matter, given)
  const readDuration = (written: string) => {
    const limit = readLimit(written)
    return limit && settleLimit(limit, findProfile(matter.profile) ?? CIVIL_CODE)
  }
  return new Map(
    Object.entries(given).map(([name, value]) => {
      const fact = factNamed(matter, name)
      const read = readPlainFact(fact, value, readDuration)
      if (read !== undefined) return [name, read]
      const wanted = fact.type === 'option' ? `取值之一：${fact.options.join('、')}` : WANTED[fact.type]
      throw new TypeError(
        `事项“${matter.name}”的信息“${name}”的类型是“${FACT_TYPES[fact.type]}”，不能是“${value}”；请写${wanted}`,
      )
    }),
  )
}

function checked(matter: Matter, facts: Facts): Facts {
  for (const name of facts.keys()) factNamed(matter, name)
  return facts
}

function factNamed(matter: Matter, name: string): Fact {
  const declared = [...matter.facts, ...BUILT_IN_FACTS]
  const fact = declared.find((each) => each.name === name)
  if (fact !== undefined) return fact
  throw new TypeError(`事项“${matter.name}”没有信息“${name}”；有：${declared.map((each) => each.name).join('、')}`)
}

const WANTED: Readonly<Record<FactType, string>> = {
  boolean: 'true或者false',
  option: '取值之一',
  number: '数，如 55 或者 "0.5"',
  text: '文字',
  date: '日期，如 "2026-11-22"',
  duration: '时长，如 "3个月"',
  money: '多少元，如 50 或者 "99.5元"',
}
