import { assertNever } from '../base/assert-never.ts'
import { divide, parseRational, printRational, rational } from '../base/rational.ts'
import { printDuration } from '../calendar/duration.ts'
import { printDate } from '../graph/situation.ts'
import type { Assertion } from '../model/scenario.ts'
import {
  ACCEPTANCE_VERDICTS,
  COMPARISON_WORDS,
  SCENARIO_RATIOS,
  SCENARIO_SETS,
  SCENARIO_TIMES,
  SET_RELATIONS,
} from '../model/terms.ts'

/** An expectation in words for people (断言的说法): 经过环节 为 受理、决定. */
export function describeAssertion(assertion: Assertion): string {
  switch (assertion.kind) {
    case 'acceptance':
      return `受理条件 ${ACCEPTANCE_VERDICTS[assertion.truth]}`
    case 'set':
      return `${SCENARIO_SETS[assertion.subject]} ${SET_RELATIONS[assertion.relation]} ${listOf(assertion.names)}`
    case 'count':
      return `${SCENARIO_SETS[assertion.subject]} 共${assertion.count}${unitOf(assertion.subject)}`
    case 'hints':
      return `提示 ${SET_RELATIONS[assertion.relation]} ${assertion.texts.map((text) => `“${text}”`).join('、')}`
    case 'together':
      return `${assertion.steps.join(' 与 ')} 同时办理`
    case 'closing':
      return `办结日期 ${COMPARISON_WORDS[assertion.operator]} ${printDate(assertion.date)}`
    case 'time':
      return `${SCENARIO_TIMES[assertion.subject]} ${COMPARISON_WORDS[assertion.operator]} ${printDuration(assertion.duration)}`
    case 'ratio':
      return `${SCENARIO_RATIOS[assertion.subject]} ${COMPARISON_WORDS[assertion.operator]} ${assertion.percent}%`
    case 'fee':
      return `收费 ${COMPARISON_WORDS[assertion.operator]} ${describeFee(assertion.amountFen)}`
    default:
      return assertNever(assertion)
  }
}

/** Names with 、 between them; 无 where there are none. */
function listOf(names: readonly string[]): string {
  return names.length === 0 ? '无' : names.join('、')
}

/** What is counted. */
export function unitOf(subject: string): string {
  return subject === 'materials' ? '份' : '个'
}

/** An amount of 分 in 元; 不收费 for nothing. */
export function describeFee(amountFen: string): string {
  const fen = parseRational(amountFen)
  if (fen === undefined) return `${amountFen}分`
  return fen.num === 0n ? '不收费' : `${printRational(divide(fen, rational(100)))}元`
}
