import { failure, type Result, success } from '../base/result.ts'
import { parseDuration } from '../calendar/duration.ts'
import type { FactValue } from '../graph/fact-value.ts'
import { fitsFact } from '../graph/fits-fact.ts'
import { type PlainFact, readPlainFact } from '../graph/read-plain-fact.ts'
import { refuseValue } from './check-facts.ts'
import type { CaseDefinition } from './flow/definition.ts'
import type { FactRecord } from './parts.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refuse.ts'

/**
 * Reads answers as forms and programs send them (读取填写的信息), `{ 经营面积: 200, 主体业态: '餐饮服务经营', 开业日期: '2026-11-22' }`:
 * 金额 is in 元, 时长 as `3个月`. Refuses the first that the matter does not ask for or that cannot be its answer.
 */
export function readFacts(
  { facts: declared }: CaseDefinition,
  plain: Readonly<Record<string, PlainFact>>,
): Result<FactRecord, Refusal> {
  const read: [string, FactValue][] = []
  for (const [name, value] of Object.entries(plain)) {
    const fact = declared.get(name)
    if (fact === undefined) {
      const about = { field: `facts.${name}`, names: [name] }
      return failure(refuse('unknown-fact', `事项没有信息“${name}”`, '请按事项的申报信息填写', about))
    }
    const answer = readPlainFact(fact, value, parseDuration)
    if (answer === undefined || !fitsFact(fact, answer)) return failure(refuseValue(fact))
    read.push([name, answer])
  }
  return success(Object.fromEntries(read))
}
