import { assertNever } from '../../base/assert-never.ts'
import type { FlowSituation } from '../../graph/flow-graph.ts'
import { shiftDate } from '../../graph/shifted-date.ts'
import type { Fact } from '../../model/application.ts'
import { BUILT_IN_FACTS } from '../../model/built-in-facts.ts'
import type { Condition, Operand } from '../../model/condition.ts'
import type { FactType } from '../../model/terms.ts'
import type { DefinitionFault } from './definition-fault.ts'

/** As deep as conditions may nest, situations spelt out: so deep `createEvaluator` follows them. */
const DEEPEST = 400

const ORDERED: ReadonlySet<FactType> = new Set(['number', 'money', 'date', 'duration'])

/**
 * Prepares the search for conditions that stay 待定 whatever is known of a case (判不出来的条件): they speak of what the matter
 * does not know, compare what cannot be compared, or run in circles. A case that met one would wait for ever.
 */
export function createConditionCheck(
  declared: readonly Fact[],
  situations: readonly FlowSituation[],
): (condition: Condition) => DefinitionFault | undefined {
  const facts = new Map([...BUILT_IN_FACTS, ...declared].map((fact) => [fact.name, fact]))
  const definitions = new Map(situations.map(({ name, when }) => [name, when]))
  /** How deep a situation nests; undefined while that is being found out. */
  const depths = new Map<string, number | undefined>()

  /** How deep a condition nests, or what is wrong with it. */
  function examine(condition: Condition, above: number): number | DefinitionFault {
    if (above > DEEPEST) return { message: `条件式嵌套超过${DEEPEST}层`, names: [] }
    switch (condition.kind) {
      case 'all':
      case 'any':
        return deepest(condition.of, above)
      case 'not':
        return deepest([condition.of], above)
      case 'situation':
        return situationDepth(condition.situation, above)
      case 'fact':
        return comparison(condition.fact, [{ kind: 'boolean', value: true }], false) ?? 0
      case 'compare':
        return (
          comparison(condition.fact, [condition.operand], condition.operator !== 'eq' && condition.operator !== 'ne') ??
          0
        )
      case 'oneOf':
        return comparison(condition.fact, condition.operands, false) ?? 0
      default:
        return assertNever(condition)
    }
  }

  function deepest(parts: readonly Condition[], above: number): number | DefinitionFault {
    let depth = 0
    for (const part of parts) {
      const found = examine(part, above + 1)
      if (typeof found !== 'number') return found
      depth = Math.max(depth, found + 1)
    }
    return depth
  }

  function situationDepth(name: string, above: number): number | DefinitionFault {
    const definition = definitions.get(name)
    if (definition === undefined) return { message: `没有情形“${name}”`, names: [name] }
    if (!depths.has(name)) {
      depths.set(name, undefined)
      const found = examine(definition, above + 1)
      if (typeof found !== 'number') return found
      depths.set(name, found + 1)
    }
    const depth = depths.get(name)
    if (depth === undefined) return { message: `情形“${name}”绕回了自己`, names: [name] }
    return above + depth > DEEPEST ? { message: `情形“${name}”套了太多层`, names: [name] } : depth
  }

  function comparison(name: string, operands: readonly Operand[], needsOrder: boolean): DefinitionFault | undefined {
    const fact = facts.get(name)
    if (fact === undefined) return { message: `没有申报信息“${name}”`, names: [name] }
    if (needsOrder && !ORDERED.has(fact.type)) return { message: `“${name}”比不出大小`, names: [name] }
    for (const operand of operands) {
      const type = typeBehind(operand)
      if (type === undefined) return { message: `“${name}”要比的日期算不出来`, names: [name] }
      if (type !== fact.type) return { message: `“${name}”同它要比的值不是一类`, names: [name] }
    }
    return undefined
  }

  function typeBehind(operand: Operand): FactType | undefined {
    if (operand.kind === 'fact') return facts.get(operand.fact)?.type
    if (operand.kind !== 'shifted') return operand.kind
    const { fact, date, direction, duration } = operand
    if (fact !== undefined && facts.get(fact)?.type !== 'date') return undefined
    return shiftDate(date ?? SOME_DATE, direction, duration) === undefined ? undefined : 'date'
  }

  return (condition) => {
    const found = examine(condition, 0)
    return typeof found === 'number' ? undefined : found
  }
}

/** Any date from which a year more or less can be counted. */
const SOME_DATE = '2000-01-01'
