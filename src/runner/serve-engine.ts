import { failure, success } from '../base/result.ts'
import { readClocks } from '../engine/clocks/read-clocks.ts'
import { enabled } from '../engine/enabled/enabled.ts'
import { buildReceipt } from '../engine/history/receipt.ts'
import { parseEnvelope } from '../engine/parse-envelope.ts'
import { refuse } from '../engine/refuse.ts'
import { refused } from './answer.ts'
import type { CaseHost } from './case-host.ts'
import { checkSubscription } from './check-options.ts'
import type { CaseDriver } from './driver.ts'
import type { Engine } from './engine.ts'
import { findCase } from './load-case.ts'
import { migrateCase, planCaseMigration } from './migrate-case.ts'
import { rearmCases } from './rearm-cases.ts'

/** How many failed calls are listed unless told. */
const LISTED = 1_000

/** What is asked of an engine after its end. */
const STOPPED = refuse('stopped', '引擎已经停了', '请重新打开引擎再办')

/** The engine as its users see it: each of its methods over the host and the driver. */
export function serveEngine(host: CaseHost, driver: CaseDriver, ownsStore: boolean): Engine {
  const { store, calendar, policy, now } = host
  let stopped: Promise<void> | undefined
  /** Handlers that were under way may still read; when they are done the store is closed. */
  let isStopped = false

  async function stop() {
    await driver.stop()
    isStopped = true
    await host.leases.releaseAll()
    if (ownsStore) await store.close()
  }

  return {
    async dispatch(envelope) {
      const parsed = parseEnvelope(envelope)
      return parsed.ok ? driver.dispatch(parsed.value) : refused(parsed.error)
    },
    async read(caseId) {
      if (isStopped) return failure(STOPPED)
      const loaded = await findCase(host, caseId)
      if (!loaded.ok) return loaded
      const { state, definition, events } = loaded.value
      const clocks = readClocks(definition, state, calendar, now(), policy)
      return success({ state, clocks, enabled: enabled(definition, state, policy), history: events, definition })
    },
    list: (query = {}) => store.list(query),
    async receipt(caseId) {
      if (isStopped) return failure(STOPPED)
      const loaded = await findCase(host, caseId)
      return loaded.ok ? success(buildReceipt({ ...loaded.value, calendar, at: now() })) : loaded
    },
    subscribe(name, handler, options) {
      checkSubscription(name, handler, options)
      driver.subscribe({ name, handler, ...options })
    },
    runDue: (at = now()) => driver.runDue(at),
    rearm: () => rearmCases(host),
    nextWake: () => store.nextWake(),
    deliver: () => driver.deliver(),
    failures: ({ limit = LISTED, ...query } = {}) => store.failedEffects({ ...query, limit }),
    retry: (failed) => store.putFailedEffect({ ...failed, attempts: 0, nextAt: now() }),
    async planMigration(caseId, request) {
      return isStopped ? failure(STOPPED) : planCaseMigration(host, caseId, request)
    },
    async migrate(caseId, by, request) {
      return isStopped ? refused(STOPPED) : migrateCase(host, caseId, by, request)
    },
    stop() {
      stopped ??= stop()
      return stopped
    },
  }
}
