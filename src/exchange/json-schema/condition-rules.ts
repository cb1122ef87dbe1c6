import { assertNever } from '../../base/assert-never.ts'
import { holds } from '../../graph/evaluate-condition.ts'
import type { FactValue } from '../../graph/fact-value.ts'
import { shiftDate } from '../../graph/shifted-date.ts'
import type { ComparisonOperator, Condition, Operand } from '../../model/condition.ts'
import { datesBeyond } from './date-pattern.ts'
import { allRules, anyRule, type JsonSchema, type Rule } from './json-schema.ts'
import type { PreparedFact, PreparedForm } from './prepare-form.ts'
import type { Settled } from './settled.ts'
import { writeValue } from './write-answer.ts'

/** What is decided: 是 or 否. What is 待定 is neither. */
type Verdict = 'yes' | 'no'

/** What JSON Schema cannot say is taken to hold (`most`) or not to hold (`least`). */
type Doubt = 'most' | 'least'

/** Conditions as rules over the object of answers (条件的JSON Schema). */
export interface ConditionRules {
  /** When a condition is decided this way: in no other case, or in no case left out. */
  readonly whenDecided: (condition: Condition, verdict: Verdict, doubt: Doubt) => Rule
  /** When a question is needless, in no case left out. */
  readonly whenSettled: (settled: Settled | undefined) => Rule
  /** What the rules refer to, for the `$defs` of the schema. */
  readonly definitions: () => Readonly<Record<string, JsonSchema>>
}

const MAX_DEPTH = 400

/** Prepares to write conditions as JSON Schema. Each part that has parts is defined once and referred to. */
export function createConditionRules({ matter, facts }: PreparedForm): ConditionRules {
  const situations = new Map(matter.situations.map(({ name, when }) => [name, when]))
  const asked = new Map(facts.map((one) => [one.fact.name, one]))
  const known = new Map<object, Map<string, Rule>>()
  const definitions: Record<string, JsonSchema> = {}

  function once(key: object, variant: string, make: () => Rule): Rule {
    const variants = known.get(key) ?? new Map<string, Rule>()
    known.set(key, variants)
    const before = variants.get(variant)
    if (before !== undefined) return before
    // While a situation that means itself is being written it is never decided.
    variants.set(variant, false)
    const rule = define(make())
    variants.set(variant, rule)
    return rule
  }

  function define(rule: Rule): Rule {
    if (typeof rule === 'boolean' || rule.$ref !== undefined) return rule
    const name = `rule${Object.keys(definitions).length + 1}`
    definitions[name] = rule
    return { $ref: `#/$defs/${name}` }
  }

  function decided(condition: Condition, verdict: Verdict, doubt: Doubt, depth: number): Rule {
    if (depth > MAX_DEPTH) return false
    switch (condition.kind) {
      case 'all':
      case 'any': {
        const isEvery = (condition.kind === 'all') === (verdict === 'yes')
        return once(condition, verdict + doubt, () => {
          const parts = condition.of.map((part) => decided(part, verdict, doubt, depth + 1))
          return isEvery ? allRules(parts) : anyRule(parts)
        })
      }
      case 'not':
        return decided(condition.of, verdict === 'yes' ? 'no' : 'yes', doubt, depth + 1)
      case 'fact':
        return compared(condition.fact, 'eq', { kind: 'boolean', value: true }, verdict, doubt)
      case 'situation': {
        const definition = situations.get(condition.situation)
        if (definition === undefined) return false
        return once(definition, `situation${verdict}${doubt}`, () => decided(definition, verdict, doubt, depth + 1))
      }
      case 'compare':
        return compared(condition.fact, condition.operator, condition.operand, verdict, doubt)
      case 'oneOf': {
        const parts = condition.operands.map((one) => compared(condition.fact, 'eq', one, verdict, doubt))
        return verdict === 'yes' ? anyRule(parts) : allRules(parts)
      }
      default:
        return assertNever(condition)
    }
  }

  function compared(
    name: string,
    operator: ComparisonOperator,
    operand: Operand,
    verdict: Verdict,
    doubt: Doubt,
  ): Rule {
    const fact = asked.get(name)
    // What the applicant does not tell is not known when the form is filled in.
    if (fact === undefined) return false
    const value = constantOf(operand)
    if (value === undefined) return doubt === 'most'
    if (value.kind !== fact.fact.type) return false
    const rule = valueRule(value, operator, verdict)
    if (rule === undefined) return doubt === 'most'
    return rule === false ? false : answered(fact, rule)
  }

  function settledRule(settled: Settled | undefined): Rule {
    if (settled === undefined) return false
    if (settled.kind === 'sure') return true
    if (settled.kind === 'truth') return decided(settled.condition, settled.is, 'most', 0)
    return once(settled, 'settled', () => {
      const parts = settled.of.map(settledRule)
      return settled.kind === 'any' ? anyRule(parts) : allRules(parts)
    })
  }

  return {
    whenDecided: (condition, verdict, doubt) => decided(condition, verdict, doubt, 0),
    whenSettled: settledRule,
    definitions: () => definitions,
  }
}

function answered({ id }: PreparedFact, rule: Rule): JsonSchema {
  return { type: 'object', properties: { [id]: rule }, required: [id] }
}

/** The value of an operand that does not hang on another fact. */
function constantOf(operand: Operand): FactValue | undefined {
  if (operand.kind === 'fact') return undefined
  if (operand.kind !== 'shifted') return operand
  const { fact, date, direction, duration } = operand
  const shifted = fact === undefined && date !== undefined ? shiftDate(date, direction, duration) : undefined
  return shifted === undefined ? undefined : { kind: 'date', date: shifted }
}

/** What a value must be for the comparison to come out so; false where it never does, undefined where JSON Schema cannot say. */
function valueRule(value: FactValue, operator: ComparisonOperator, verdict: Verdict): Rule | undefined {
  const constant = writeValue(value)
  if (constant === undefined || value.kind === 'duration') return undefined
  const outcome = (order: number | 'different') => holds(operator, order) === (verdict === 'yes')
  const isOrdered = value.kind === 'number' || value.kind === 'money' || value.kind === 'date'
  if (!isOrdered) {
    const isDecided = holds(operator, 'different') !== undefined
    return anyRule([
      outcome(0) && { const: constant },
      isDecided && outcome('different') && { not: { const: constant } },
    ])
  }
  const [less, equal, more] = [outcome(-1), outcome(0), outcome(1)]
  if (less && more) return equal || { not: { const: constant } }
  const beyond = less ? bound(constant, 'earlier') : more ? bound(constant, 'later') : false
  return anyRule([equal && { const: constant }, beyond])
}

function bound(constant: string | number | boolean, direction: 'later' | 'earlier'): Rule {
  if (typeof constant === 'number') {
    return direction === 'later'
      ? { type: 'number', exclusiveMinimum: constant }
      : { type: 'number', exclusiveMaximum: constant }
  }
  const pattern = datesBeyond(String(constant), direction)
  return pattern === undefined ? false : { type: 'string', pattern }
}
