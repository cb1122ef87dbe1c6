import { comparedWith, printAmong, printCompared, printComparison } from '../../graph/comparison-words.ts'
import type { CutDomain } from '../../graph/fact-cells.ts'
import { printMeasured } from '../../graph/situation.ts'
import { printCells } from '../../graph/situation-words.ts'
import type { ComparisonOperator, Operand } from '../../model/condition.ts'
import type { ExplainedCase } from './explained-case.ts'

/** What a comparison asks of a fact, in words (要求的说法): 150平方米以上, 为是, 不小于“注册资本”. */
export function printDemand(
  fact: string,
  operator: ComparisonOperator,
  operand: Operand,
  { declared }: Pick<ExplainedCase, 'declared'>,
): string {
  const { type, unit } = declared.get(fact) ?? {}
  return printComparison(operator, printCompared(operand, unit), comparedWith(operand, type))
}

/** What 属于 asks of a fact. */
export function printOneOf(
  fact: string,
  operands: readonly Operand[],
  { declared }: Pick<ExplainedCase, 'declared'>,
): string {
  return printAmong(operands.map((operand) => printCompared(operand, declared.get(fact)?.unit)))
}

/** More words than this are told by what is left out. */
const MOST_LISTED = 5

/** The values that would do (可以是什么): 150平方米以上; words one by one where they are few, for people to choose from. */
export function printWanted(domain: CutDomain, inside: readonly boolean[], unit: string | undefined): string {
  const chosen = domain.cells.filter((_, cell) => inside[cell] === true).map(({ example }) => example)
  const named = chosen.flatMap((example) => (example === undefined ? [] : [printMeasured(example, unit)]))
  const isListed = !domain.ordered && named.length === chosen.length && named.length <= MOST_LISTED
  return isListed ? `为${named.join('或')}` : printCells(domain, inside, unit)
}
