import { randomUUID } from 'node:crypto'
import { type Calendar, createCalendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Policy } from '../engine/context.ts'
import type { DefinitionSource } from '../engine/flow/print-definition.ts'
import type { CaseStore } from '../stores/case-store.ts'
import { openStore } from '../stores/open-store.ts'
import { DEFAULT_RETRY, type Retry } from './backoff.ts'
import { callServices } from './call-services.ts'
import type { CaseHost } from './case-host.ts'
import { checkOptions, checkSources } from './check-options.ts'
import { createDefinitionShelf, prepareDefinitions } from './definition-shelf.ts'
import { deliver } from './deliver.ts'
import type { CaseDriver, CaseOperations } from './driver.ts'
import type { Engine } from './engine.ts'
import { handleCommand } from './handle-command.ts'
import { createLeases } from './leases.ts'
import { createLocalDriver } from './local-driver.ts'
import { serveEngine } from './serve-engine.ts'
import type { ServicePorts } from './services.ts'
import { type OnTrouble, warnOfTrouble } from './trouble.ts'
import { wakeCase } from './wake-case.ts'

/** How long a due case is claimed by one process. Unit: ms. */
const CLAIM = 60_000

/** What an engine runs on (引擎的设置). */
export interface EngineOptions {
  /** `memory:`, `sqlite:cases.db`, `postgres://…`, or a store that is open already. */
  readonly store: string | CaseStore
  /** The matters that cases are submitted for: of one name, the latest in force on the day. */
  readonly definitions: Iterable<DefinitionSource>
  readonly calendar?: Calendar
  /** By default the clock of the machine. */
  readonly now?: () => Instant
  readonly services?: ServicePorts
  readonly policy?: Policy
  readonly retry?: Retry
  /** How often the background looks for due cases and events, 1 s by default; `false` for no background: then `runDue` and `deliver` do its work. Unit: ms. */
  readonly pollEvery?: number | false
  /** By default it goes to the error output. */
  readonly onTrouble?: OnTrouble
  /** Who drives cases; by default this process. */
  readonly driver?: (operations: CaseOperations) => CaseDriver
}

/**
 * Opens an engine over a store (打开引擎). Throws a TypeError for options that it cannot work with; and where a definition
 * cannot carry cases or the store cannot be opened.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  checkOptions(options)
  // Listed once: what `matters.values()` gives is spent by one look.
  const sources = [...options.definitions]
  checkSources(sources)
  const { now = Date.now, pollEvery = 1_000, onTrouble = warnOfTrouble, retry = DEFAULT_RETRY } = options
  const definitions = prepareDefinitions(sources)
  const ownsStore = typeof options.store === 'string'
  const store = typeof options.store === 'string' ? await openStore(options.store) : options.store
  const worker = randomUUID()
  const host: CaseHost = {
    store,
    shelf: createDefinitionShelf(definitions, store),
    calendar: options.calendar ?? createCalendar(),
    ...(options.policy !== undefined && { policy: options.policy }),
    now,
    newId: randomUUID,
    worker,
    leases: createLeases(store, worker, now),
    retry,
    onTrouble,
    moved: (caseId, wakeAt) => driver.moved(caseId, wakeAt),
  }
  const operations: CaseOperations = {
    handle: (envelope) => handleCommand(host, envelope),
    wake: (caseId, at) => wakeCase(host, caseId, at),
    async claimDue(until, limit) {
      const claim = { now: until, until, limit, worker, claimedUntil: until + CLAIM }
      return (await store.claimDue(claim)).map(({ caseId }) => caseId)
    },
    deliver: (subscription, stopping) => deliver(host, subscription, stopping),
  }
  const local = { now, onTrouble, ...(pollEvery !== false && { pollEvery }) }
  const driver = options.driver?.(operations) ?? createLocalDriver(operations, local)
  for (const subscription of callServices(host, options.services ?? {}, driver.dispatch)) driver.subscribe(subscription)
  return serveEngine(host, driver, ownsStore)
}
