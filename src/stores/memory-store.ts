import type {
  Append,
  Appended,
  CaseQuery,
  CaseStore,
  CaseSummary,
  FailedEffect,
  KeyedAppend,
  StoredEvent,
} from './case-store.ts'
import { checkAppend } from './check-append.ts'

/** A case in memory: what is asked of it, its events, and until when a worker has claimed it. */
interface KeptCase {
  readonly events: StoredEvent[]
  summary: CaseSummary
  claimedUntil: number | undefined
}

/** Keeps cases in the memory of this process (内存存储): for tests, demonstrations and browsers. It ends with the process. */
export function openMemoryStore(): CaseStore {
  const cases = new Map<string, KeptCase>()
  const all: StoredEvent[] = []
  const requests = new Map<string, KeyedAppend>()
  const definitions = new Map<string, string>()
  const positions = new Map<string, number>()
  const leases = new Map<string, { readonly worker: string; readonly until: number }>()
  const failed = new Map<string, FailedEffect>()
  let closed = false

  /** What a store on a disk does, it does later: callers must not come to rely on an answer at once. */
  async function answer<T>(work: () => T): Promise<T> {
    if (closed) throw new Error('The store is closed')
    return work()
  }

  function append({ summary, expectedVersion, events, idempotencyKey, fingerprint }: Append): Appended {
    const { caseId } = summary
    const request = idempotencyKey === undefined ? undefined : requests.get(idempotencyKey)
    if (request !== undefined) {
      const sameRequest = request.fingerprint === fingerprint
      return { kind: 'repeated', caseId: request.caseId, version: request.version, sameRequest }
    }
    const kept = cases.get(caseId) ?? { events: [], summary, claimedUntil: undefined }
    if (kept.events.length !== expectedVersion) return { kind: 'conflict', version: kept.events.length }
    for (const sealed of events) {
      const stored = { ...sealed, caseId, position: all.length + 1 }
      all.push(stored)
      kept.events.push(stored)
    }
    kept.summary = summary
    kept.claimedUntil = undefined
    cases.set(caseId, kept)
    if (idempotencyKey !== undefined) {
      const keyed = { caseId, fromVersion: expectedVersion, version: summary.version }
      requests.set(idempotencyKey, fingerprint === undefined ? keyed : { ...keyed, fingerprint })
    }
    return { kind: 'appended', version: summary.version, position: all.length }
  }

  return {
    append: (wanted) =>
      answer(() => {
        checkAppend(wanted)
        return append(wanted)
      }),
    keyed: (key) => answer(() => requests.get(key)),
    summary: (caseId) => answer(() => cases.get(caseId)?.summary),
    async *read(caseId, afterVersion = 0) {
      yield* await answer(() => cases.get(caseId)?.events.slice(afterVersion) ?? [])
    },
    readAll: (after, limit) => answer(() => all.slice(after, after + limit)),
    list: (query) => answer(() => listed(cases.values(), query)),
    claimDue: ({ now, until, limit, claimedUntil }) =>
      answer(() => {
        const due = [...cases.values()].flatMap((kept) => {
          const { caseId, wakeAt } = kept.summary
          const free = kept.claimedUntil === undefined || kept.claimedUntil <= now
          return free && wakeAt !== null && wakeAt <= until ? [{ kept, caseId, wakeAt }] : []
        })
        due.sort((a, b) => a.wakeAt - b.wakeAt || (a.caseId < b.caseId ? -1 : 1))
        return due.slice(0, limit).map(({ kept, caseId, wakeAt }) => {
          kept.claimedUntil = claimedUntil
          return { caseId, wakeAt }
        })
      }),
    reschedule: (caseId, version, wakeAt) =>
      answer(() => {
        const kept = cases.get(caseId)
        if (kept === undefined || kept.summary.version !== version) return false
        kept.summary = { ...kept.summary, wakeAt }
        kept.claimedUntil = undefined
        return true
      }),
    nextWake: () =>
      answer(() => {
        let next: number | undefined
        for (const { summary, claimedUntil } of cases.values()) {
          if (summary.wakeAt === null) continue
          const wake = Math.max(summary.wakeAt, claimedUntil ?? summary.wakeAt)
          if (next === undefined || wake < next) next = wake
        }
        return next
      }),
    saveDefinition: (hash, json) =>
      answer(() => {
        if (!definitions.has(hash)) definitions.set(hash, json)
      }),
    definition: (hash) => answer(() => definitions.get(hash)),
    position: (subscriber) => answer(() => positions.get(subscriber) ?? 0),
    movePosition: (subscriber, from, to) =>
      answer(() => {
        if ((positions.get(subscriber) ?? 0) !== from) return false
        positions.set(subscriber, to)
        return true
      }),
    lease: ({ name, worker, now, until }) =>
      answer(() => {
        const held = leases.get(name)
        if (held !== undefined && held.worker !== worker && held.until > now) return false
        leases.set(name, { worker, until })
        return until > now
      }),
    failedEffects: ({ subscriber, dueBy, dead, limit }) =>
      answer(() =>
        [...failed.values()]
          .filter((effect) => subscriber === undefined || effect.subscriber === subscriber)
          .filter(({ nextAt }) => dueBy === undefined || (nextAt !== null && nextAt <= dueBy))
          .filter(({ nextAt }) => dead === undefined || (nextAt === null) === dead)
          .sort((a, b) => a.position - b.position || (a.subscriber < b.subscriber ? -1 : 1))
          .slice(0, limit),
      ),
    putFailedEffect: (effect) =>
      answer(() => {
        failed.set(effectKey(effect.subscriber, effect.caseId, effect.seq), effect)
      }),
    removeFailedEffect: (subscriber, caseId, seq) =>
      answer(() => {
        failed.delete(effectKey(subscriber, caseId, seq))
      }),
    close: async () => {
      closed = true
    },
  }
}

function listed(cases: Iterable<KeptCase>, query: CaseQuery): readonly CaseSummary[] {
  return [...cases]
    .map(({ summary }) => summary)
    .filter(({ applicant }) => query.applicant === undefined || applicant === query.applicant)
    .filter(({ matter }) => query.matter === undefined || matter === query.matter)
    .filter(({ status }) => query.status === undefined || status === query.status)
    .filter(({ caseId }) => query.after === undefined || caseId > query.after)
    .sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
    .slice(0, query.limit)
}

function effectKey(subscriber: string, caseId: string, seq: number): string {
  return JSON.stringify([subscriber, caseId, seq])
}
