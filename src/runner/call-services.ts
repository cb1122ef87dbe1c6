import { SYSTEM } from '../engine/case-work.ts'
import type { CommandEnvelope } from '../engine/command-envelope.ts'
import type { RefusalCode } from '../engine/refusals.ts'
import type { Answer } from './answer.ts'
import type { CaseHost } from './case-host.ts'
import type { Delivery, Subscription } from './delivery.ts'
import { loadCase } from './load-case.ts'
import type { ServicePorts } from './services.ts'

/** How many cases wait for services at the same time. */
const CONCURRENCY = 8

/** The case has gone on without the answer: nobody waits for it any more. */
const TOO_LATE: ReadonlySet<RefusalCode> = new Set(['ended', 'unknown-service'])

/** The subscriber that calls the connected services and brings their answers into the cases (调用外部服务). */
export function callServices(
  host: CaseHost,
  ports: ServicePorts,
  dispatch: (envelope: CommandEnvelope) => Promise<Answer>,
): Subscription {
  return { name: 'services', kinds: ['serviceRequested'], concurrency: CONCURRENCY, handler: call }

  async function call({ key, event, failures }: Delivery): Promise<void> {
    if (event.kind !== 'serviceRequested') return
    const { service, step, data = {} } = event
    const port = ports[service]
    if (port === undefined) return
    const loaded = await loadCase(host, key.caseId)
    if (loaded === undefined) return
    if (!loaded.ok) throw new Error(loaded.error.message)
    const { services, matter } = loaded.value.state
    if (!services.some(({ request }) => request === key.seq)) return
    const answer = await port({ key, service, matter, ...(step !== undefined && { step }), data, failures })
    if (answer === undefined) return
    const result = await dispatch({
      caseId: key.caseId,
      by: SYSTEM,
      command: { kind: 'answerService', request: key.seq, ...answer },
      idempotencyKey: `service:${key.caseId}:${key.seq}`,
    })
    if (result.kind === 'refused' && !TOO_LATE.has(result.refusal.code)) throw new Error(result.refusal.message)
  }
}
