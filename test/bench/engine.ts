/**
 * `npm run bench -- engine`: one case of ten steps with a choice and three steps side by side, every command validated at the
 * border and every clock looked at, against xstate (actor, and its pure transition) and bpmn-engine doing the same case.
 * Ratios to xstate's actor in the same run; bytes of a live case; saving one to text and taking it up again.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { NOTICES } from '../../src/calendar/notices.ts'
import { compile } from '../../src/compile/compile.ts'
import type { CaseState } from '../../src/engine/case-state.ts'
import type { CommandContext } from '../../src/engine/context.ts'
import { decide } from '../../src/engine/decide.ts'
import { prepareDefinition } from '../../src/engine/flow/definition.ts'
import { newCase } from '../../src/engine/new-case.ts'
import { parseCommand } from '../../src/engine/parse-command.ts'
import { openBpmn, readDiagram, restoreBpmn, runBpmn, saveBpmn } from '../support/peers/bpmn-case.ts'
import { AREA, TEN_STEP_MATTER, TEN_STEPS } from '../support/peers/ten-steps.ts'
import { openActor, restoreActor, runActor, runPure, saveActor } from '../support/peers/xstate-case.ts'

const MIDDLE = TEN_STEPS.slice(0, 4)
const LIVE = 10_000

export async function run(): Promise<void> {
  const ours = prepare()
  for (const ended of [ours.run('case-1', TEN_STEPS).ending, runActor(TEN_STEPS), runPure(TEN_STEPS)]) {
    if (ended !== 'closed') throw new Error(`the case did not end: ${String(ended)}`)
  }
  let number = 0
  const rates = {
    'zhengwu（校验、裁决、计时）': await rateOf(() => ours.run(`case-${number++}`, TEN_STEPS), 3000),
    'xstate 角色（actor）': await rateOf(() => runActor(TEN_STEPS), 2000),
    'xstate 纯函数（transition）': await rateOf(() => runPure(TEN_STEPS), 2000),
    'bpmn-engine': await rateOf(() => runBpmn(TEN_STEPS), 40),
  }
  const base = rates['xstate 角色（actor）']
  for (const [name, rate] of Object.entries(rates)) {
    console.log(
      `${name.padEnd(24)} ${rate.toFixed(0).padStart(7)} cases/s  ${(rate / base).toFixed(3).padStart(8)}× xstate actor`,
    )
  }
  const read = await rateOf(() => readDiagram(), 40)
  console.log(
    `zhengwu : bpmn-engine ${(rates['zhengwu（校验、裁决、计时）'] / rates['bpmn-engine']).toFixed(0)}×; of its time ${((100 * rates['bpmn-engine']) / read).toFixed(0)} % is reading the diagram`,
  )

  console.log('\nlive case in the middle     bytes   as text   save+restore µs')
  console.log(
    row(
      'zhengwu',
      await bytesOf((i) => ours.run(`case-${i}`, MIDDLE)),
      JSON.stringify(ours.run('c', MIDDLE)).length,
      await microsecondsOf(() => ours.restore(JSON.stringify(ours.middle))),
    ),
  )
  const actor = openActor(MIDDLE)
  console.log(
    row(
      'xstate',
      await bytesOf(() => openActor(MIDDLE)),
      saveActor(actor).length,
      await microsecondsOf(() => restoreActor(saveActor(actor))),
    ),
  )
  const { engine } = await openBpmn(MIDDLE)
  const kept = await saveBpmn(engine)
  console.log(
    row(
      'bpmn-engine',
      await bytesOf(() => openBpmn(MIDDLE), 100),
      kept.length,
      await microsecondsOf(async () => restoreBpmn(await saveBpmn(engine)), 40),
    ),
  )
}

/** The matter compiled once, and the commands of the case in its roles. */
function prepare() {
  const { matters } = compile([{ uri: 'ten-steps.zw', text: TEN_STEP_MATTER }])
  const [compiled] = matters.values()
  const definition = compiled && prepareDefinition(compiled)
  if (definition?.ok !== true) throw new Error('the matter cannot carry a case')
  const calendar = createCalendar({ notices: NOTICES })
  const staff = { kind: 'staff', id: 'staff-1', roles: ['窗口人员', '审查人员', '负责人'] } as const
  const context: CommandContext = { at: Date.UTC(2026, 10, 23, 2), by: staff, calendar }
  const facts = { 经营面积: { kind: 'number', amount: String(AREA) } }

  function run(caseId: string, steps: readonly string[]): CaseState {
    let state = next(newCase(caseId), { kind: 'submit', facts, applicant: 'person-1' })
    for (const step of steps) {
      state = next(state, step === TEN_STEPS[0] ? { kind: 'accept' } : { kind: 'completeStep', step })
    }
    return state
  }

  function next(state: Parameters<typeof decide>[1], input: unknown): CaseState {
    const command = parseCommand(input)
    if (!command.ok) throw new Error(command.error.message)
    if (definition?.ok !== true) throw new Error('no definition')
    const decision = decide(definition.value, state, command.value, context)
    if (decision.refused !== undefined) throw new Error(`${decision.refused.message} ${decision.refused.names?.join()}`)
    return decision.state
  }

  return {
    run,
    middle: run('case-middle', MIDDLE),
    restore: (text: string): CaseState => JSON.parse(text),
  }
}

/** Runs a second to warm up, then measures. Unit: per second. */
async function rateOf(work: () => unknown, count: number): Promise<number> {
  for (let i = 0; i < count / 3; i++) await work()
  const start = performance.now()
  for (let i = 0; i < count; i++) {
    const pending = work()
    if (pending instanceof Promise) await pending
  }
  return (1000 * count) / (performance.now() - start)
}

async function microsecondsOf(work: () => unknown, count = 2000): Promise<number> {
  return 1_000_000 / (await rateOf(work, count))
}

/** What one more live case weighs on the heap: the difference between many and none, collected before and after. Unit: bytes. */
async function bytesOf(open: (i: number) => unknown, count = LIVE): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const held = new Array<unknown>(count).fill(undefined)
  for (let i = 0; i < count; i++) await open(i)
  const before = await settledHeap(collect)
  for (let i = 0; i < count; i++) held[i] = await open(i)
  const after = await settledHeap(collect)
  return (after - before) / held.filter((each) => each !== undefined).length
}

async function settledHeap(collect: () => void): Promise<number> {
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setImmediate(resolve))
    collect()
  }
  return process.memoryUsage().heapUsed
}

function row(name: string, bytes: number, text: number, microseconds: number): string {
  const cells = [bytes.toFixed(0), String(text), microseconds.toFixed(1)]
  return name.padEnd(24) + cells.map((cell, i) => cell.padStart([9, 10, 18][i] ?? 10)).join('')
}
