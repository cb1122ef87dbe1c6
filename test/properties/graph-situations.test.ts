import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALWAYS, NEVER } from '../../src/graph/decision-diagram.ts'
import { createEvaluator } from '../../src/graph/evaluate-condition.ts'
import { createSituationSpace, implies, verdictOf } from '../../src/graph/situation-space.ts'
import { ALL_SITUATIONS, anyCondition, FACTS, toFacts } from '../graph/arbitraries.ts'
import { isTrueFor } from '../graph/naive.ts'

const none = new Map<string, never>()

describe('situations against full enumeration', () => {
  test('always, never and witnesses are those of the truth table', () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const space = createSituationSpace(FACTS, [], [condition])
        const rows = ALL_SITUATIONS.map((facts) => isTrueFor(condition, facts, none))
        const expected = rows.every(Boolean) ? 'always' : rows.some(Boolean) ? 'depends' : 'never'
        expect(verdictOf(space, condition)).toBe(expected)
        const witness = space.witnessOf(space.diagramOf(condition))
        expect(witness === undefined).toBe(expected === 'never')
        if (witness === undefined) return
        expect(witness.certain).toBe(true)
        const named = witness.parts.flatMap((part) => (part.kind === 'value' && part.value ? [part] : []))
        expect(named).toHaveLength(witness.parts.length)
        // Whatever the facts that the witness leaves open, the condition holds.
        for (const facts of ALL_SITUATIONS) {
          const completed = new Map(toFacts(facts))
          for (const { fact, value } of named) if (value !== undefined) completed.set(fact, value)
          expect(createEvaluator([], completed).truthOf(condition)).toBe('yes')
        }
      }),
      { numRuns: 150 },
    )
  })

  test('given the facts of one situation a diagram is the truth there', () => {
    fc.assert(
      fc.property(anyCondition, fc.constantFrom(...ALL_SITUATIONS), (condition, facts) => {
        const space = createSituationSpace(FACTS, [], [condition])
        const set = space.store.and(space.given(toFacts(facts)), space.diagramOf(condition))
        expect(set !== NEVER).toBe(isTrueFor(condition, facts, none))
      }),
      { numRuns: 1000 },
    )
  })

  test('implication is inclusion of truth tables', () => {
    fc.assert(
      fc.property(anyCondition, anyCondition, (a, b) => {
        const space = createSituationSpace(FACTS, [], [a, b])
        const included = ALL_SITUATIONS.every((facts) => !isTrueFor(a, facts, none) || isTrueFor(b, facts, none))
        expect(implies(space, space.diagramOf(a), space.diagramOf(b))).toBe(included)
      }),
      { numRuns: 300 },
    )
  })

  test('the laws of sets hold as equality of numbers', () => {
    fc.assert(
      fc.property(anyCondition, anyCondition, anyCondition, (x, y, z) => {
        const space = createSituationSpace(FACTS, [], [x, y, z])
        const { and, or, not } = space.store
        const [a = NEVER, b = NEVER, c = NEVER] = [x, y, z].map(space.diagramOf)
        expect(and(a, or(b, c))).toBe(or(and(a, b), and(a, c)))
        expect(not(and(a, b))).toBe(or(not(a), not(b)))
        expect(not(not(a))).toBe(a)
        expect(or(a, not(a))).toBe(ALWAYS)
        expect(and(a, not(a))).toBe(NEVER)
      }),
      { numRuns: 300 },
    )
  })
})

describe('three-valued evaluation', () => {
  test('with every fact known it is the plain truth', () => {
    fc.assert(
      fc.property(anyCondition, fc.constantFrom(...ALL_SITUATIONS), (condition, facts) => {
        const truth = createEvaluator([], toFacts(facts)).truthOf(condition)
        expect(truth).toBe(isTrueFor(condition, facts, none) ? 'yes' : 'no')
      }),
      { numRuns: 1000 },
    )
  })

  test('what is decided stays decided as more becomes known, and 待定 names facts that are open', () => {
    fc.assert(
      fc.property(
        anyCondition,
        fc.constantFrom(...ALL_SITUATIONS),
        fc.subarray(FACTS.map(({ name }) => name)),
        (condition, facts, names) => {
          const full = toFacts(facts)
          const partial = new Map([...full].filter(([name]) => names.includes(name)))
          const evaluator = createEvaluator([], partial)
          const truth = evaluator.truthOf(condition)
          const needed = evaluator.neededFor(condition)
          if (truth === 'unknown') {
            expect(needed.length).toBeGreaterThan(0)
            for (const name of needed) expect(partial.has(name)).toBe(false)
            // Answering what it asks for decides it.
            const answered = new Map([...full].filter(([name]) => names.includes(name) || needed.includes(name)))
            expect(createEvaluator([], answered).truthOf(condition)).not.toBe('unknown')
          } else {
            expect(truth).toBe(createEvaluator([], full).truthOf(condition))
            expect(needed).toEqual([])
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})
