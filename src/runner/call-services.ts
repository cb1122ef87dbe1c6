import { keysOf } from '../base/keys-of.ts'
import { SYSTEM } from '../engine/case-work.ts'
import type { CommandEnvelope } from '../engine/command-envelope.ts'
import { SERVICES, type ServiceKind } from '../engine/parts.ts'
import type { RefusalCode } from '../engine/refusals.ts'
import type { Answer } from './answer.ts'
import type { CaseHost } from './case-host.ts'
import type { Delivery, Subscription } from './delivery.ts'
import { loadCase } from './load-case.ts'
import type { ServicePort, ServicePorts } from './services.ts'

/** How many cases wait for one service at the same time. */
const CONCURRENCY = 8

/** The case has gone on without the answer: nobody waits for it any more. */
const TOO_LATE: ReadonlySet<RefusalCode> = new Set(['ended', 'unknown-service'])

/**
 * The subscribers that call the connected services and bring their answers into the cases (调用外部服务). Each service has one
 * of its own, so that one that is connected later is still asked for what nobody has answered by then.
 */
export function callServices(
  host: CaseHost,
  ports: ServicePorts,
  dispatch: (envelope: CommandEnvelope) => Promise<Answer>,
): readonly Subscription[] {
  return keysOf(SERVICES).flatMap((service) => {
    const port = ports[service]
    return port === undefined ? [] : [callService(host, service, port, dispatch)]
  })
}

function callService(
  host: CaseHost,
  service: ServiceKind,
  port: ServicePort,
  dispatch: (envelope: CommandEnvelope) => Promise<Answer>,
): Subscription {
  return { name: `service:${service}`, kinds: ['serviceRequested'], concurrency: CONCURRENCY, handler: call }

  async function call({ key, event, failures }: Delivery): Promise<void> {
    if (event.kind !== 'serviceRequested' || event.service !== service) return
    const { step, data = {} } = event
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
