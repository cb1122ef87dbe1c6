import { assign, createActor, createMachine, initialTransition, type SnapshotFrom, transition } from 'xstate'
import * as z from 'zod'
import { AREA, FIRST, LARGE, LAST, SIDE_BY_SIDE } from './ten-steps.ts'

/** What xstate gets at the border, validated as ours is. */
const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('submit'), area: z.int().min(0) }),
  z.strictObject({ type: z.literal('complete'), step: z.string().min(1), by: z.string().min(1) }),
])

const DAY = 86_400_000

/** One step: it waits for its completion, and its limit is a delayed transition, as xstate's documentation models deadlines. */
function stepState(name: string, target: string, days: number) {
  return {
    on: { complete: { guard: ({ event }: { event: { step?: string } }) => event.step === name, target } },
    after: { [days * DAY]: { actions: 'overdue' } },
  }
}

/** The ten-step case as a state chart. */
const machine = createMachine(
  {
    id: 'case',
    types: {} as {
      context: { area: number; overdue: number }
      events: { type: 'submit'; area: number } | { type: 'complete'; step: string; by: string }
    },
    context: { area: 0, overdue: 0 },
    initial: 'draft',
    states: {
      draft: { on: { submit: { target: FIRST[0], actions: assign({ area: ({ event }) => event.area }) } } },
      [FIRST[0]]: stepState(FIRST[0], FIRST[1], 1),
      [FIRST[1]]: stepState(FIRST[1], '核查方式', 2),
      核查方式: {
        always: [
          { guard: ({ context }: { context: { area: number } }) => context.area >= LARGE, target: '核查' },
          { target: '简易核查' },
        ],
      },
      简易核查: stepState('简易核查', LAST[0], 1),
      核查: {
        type: 'parallel',
        states: Object.fromEntries(
          SIDE_BY_SIDE.map((name) => [
            name,
            { initial: 'open', states: { open: stepState(name, 'done', 3), done: { type: 'final' as const } } },
          ]),
        ),
        onDone: LAST[0],
      },
      ...Object.fromEntries(LAST.map((name, index) => [name, stepState(name, LAST[index + 1] ?? 'closed', 1)])),
      closed: { type: 'final' },
    },
  },
  { actions: { overdue: assign({ overdue: ({ context }) => context.overdue + 1 }) } },
)

/** A clock that never ticks: the benchmark asks for no timer to fire, and real ones would keep the process alive. */
const stillClock = { setTimeout: () => 0, clearTimeout: () => {} }

/** Does the case with an actor, as xstate's users do; answers how it ended. */
export function runActor(steps: readonly string[]): unknown {
  const actor = createActor(machine, { clock: stillClock })
  actor.start()
  actor.send(commandSchema.parse({ type: 'submit', area: AREA }))
  for (const step of steps) actor.send(commandSchema.parse({ type: 'complete', step, by: 'staff-1' }))
  return actor.getSnapshot().value
}

/** Does the case with xstate's pure transition function. */
export function runPure(steps: readonly string[]): unknown {
  let [state] = initialTransition(machine)
  ;[state] = transition(machine, state, commandSchema.parse({ type: 'submit', area: AREA }))
  for (const step of steps) {
    ;[state] = transition(machine, state, commandSchema.parse({ type: 'complete', step, by: 'staff-1' }))
  }
  return state.value
}

/** A live case in the middle: its actor, for measuring what it weighs and how it is kept. */
export function openActor(steps: readonly string[]) {
  const actor = createActor(machine, { clock: stillClock })
  actor.start()
  actor.send({ type: 'submit', area: AREA })
  for (const step of steps) actor.send({ type: 'complete', step, by: 'staff-1' })
  return actor
}

/** Saves a live case to text. */
export function saveActor(actor: ReturnType<typeof openActor>): string {
  return JSON.stringify(actor.getPersistedSnapshot())
}

/** Takes it up again. */
export function restoreActor(text: string) {
  const snapshot: SnapshotFrom<typeof machine> = JSON.parse(text)
  const actor = createActor(machine, { snapshot, clock: stillClock })
  actor.start()
  return actor
}
