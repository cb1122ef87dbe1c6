import { emit } from '../case-work.ts'
import { findOpenStep } from '../find-step.ts'
import type { Handler } from '../handler.ts'
import { SERVICES, serviceDataSchema } from '../parts.ts'
import { refuseOthersThanStaffOf } from '../permissions.ts'
import { refuse } from '../refuse.ts'

/** 请求外部服务: asks another system; a step that is named waits for the answer. */
export const requestService: Handler<'requestService'> = (work, { service, step, data }) => {
  const { definition, state } = work
  const found = step === undefined ? undefined : findOpenStep(work, step)
  if (found?.ok === false) return found.error
  const everyStep = definition.nodes.flatMap((node, id) => (node.step === undefined ? [] : [id]))
  const isPending =
    service !== 'dataSharing' && state.services.some((each) => each.service === service && each.step === step)
  const refused =
    (found === undefined ? refuseOthersThanStaffOf(work, everyStep) : undefined) ??
    (isPending ? refuse('service-pending', `已经请求${SERVICES[service]}，还没有答复`, '有了答复再办') : undefined) ??
    (data === undefined || serviceDataSchema.safeParse(data).success
      ? undefined
      : refuse('bad-command', '服务数据写得不对', '请只写文字、整数和是否', { field: 'data' }))
  if (refused !== undefined) return refused
  emit(work, {
    kind: 'serviceRequested',
    service,
    ...(step !== undefined && { step }),
    ...(data !== undefined && { data }),
  })
  return undefined
}
