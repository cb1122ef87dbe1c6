import { refuse } from '../engine/refuse.ts'
import { type Answer, refused } from './answer.ts'
import type { RequestKey } from './append-events.ts'
import type { CaseHost } from './case-host.ts'
import { loadCase } from './load-case.ts'

/** The first answer to a request that was carried out before (重发的请求); undefined for a new one. */
export async function repeatAnswer(host: CaseHost, key: RequestKey): Promise<Answer | undefined> {
  const before = await host.store.keyed(key.idempotencyKey)
  if (before === undefined) return undefined
  const { caseId, fromVersion, version } = before
  if (before.fingerprint !== key.fingerprint) {
    const help = '请换一个请求编号；重发时内容要与第一次相同'
    return refused(refuse('key-reused', '请求编号已经用于另一个请求', help, { field: 'idempotencyKey' }))
  }
  const loaded = await loadCase(host, caseId, version)
  if (loaded === undefined) throw new Error(`store keeps a request of case ${caseId} but not the case`)
  if (!loaded.ok) return refused(loaded.error, { caseId })
  const { state, events } = loaded.value
  return {
    kind: 'done',
    caseId,
    version,
    events: events.slice(fromVersion).map(({ event }) => event),
    state,
    repeated: true,
  }
}
