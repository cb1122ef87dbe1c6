import fc from 'fast-check'
import { evaluate } from 'feelin'
import { expect, test } from 'vitest'
import { NODE } from '../../src/engine/case-state.ts'
import { advanceFlow, type FlowState } from '../../src/engine/flow/advance.ts'
import type { CaseDefinition } from '../../src/engine/flow/definition.ts'
import { prepareDefinition } from '../../src/engine/flow/definition.ts'
import type { FactRecord } from '../../src/engine/parts.ts'
import { writeBpmn } from '../../src/exchange/bpmn/write-bpmn.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { runFlow } from '../../src/graph/run-flow.ts'
import type { Matter } from '../../src/model/matter.ts'
import { applied, beginning, recordOf, withNode } from '../engine/flow/flow-state.ts'
import { ALL_SITUATIONS, anyMatter, toFacts } from '../graph/arbitraries.ts'
import { choice, fact, matter, parallel, procedure, step } from '../graph/matters.ts'
import type { PlainFacts } from '../graph/naive.ts'
import { beginTokenCase, type FeelFacts } from '../support/peers/bpmn-token.ts'

const RUNS = 500

/** What was done in a case, by the turns that were taken. */
interface Done {
  /** The nodes that waited before each turn. */
  readonly moments: readonly (readonly number[])[]
}

/** Which of the nodes that wait is done next. */
type Turn = (moment: number, waiting: readonly number[]) => number

function inFeel(plain: PlainFacts): FeelFacts {
  const entries = Object.entries(plain).map(([name, value]) =>
    name === '日期' ? [name, evaluate(`date("${String(value)}")`, {}).value] : [name, value],
  )
  return Object.fromEntries(entries)
}

/** Does a case by our flow rule. */
function doOurs(definition: CaseDefinition, facts: FactRecord, turn: Turn): Done {
  const settled = (flow: FlowState): FlowState => {
    const delta = advanceFlow(definition, flow, facts)
    return delta === undefined ? flow : settled(applied(flow, delta))
  }
  const moments: number[][] = []
  for (let flow = settled(beginning(definition)); ; ) {
    const waiting = flow.nodes.flatMap((state, id) => (state === NODE.ready ? [id] : []))
    moments.push(waiting)
    if (waiting.length === 0) return { moments }
    flow = settled(withNode(flow, turn(moments.length, waiting), NODE.done))
  }
}

/** The step or 特别程序 that a task stands for. */
function nodeOf(task: string): number {
  return Number(/^(?:Step|Procedure)_(\d+)/.exec(task)?.[1] ?? Number.NaN)
}

/** Does the same case by tokens. */
async function doTheirs(source: string, facts: FeelFacts, turn: Turn, deadTokens = false): Promise<Done> {
  const running = await beginTokenCase(source, facts, { deadTokens })
  const moments: number[][] = []
  for (;;) {
    const tasks = running.waiting()
    const waiting = tasks.map(nodeOf).toSorted((a, b) => a - b)
    moments.push(waiting)
    if (waiting.length === 0) {
      expect(running.hasEnded()).toBe(true)
      return { moments }
    }
    const next = turn(moments.length, waiting)
    running.complete(tasks.find((task) => nodeOf(task) === next) ?? '')
  }
}

/** A matter that cases can run on; the others are refused, by the engine and so here. */
function define(subject: Matter): CaseDefinition | undefined {
  const prepared = prepareDefinition({ matter: subject, graph: buildGraph(subject).graph })
  return prepared.ok ? prepared.value : undefined
}

const anyTurns = fc.array(fc.nat({ max: 1000 }), { minLength: 24, maxLength: 24 })
const anySituation = fc.constantFrom(...ALL_SITUATIONS)

test('bpmn-engine has the same steps waiting as we, at every moment and in whatever order they are done', async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(anyMatter, anySituation, anyTurns, async (subject, plain, turns) => {
      const definition = define(subject)
      fc.pre(definition !== undefined)
      const turn: Turn = (moment, waiting) => waiting[(turns[moment % 24] ?? 0) % waiting.length] ?? 0
      const ours = doOurs(definition, recordOf(toFacts(plain)), turn)
      expect(await doTheirs(await writeBpmn(subject, { diagram: false }), inFeel(plain), turn)).toEqual(ours)
      asked++
    }),
    { numRuns: RUNS },
  )
  expect(asked).toBe(RUNS)
})

test('what is done where ends come last is what runFlow says', async () => {
  await fc.assert(
    fc.asyncProperty(anyMatter, anySituation, async (subject, plain) => {
      const definition = define(subject)
      fc.pre(definition !== undefined)
      const { nodes } = definition.graph
      const turn: Turn = (_, waiting) => waiting.find((id) => nodes[id]?.terminates !== true) ?? waiting[0] ?? 0
      const { moments } = await doTheirs(await writeBpmn(subject, { diagram: false }), inFeel(plain), turn)
      const { outcomes } = runFlow(definition.graph, toFacts(plain))
      const run = outcomes.flatMap((outcome, id) => (outcome === 'run' && nodes[id]?.kind !== 'choice' ? [id] : []))
      expect([...new Set(moments.flat())].toSorted((a, b) => a - b)).toEqual(run)
    }),
    { numRuns: 100 },
  )
})

test('without a patch it does so wherever no parallel gateway waits', async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(anyMatter, anySituation, async (subject, plain) => {
      const definition = define(subject)
      fc.pre(definition !== undefined)
      const source = await writeBpmn(subject, { diagram: false })
      fc.pre(!/<bpmn:parallelGateway id="Join/.test(source))
      const first: Turn = (_, waiting) => waiting[0] ?? 0
      const ours = doOurs(definition, recordOf(toFacts(plain)), first)
      expect(await doTheirs(source, inFeel(plain), first, true)).toEqual(ours)
      asked++
    }),
    { numRuns: 100 },
  )
  expect(asked).toBe(100)
})

test('its dead tokens open a parallel gateway too early', async () => {
  const subject = matter({
    facts: [fact('甲')],
    flow: [
      step('受理'),
      step('核查', undefined, { when: { kind: 'fact', fact: '甲' } }),
      step('公示'),
      parallel('核查', '公示'),
      step('决定', undefined, { outputs: ['证'] }),
    ],
    outputs: [],
  })
  const source = await writeBpmn(subject, { diagram: false })
  const inTurn: Turn = (moment, waiting) => waiting[moment === 2 ? waiting.length - 1 : 0] ?? 0
  expect((await doTheirs(source, { 甲: true }, inTurn)).moments).toEqual([[0], [1, 2], [1], [3], []])
  const running = await beginTokenCase(source, { 甲: true }, { deadTokens: true })
  running.complete('Step_0')
  running.complete('Step_2')
  expect(running.waiting()).toEqual(['Step_1', 'Step_3'])
})

test('every shape is there: 并联, 分流, 当, 前序, 终止, 特别程序', async () => {
  const yes = { kind: 'fact', fact: '甲' } as const
  const subject = matter({
    facts: [fact('甲'), fact('乙')],
    flow: [
      step('受理'),
      step('审查'),
      step('核查', undefined, { when: yes }),
      parallel('审查', '核查'),
      choice('结论', [[{ kind: 'fact', fact: '乙' }, '不予']], '决定'),
      step('不予', undefined, { terminates: true }),
      step('决定'),
      step('归档', undefined, { after: ['决定'] }),
      step('送达', undefined, { after: ['决定', '归档'] }),
    ],
    specialProcedures: [procedure('听证', 20, { step: '审查', where: 'after' }, { when: yes })],
  })
  const source = await writeBpmn(subject, { diagram: false })
  const names = define(subject)?.graph.nodes.map(({ name }) => name) ?? []
  const visited = async (facts: FeelFacts) => {
    const { moments } = await doTheirs(source, facts, (_, waiting) => waiting[0] ?? 0)
    return moments.map((moment) => moment.map((id) => names[id]).join('、'))
  }
  expect(await visited({ 甲: true, 乙: false })).toEqual([
    '受理',
    '审查、核查',
    '听证、核查',
    '核查',
    '决定',
    '归档',
    '送达',
    '',
  ])
  expect(await visited({ 甲: false, 乙: true })).toEqual(['受理', '审查', '不予', ''])
})
