import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statedConditions } from '../../src/compile/checks/condition-places.ts'
import { compile } from '../../src/compile/compile.ts'
import type { CompiledWorkspace } from '../../src/compile/compiled.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { findGraphFaults } from '../../src/graph/graph-faults.ts'
import { BUILT_IN_FACTS } from '../../src/model/built-in-facts.ts'
import type { Condition } from '../../src/model/condition.ts'
import { type Matter, matterSchema } from '../../src/model/matter.ts'
import { CONSTRUCTS } from '../../src/syntax/constructs.ts'
import { applyFix } from '../support/matter-text.ts'

const example = readFileSync(fileURLToPath(new URL('../../examples/language/full-matter.zw', import.meta.url)), 'utf8')
const exampleLines = example.split('\n')

/** Few names, so that random lines refer to each other, in circles and otherwise. */
const name = fc.constantFrom('甲', '乙', '丙', '丁', '受理', '决定', '甲、乙', '甲或乙', '（甲）', '(甲)', '')
const number = fc.constantFrom('0', '1', '3', '20', '0.5', '半', '二十', '-1', '1e9', '99999999999999999999')
const comparison = fc
  .tuple(name, fc.constantFrom('以上', '以下', '不满'), number, fc.constantFrom('', '平方米', '万元', '日', '年'))
  .map(
    ([fact, relation, amount, unit]) =>
      `【${fact}】${relation === '不满' ? relation + amount + unit : amount + unit + relation}`,
  )
const condition: fc.Arbitrary<string> = fc.oneof(
  name.map((one) => `【${one}】`),
  name.map((one) => `非【${one}】`),
  fc.tuple(name, name).map(([fact, value]) => `【${fact}】为 ${value}`),
  fc.tuple(name, name, name).map(([fact, a, b]) => `【${fact}】不属于 ${a}、${b}`),
  comparison,
  fc.tuple(comparison, fc.constantFrom('且', '或'), name).map(([a, and, b]) => `${a} ${and} 【${b}】`),
)
const value = fc.oneof(
  name,
  fc.tuple(number, fc.constantFrom('个工作日', '日', '个月', '年', '小时', '份', '%', '元', '')).map(([n, u]) => n + u),
  fc.constantFrom('当场', '无法定时限', '是', '否', '枚举', '数', '是否', '金额', '时长', '日期', '行政许可', '即办件'),
  fc.constantFrom('2026年2月30日', '2026年1月1日', '自2025年1月1日起', '3个工作日（自2025年1月1日起至2024年1月1日）'),
  fc.constantFrom(
    '不计入',
    '暂停',
    '受理、决定',
    '不低于60%',
    '压减到60%',
    '法定时限→承诺时限',
    '关键路径→承诺时限',
    '《某法》第三条',
  ),
  condition,
  fc.tuple(condition, name).map(([when, target]) => `${when}，转 ${target}`),
  name.map((one) => `转 ${one}`),
  fc.tuple(name, fc.constantFrom('之后', '之前', '期间')).map(([step, where]) => step + where),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const keyword = fc.constantFrom(...CONSTRUCTS.map((construct) => construct.keyword))
const line = fc.tuple(fc.nat(3), keyword, value).map(([depth, word, text]) => `${'  '.repeat(depth)}${word}：${text}`)
const randomMatter = fc
  .array(line, { maxLength: 60 })
  .map((lines) => ['语言版本：1', '事项：某事项', ...lines].join('\n'))
const mutatedExample = fc
  .array(fc.tuple(fc.nat(exampleLines.length - 1), fc.oneof(line, fc.constant(''))), { minLength: 1, maxLength: 5 })
  .map((changes) => {
    const lines = [...exampleLines]
    for (const [index, text] of changes) lines[index] = text
    return lines.join('\n')
  })
const text = fc.oneof(randomMatter, mutatedExample)

function compileText(source: string): CompiledWorkspace {
  return compile([{ uri: 'random.zw', text: source }], { asOf: '2026-11-22' })
}

describe('whatever lines an author writes', () => {
  test('compile without a throw to matters that the schema and the graph’s invariants accept', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { matter, graph } of compileText(source).matters.values()) {
          expect(matterSchema.safeParse(matter).error?.issues ?? []).toEqual([])
          expect(findGraphFaults(graph)).toEqual([])
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('leave no name in the model that it does not declare', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { matter } of compileText(source).matters.values()) {
          expect(danglingNames(matter)).toEqual([])
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('give findings whose places and fixes lie in the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const finding of compileText(source).diagnostics) {
          for (const { start, end } of spansOf(finding)) {
            expect(start).toBeLessThanOrEqual(end)
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeLessThanOrEqual(source.length)
          }
          expect(finding.message).not.toMatch(/undefined|null|NaN|\[object/)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('compile again after any fix; one that applies by itself settles its own finding', () => {
    fc.assert(
      fc.property(mutatedExample, (source) => {
        for (const { code, labels, fixes } of compileText(source).diagnostics) {
          for (const fix of fixes) {
            const after = compileText(applyFix(source, fix)).diagnostics
            if (fix.applicability !== 'auto') continue
            const { start } = labels[0].origin.span
            expect(after.filter((other) => other.code === code && other.labels[0].origin.span.start === start)).toEqual(
              [],
            )
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('are compiled one matter at a time: what stands beside a matter changes nothing in it', () => {
    fc.assert(
      fc.property(randomMatter, mutatedExample, (first, second) => {
        const renamed = first.replace('事项：某事项', '事项：另一事项')
        const sources = [
          { uri: 'a.zw', text: renamed },
          { uri: 'b.zw', text: second },
        ]
        const together = compile(sources)
        const apart = sources.map((source) => compile([source]))
        // Of two matters with one name the first stands.
        const expected = new Map(apart.toReversed().flatMap(({ matters }) => [...matters]))
        expect(together.matters).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })
})

function spansOf({ labels, fixes }: Diagnostic) {
  return [...labels, ...fixes.flatMap(({ edits }) => edits)].map(({ origin }) => origin.span)
}

/** Names that the model mentions and does not declare. */
function danglingNames(matter: Matter): readonly string[] {
  const facts = new Set([...matter.facts, ...BUILT_IN_FACTS].map((fact) => fact.name))
  const situations = new Set(matter.situations.map((situation) => situation.name))
  const materials = new Set(matter.materials.map((material) => material.name))
  const outputs = new Set(matter.outputs.map((output) => output.name))
  const steps = new Set(matter.flow.flatMap((item) => (item.kind === 'parallel' ? [] : [item.name])))
  const procedures = new Set(matter.specialProcedures.map((procedure) => procedure.name))
  const missing: string[] = []
  const check = (declared: ReadonlySet<string>, mentioned: readonly string[]) =>
    missing.push(...mentioned.filter((one) => !declared.has(one)))
  for (const { condition: stated } of statedConditions(matter)) {
    const mentioned = mentionedIn(stated)
    check(facts, mentioned.facts)
    check(situations, mentioned.situations)
  }
  for (const { materials: names } of matter.materialChoices) check(materials, names)
  for (const item of matter.flow) {
    if (item.kind === 'parallel') check(steps, item.steps)
    if (item.kind === 'choice') {
      check(steps, [
        ...item.branches.map(({ target }) => target),
        ...(item.otherwise === undefined ? [] : [item.otherwise]),
      ])
    }
    if (item.kind === 'step') {
      check(steps, item.after ?? [])
      check(outputs, item.outputs)
      check(facts, item.collects)
    }
  }
  check(
    steps,
    matter.supplements.flatMap(({ step }) => step ?? []),
  )
  check(
    new Set([...steps, ...procedures]),
    matter.specialProcedures.flatMap(({ placement }) => placement?.step ?? []),
  )
  return missing
}

function mentionedIn(one: Condition): { readonly facts: readonly string[]; readonly situations: readonly string[] } {
  if (one.kind === 'all' || one.kind === 'any') {
    const parts = one.of.map(mentionedIn)
    return { facts: parts.flatMap((part) => part.facts), situations: parts.flatMap((part) => part.situations) }
  }
  if (one.kind === 'not') return mentionedIn(one.of)
  if (one.kind === 'situation') return { facts: [], situations: [one.situation] }
  const operands = 'operand' in one ? [one.operand] : 'operands' in one ? one.operands : []
  const others = operands.flatMap((operand) => ('fact' in operand && operand.fact !== undefined ? [operand.fact] : []))
  return { facts: [...('fact' in one ? [one.fact] : []), ...others], situations: [] }
}
