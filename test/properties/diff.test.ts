import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareOutcomes, findOutcomes } from '../../src/analysis/diff/compare-outcomes.ts'
import { measureJointly } from '../../src/analysis/diff/joint-measuring.ts'
import { compareMatters } from '../../src/compile/compare/compare-matters.ts'
import { printMatter } from '../../src/compile/print/matter.ts'
import { NEVER } from '../../src/graph/decision-diagram.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { Matter } from '../../src/model/matter.ts'
import { ALL_SITUATIONS, anyCondition, FACTS, toFacts } from '../graph/arbitraries.ts'
import { matter, step, workdays } from '../graph/matters.ts'
import { isTrueFor, type PlainFacts } from '../graph/naive.ts'
import { anyMatter } from '../support/arbitrary-matter.ts'

const note = { sources: [], notes: [] }

describe('the lines that changed', () => {
  test('are none exactly where both are written the same', () => {
    fc.assert(
      fc.property(anyMatter, anyMatter, (before, after) => {
        expect(compareMatters(before, before)).toEqual([])
        expect(compareMatters(before, after).length === 0).toBe(printMatter(before) === printMatter(after))
      }),
      { numRuns: 200 },
    )
  })

  test('are told of every part that is taken away, and nothing else of it', () => {
    fc.assert(
      fc.property(anyMatter, fc.nat(), (whole, at) => {
        fc.pre(whole.materials.length > 0 && whole.materialChoices.length === 0 && whole.measures.length === 0)
        const gone = whole.materials[at % whole.materials.length]
        const rest = { ...whole, materials: whole.materials.filter((each) => each !== gone), scenarios: [] }
        const changes = compareMatters({ ...whole, scenarios: [] }, rest)
        const removed = changes.filter(({ kind, keyword }) => kind === 'removed' && keyword === '材料')
        const section = changes.filter(({ kind, keyword }) => kind === 'removed' && keyword === '申请材料')
        expect(removed.length + section.length).toBe(1)
        expect(changes.filter(({ kind }) => kind === 'added')).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

/** A matter with one of everything that can differ from situation to situation. */
function made(
  parts: Readonly<Record<'material' | 'rule' | 'exception' | 'step' | 'limit' | 'situation', Condition>> & {
    readonly necessity: 'required' | 'deferrable' | 'waived'
  },
): Matter {
  const named: Condition = { kind: 'situation', situation: '大户' }
  return matter({
    facts: FACTS,
    situations: [{ name: '大户', when: parts.situation, ...note }],
    requirements: [{ name: '合格', rule: parts.rule, except: [parts.exception], ...note }],
    materials: [
      { name: '合同', forms: [], when: { kind: 'any', of: [parts.material, named] }, ...note },
      { name: '图纸', forms: [], when: named, necessity: parts.necessity, ...note },
    ],
    flow: [step('受理', 1), step('核查', 3, { when: parts.step }), step('决定', 1)],
    promisedLimits: [
      { limit: workdays(5), when: parts.limit, ...note },
      { limit: workdays(9), ...note },
    ],
  })
}

const anyMade = fc.record({
  material: anyCondition,
  rule: anyCondition,
  exception: anyCondition,
  step: anyCondition,
  limit: anyCondition,
  situation: anyCondition,
  necessity: fc.constantFrom('required', 'deferrable', 'waived'),
})

/** What an applicant meets with, worked out by hand. */
function outcomeOf(parts: Parameters<typeof made>[0], facts: PlainFacts): ReadonlySet<string> {
  const holds = (condition: Condition) => isTrueFor(condition, facts, new Map())
  return new Set([
    ...(holds(parts.exception) || holds(parts.rule) ? ['admitted'] : []),
    ...(holds(parts.material) || holds(parts.situation) ? ['material 合同'] : []),
    ...(holds(parts.situation) && parts.necessity !== 'waived' ? ['material 图纸', `图纸 ${parts.necessity}`] : []),
    ...(holds(parts.step) ? ['step 核查'] : []),
    holds(parts.limit) ? 'promised 5' : 'promised 9',
  ])
}

describe('whom a change is for', () => {
  test('is exactly who would notice it, by full enumeration', () => {
    fc.assert(
      fc.property(anyMade, anyMade, fc.constantFrom(...ALL_SITUATIONS), (a, b, facts) => {
        const joint = measureJointly(made(a), made(b), {})
        const here = joint.space.given(toFacts(facts))
        const noticed = findOutcomes(joint)
          .filter(({ set }) => joint.space.store.and(set, here) !== NEVER)
          .map(({ change }) => {
            if (change.kind === 'promised') return `promised ${amount(change.before)}→${amount(change.after)}`
            return 'name' in change ? `${change.kind} ${change.name}` : change.kind
          })
        const [was, now] = [outcomeOf(a, facts), outcomeOf(b, facts)]
        const appeared = (word: string, added: string, removed: string) => {
          if (was.has(word) === now.has(word)) return []
          return [now.has(word) ? added : removed]
        }
        const promise = (of: ReadonlySet<string>) => (of.has('promised 5') ? '5' : '9')
        expect(new Set(noticed)).toEqual(
          new Set([
            ...appeared('admitted', 'admitted', 'excluded'),
            ...(promise(was) === promise(now) ? [] : [`promised ${promise(was)}→${promise(now)}`]),
            ...['合同', '图纸'].flatMap((name) =>
              appeared(`material ${name}`, `materialAdded ${name}`, `materialRemoved ${name}`),
            ),
            ...(was.has('material 图纸') && now.has('material 图纸') && a.necessity !== b.necessity
              ? ['materialChanged 图纸']
              : []),
            ...appeared('step 核查', 'stepAdded 核查', 'stepRemoved 核查'),
          ]),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('is nobody where nothing changed', () => {
    fc.assert(
      fc.property(anyMade, (parts) => {
        expect(compareOutcomes(made(parts), made(parts))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})

function amount(rule: { readonly limit: object } | undefined): string {
  return rule !== undefined && 'amount' in rule.limit ? String(rule.limit.amount) : ''
}
