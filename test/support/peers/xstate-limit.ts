import { createActor, createMachine, SimulatedClock } from 'xstate'

const DAY = 86_400_000

/** A limit of so many days as xstate's documentation models it: a delayed transition. xstate knows no working days. */
function limit(days: number) {
  return createMachine({
    initial: 'running',
    states: {
      running: { after: { [days * DAY]: 'overdue' }, on: { suspend: 'suspended' } },
      suspended: { on: { resume: 'running' } },
      overdue: { type: 'final' },
    },
  })
}

/** After how many days the limit ran out, where the case was suspended and taken up again on the way. Unit: days since the start. */
export function overdueAfterSuspension(days: number, suspendAt: number, suspendedFor: number): number | undefined {
  const clock = new SimulatedClock()
  const actor = createActor(limit(days), { clock }).start()
  for (let day = 1; day <= 10 * days; day++) {
    if (day - 1 === suspendAt) actor.send({ type: 'suspend' })
    if (day - 1 === suspendAt + suspendedFor) actor.send({ type: 'resume' })
    clock.increment(DAY)
    if (actor.getSnapshot().value === 'overdue') return day
  }
  return undefined
}

/** After how many days the limit ran out, where the process was restarted on the way from what xstate keeps. Unit: days since the start. */
export function overdueAfterRestart(days: number, restartAt: number): number | undefined {
  const before = new SimulatedClock()
  const actor = createActor(limit(days), { clock: before }).start()
  before.increment(restartAt * DAY)
  const kept = JSON.stringify(actor.getPersistedSnapshot())
  actor.stop()
  const clock = new SimulatedClock()
  const restored = createActor(limit(days), { clock, snapshot: JSON.parse(kept) }).start()
  for (let day = restartAt + 1; day <= 10 * days; day++) {
    clock.increment(DAY)
    if (restored.getSnapshot().value === 'overdue') return day
  }
  return undefined
}

/** Whether a limit, with xstate's own clock, has run out though none of its time has passed. */
export async function isOverdueAtOnce(days: number): Promise<boolean> {
  const actor = createActor(limit(days)).start()
  // Two turns of the timers: what a wrongly set one needs.
  await new Promise((resolve) => setTimeout(resolve, 5))
  await new Promise((resolve) => setTimeout(resolve, 5))
  const isOverdue = actor.getSnapshot().value === 'overdue'
  actor.stop()
  return isOverdue
}
