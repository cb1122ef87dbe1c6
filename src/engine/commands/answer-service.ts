import { emit } from '../case-work.ts'
import { refuseFacts } from '../check-facts.ts'
import { refuseMaterials } from '../check-materials.ts'
import type { Handler } from '../handler.ts'
import { serviceDataSchema } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { requestSharedMaterials } from '../shared-materials.ts'

/** 外部服务答复: what another system found out or delivered; a failure brings nothing. */
export const answerService: Handler<'answerService'> = (work, { request, outcome, data, facts, materials }) => {
  const { definition, state, context } = work
  const pending = state.services.find((each) => each.request === request)
  if (context.by.kind !== 'system') return refuse('wrong-role', '服务的答复由系统记', '请等系统答复')
  if (pending === undefined) {
    return refuse('unknown-service', '没有等着答复的这次请求', '可能已经答复过', { field: 'request' })
  }
  const refused =
    (outcome === 'failed' && (facts !== undefined || materials !== undefined)
      ? refuse('bad-command', '没有办成的服务不会带来信息和材料', '请去掉信息和材料', { field: 'outcome' })
      : undefined) ??
    (data === undefined || serviceDataSchema.safeParse(data).success
      ? undefined
      : refuse('bad-command', '服务数据写得不对', '请只写文字、整数和是否', { field: 'data' })) ??
    refuseFacts(definition, facts, () => true) ??
    refuseMaterials(definition, materials)
  if (refused !== undefined) return refused
  emit(work, {
    kind: 'serviceAnswered',
    request,
    service: pending.service,
    outcome,
    ...(data !== undefined && { data }),
    ...(facts !== undefined && { facts }),
    ...(materials !== undefined && { materials }),
  })
  if (facts !== undefined) requestSharedMaterials(work, state.facts)
  return undefined
}
