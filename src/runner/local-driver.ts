import type { Instant } from '../calendar/instant.ts'
import { refuse } from '../engine/refuse.ts'
import { refused } from './answer.ts'
import type { Subscription } from './delivery.ts'
import type { CaseDriver, CaseOperations } from './driver.ts'
import { type DueRun, summarizeWoken } from './due-run.ts'
import { inParallel } from './in-parallel.ts'
import type { OnTrouble } from './trouble.ts'
import { createTurns } from './turns.ts'
import type { Woken } from './wake-case.ts'

/** How many due cases are claimed at a time, and how many of them are worked on side by side. */
const CLAIM = 100
const SIDE_BY_SIDE = 8

/** How a local driver works (本机驱动的设置). */
export interface LocalDriving {
  readonly now: () => Instant
  /** How often the store is looked at for what other processes did and for what has fallen due; absent for never. Unit: ms. */
  readonly pollEvery?: number
  readonly onTrouble: OnTrouble
}

/**
 * Drives cases from this process (本机驱动). No timer is ever set further ahead than one poll, since setTimeout fires at
 * once beyond 24.8 days; what a case waits for stands in the store.
 */
export function createLocalDriver(work: CaseOperations, { now, pollEvery, onTrouble }: LocalDriving): CaseDriver {
  const commands = createTurns()
  const deliveries = createTurns()
  const subscriptions = new Map<string, Subscription>()
  const queued = new Set<Subscription>()
  const stopping = new AbortController()
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  async function runDue(at: Instant): Promise<DueRun> {
    const woken = new Map<string, Woken>()
    while (!stopping.signal.aborted) {
      const claimed = (await work.claimDue(at, CLAIM)).filter((caseId) => !woken.has(caseId))
      if (claimed.length === 0) break
      const wake = async (caseId: string) => {
        woken.set(caseId, await commands.take(caseId, () => work.wake(caseId, at)))
      }
      await inParallel(claimed, SIDE_BY_SIDE, wake, stopping.signal)
    }
    return summarizeWoken(woken.values())
  }

  async function deliverAll(): Promise<number> {
    let count = 0
    for (const subscription of subscriptions.values()) {
      count += await deliveries.take(subscription.name, () => work.deliver(subscription, stopping.signal))
    }
    return count
  }

  /** One look that has not begun yet sees all that happened before it begins. */
  async function deliverSoon(subscription: Subscription) {
    if (queued.has(subscription)) return
    queued.add(subscription)
    const look = () => {
      queued.delete(subscription)
      return work.deliver(subscription, stopping.signal)
    }
    await deliveries.take(subscription.name, look).catch(tell)
  }

  function tell(error: unknown) {
    onTrouble({ kind: 'error', error })
  }

  async function poll(every: number) {
    await deliveries
      .take(POLL, async () => {
        const { broken } = await runDue(now())
        for (const { caseId, refusal } of broken) onTrouble({ kind: 'broken-case', caseId, refusal })
      })
      .catch(tell)
    if (stopping.signal.aborted) return
    for (const subscription of subscriptions.values()) deliverSoon(subscription)
    timer = setTimeout(poll, every, every)
  }

  if (pollEvery !== undefined) timer = setTimeout(poll, 0, pollEvery)

  return {
    async dispatch(envelope) {
      if (isClosed) return refused(refuse('stopped', '系统正在停机，没有办理', '请稍后再发一次，请求编号不变'))
      // A case that gets its id only now has nobody to wait for.
      return commands.take(envelope.caseId ?? {}, () => work.handle(envelope))
    },
    moved() {
      if (pollEvery === undefined || stopping.signal.aborted) return
      for (const subscription of subscriptions.values()) deliverSoon(subscription)
    },
    subscribe(subscription) {
      if (subscriptions.has(subscription.name)) throw new TypeError(`“${subscription.name}” is subscribed already`)
      subscriptions.set(subscription.name, subscription)
      if (pollEvery !== undefined) deliverSoon(subscription)
    },
    runDue,
    async deliver() {
      let count = 0
      // Handlers may send commands, whose events are delivered too.
      for (let more = await deliverAll(); more > 0; more = await deliverAll()) count += more
      return count
    },
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      // Handlers under way may still send commands.
      await deliveries.idle()
      isClosed = true
      await commands.idle()
    },
  }
}

/** The turn of looks for due cases, which no subscriber can be called. */
const POLL = {}
