import type { ComparisonOperator } from '../model/condition.ts'
import { printComparison } from './comparison-words.ts'
import type { CutDomain } from './fact-cells.ts'
import type { FactValue } from './fact-value.ts'
import { printMeasured, printOperand } from './situation.ts'
import { coverSituations, type SituationBlock } from './situation-cover.ts'
import type { SituationSpace } from './situation-space.ts'
import type { SituationVariable } from './situation-variables.ts'

/** A set of situations in the author's words (情形的文字说明). */
export interface SituationWords {
  /** Each alternative as what it says of one fact after the other; a single one that says nothing is every situation. */
  readonly alternatives: readonly (readonly string[])[]
  /** False where there are more alternatives than were asked for. */
  readonly complete: boolean
}

/** Says which situations a set holds, in at most so many alternatives: 【经营面积】150平方米以上，【主体业态】为“单位食堂”. */
export function describeSituations(space: SituationSpace, set: number, most: number): SituationWords {
  const { blocks, complete } = coverSituations(space.store, set, most)
  return { alternatives: blocks.map((block) => printBlock(space, block)), complete }
}

/**
 * Writes the alternatives in one line, what they have in common once: 【甲】为是，且（【乙】为否；或者【丙】为是）. Every
 * situation is 任何情形.
 */
export function printSituationWords({ alternatives, complete }: SituationWords): string {
  const [first = [], ...others] = alternatives
  const more = complete ? '' : '；等'
  if (others.length === 0) return `${first.length === 0 ? '任何情形' : first.join('，')}${more}`
  const common = first.filter((part) => others.every((parts) => parts.includes(part)))
  const rest = alternatives.map((parts) => parts.filter((part) => !common.includes(part)).join('，')).join('；或者')
  return common.length === 0 ? `${rest}${more}` : `${common.join('，')}，且（${rest}${more}）`
}

function printBlock({ variables, declaredAt }: SituationSpace, block: SituationBlock): readonly string[] {
  return block
    .flatMap(({ variable, inside }) => {
      const asked = variables[variable]
      return asked === undefined ? [] : [{ place: declaredAt(asked.fact), text: printChoice(asked, inside) }]
    })
    .sort((a, b) => a.place - b.place)
    .map(({ text }) => text)
}

function printChoice(variable: SituationVariable, inside: readonly boolean[]): string {
  if (variable.kind === 'relation') {
    const pattern = inside.map((yes) => (yes ? '1' : '0')).join('')
    const operator = RELATIONS[pattern]
    const operand = printOperand(variable.operand)
    return `【${variable.fact}】${operator === undefined ? operand : printComparison(operator, operand, 'fact')}`
  }
  const { domain, fact, unit } = variable
  return `【${fact}】${printCells(domain, inside, unit)}`
}

/** Says in which cells of its domain a fact lies (取值范围的说法): 150平方米以上, 为是, 不为“单位食堂”. */
export function printCells(domain: CutDomain, inside: readonly boolean[], unit: string | undefined): string {
  const print = (value: FactValue) => printMeasured(value, unit)
  return domain.ordered ? printRanges(domain, inside, print) : printList(domain, inside, print)
}

/** By whether less, equal and greater are among it. */
const RELATIONS: Readonly<Record<string, ComparisonOperator>> = {
  100: 'lt',
  '010': 'eq',
  '001': 'gt',
  110: 'le',
  101: 'ne',
  '011': 'ge',
}

function printList({ cells }: CutDomain, inside: readonly boolean[], print: (value: FactValue) => string): string {
  const named = (yes: boolean) =>
    cells.flatMap(({ example }, cell) => (example !== undefined && inside[cell] === yes ? [print(example)] : []))
  const [within, without] = [named(true), named(false)]
  // The cell of everything that is not mentioned can only be told by what it is not.
  const open = cells.findIndex(({ example }) => example === undefined)
  const negated = open < 0 ? without.length < within.length : inside[open] === true
  return negated ? `不为${without.join('、')}` : `为${within.join('或')}`
}

/** Neighbouring cells are one range. */
function printRanges(domain: CutDomain, inside: readonly boolean[], print: (value: FactValue) => string): string {
  const ranges: string[] = []
  for (let first = 0; first < inside.length; first++) {
    if (inside[first] !== true) continue
    let last = first
    while (inside[last + 1] === true) last++
    ranges.push(printRange(domain, first, last, print))
    first = last
  }
  return ranges.join('或')
}

function printRange({ cells }: CutDomain, first: number, last: number, print: (value: FactValue) => string): string {
  const constants = new Map(
    cells.flatMap(({ place, example }) => (place % 2 === 1 && example ? [[place, example]] : [])),
  )
  const [from, to] = [cells[first]?.place ?? 0, cells[last]?.place ?? 0]
  const exact = first === last ? constants.get(from) : undefined
  if (exact !== undefined) return `为${print(exact)}`
  const low = first === 0 ? undefined : constants.get(from % 2 === 1 ? from : from - 1)
  const high = last === cells.length - 1 ? undefined : constants.get(to % 2 === 1 ? to : to + 1)
  const kind = (low ?? high)?.kind === 'date' ? 'date' : 'amount'
  const above = low && printComparison(from % 2 === 1 ? 'ge' : 'gt', print(low), kind)
  const below = high && printComparison(to % 2 === 1 ? 'le' : 'lt', print(high), kind)
  return [above, below].filter((bound) => bound !== undefined).join(kind === 'date' ? '、' : '')
}
