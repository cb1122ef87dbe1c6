import { listCases } from '../../src/analysis/cases/matter-cases.ts'
import { printRational } from '../../src/base/rational.ts'
import { DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { criticalPath, serialSum } from '../../src/graph/paths.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { Matter } from '../../src/model/matter.ts'
import { all, any, fact, isTrue, material, matter, not, step, workdays } from '../graph/matters.ts'

/**
 * `npm run bench -- situations`: the worst case and the classes of situations of matters with many facts: independent
 * ones, ones that the conditions mix, and ones that are asked twice in opposite senses. All answers are exact unless a
 * line says otherwise; what full enumeration would take stands beside it.
 */
export async function run(): Promise<void> {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `事实${index + 1}`)
  const thirty = names(30)
  report(
    '30 independent facts, a step each',
    thirty,
    thirty.map((name, index) => step(`环节${name}`, 2 ** (index % 9) + index, { when: isTrue(name) })),
  )
  report(
    '30 independent facts, a step and a material each',
    thirty,
    thirty.map((name, index) => step(`环节${name}`, 1 + index, { when: isTrue(name) })),
    { materials: thirty.map((name) => material(`材料${name}`, { when: isTrue(name) })) },
  )
  report('30 facts asked twice, in opposite senses', thirty, [
    ...thirty.map((name, index) => step(`先${name}`, 2 ** index, { when: isTrue(name) })),
    ...thirty.map((name, index) => step(`后${name}`, 2 ** index + 1, { when: not(isTrue(name)) })),
  ])
  for (const [count, steps] of [
    [12, 30],
    [12, 60],
    [16, 60],
    [20, 60],
  ] as const) {
    const facts = names(count)
    const when = mixer(facts)
    const flow = Array.from({ length: steps }, (_, index) =>
      step(`环节${index}`, 1 + ((index * 7) % 20), { when: when() }),
    )
    report(`${count} facts mixed in ${steps} steps`, facts, flow)
  }
}

/** Conditions that mix the facts, the same in every run: three literals each, joined by 且 or by 或. */
function mixer(facts: readonly string[]): () => Condition {
  let state = 12345
  const draw = (below: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
  const literal = (): Condition => {
    const asked = isTrue(facts[draw(facts.length)] ?? '')
    return draw(2) === 0 ? asked : not(asked)
  }
  return () => (draw(2) === 0 ? all(literal(), literal(), literal()) : any(all(literal(), literal()), literal()))
}

function report(name: string, facts: readonly string[], flow: Matter['flow'], parts: Partial<Matter> = {}): void {
  const definition = matter({
    facts: facts.map((each) => fact(each)),
    flow,
    statutoryLimits: [{ limit: workdays(100), sources: [], notes: [] }],
    promisedLimits: [{ limit: workdays(40), sources: [], notes: [] }],
    ...parts,
  })
  const { graph } = buildGraph(definition)
  const path = timed(() => criticalPath(graph, { conversion: DEFAULT_CONVERSION }))
  const sum = timed(() => serialSum(graph, { conversion: DEFAULT_CONVERSION }))
  const cases = timed(() => listCases({ matter: definition, graph }))
  const exact = path.result?.exact === true && sum.result?.exact === true ? '' : ' (a bound)'
  console.log(
    `${name}: 2^${facts.length} = ${new Intl.NumberFormat('en').format(2n ** BigInt(facts.length))} situations`,
  )
  console.log(
    `  worst case ${printRational(path.result?.workdays ?? { num: 0n, den: 1n })}${exact}: ${path.ms} ms, sum of steps: ${sum.ms} ms`,
  )
  const count = `${cases.result.count.exact ? '' : 'at least '}${new Intl.NumberFormat('en').format(cases.result.count.count)}`
  console.log(
    `  different outcomes ${count}: ${cases.ms} ms, with ${cases.result.cases.length} of them listed in words`,
  )
}

function timed<T>(job: () => T): { readonly result: T; readonly ms: string } {
  const started = process.hrtime.bigint()
  const result = job()
  return { result, ms: (Number(process.hrtime.bigint() - started) / 1e6).toFixed(1) }
}
