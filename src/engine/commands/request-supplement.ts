import { failure, type Result, success } from '../../base/result.ts'
import type { Supplement } from '../../model/flow.ts'
import { isAccepted } from '../acceptance.ts'
import { type CaseWork, emit } from '../case-work.ts'
import { timesAsked } from '../evolve.ts'
import { refuseUnlessOpen, refuseWhileSupplementing } from '../find-step.ts'
import type { Handler } from '../handler.ts'
import { canBeMissing } from '../missing-part.ts'
import { refuseOthersThanStaffOf } from '../permissions.ts'
import type { Refusal } from '../refusal.ts'
import { listed, refuse } from '../refuse.ts'

/** How often a 补正 may be asked for where the matter does not say: all at once (一次性告知), 行政许可法第三十二条. */
const ONCE = 1

/** 告知补正: tells the applicant all that is missing. */
export const requestSupplement: Handler<'requestSupplement'> = (work, { name, missing, reason }) => {
  const found = findSupplement(work, name)
  if (!found.ok) return found.error
  const { times = ONCE, clock = 'paused', supplementLimit } = found.value
  const unknown = missing.filter((each) => !canBeMissing(work.definition, each))
  if (missing.length === 0)
    return refuse('bad-command', '没有写缺什么', '请列出全部缺的材料和信息', { field: 'missing' })
  if (unknown.length > 0) {
    return refuse('unknown-material', `事项不向申请人要${listed(unknown)}`, '请按申请材料和申报信息的名称写', {
      field: 'missing',
      names: unknown,
    })
  }
  if (timesAsked(work.state.supplementCounts, found.value.name) >= times) {
    return refuse('too-often', `“${found.value.name}”至多${times}次`, '请受理，或者不予受理并说明理由')
  }
  emit(work, {
    kind: 'supplementRequested',
    name: found.value.name,
    missing: [...new Set(missing)],
    clock,
    ...(supplementLimit !== undefined && { limit: supplementLimit }),
    ...(reason !== undefined && { reason }),
  })
  return undefined
}

/** The 补正 that is meant, if it may be asked for now: that of the step under way, by default of 受理. */
function findSupplement(work: CaseWork, name: string | undefined): Result<Supplement, Refusal> {
  const { supplements } = work.definition.matter
  const names = supplements.map((each) => each.name)
  const meant = name === undefined ? supplements : supplements.filter((each) => each.name === name)
  if (meant.length === 0) {
    const help = names.length === 0 ? '请受理，或者不予受理并说明理由' : `有：${names.join('、')}`
    return failure(refuse('no-supplement', '事项没有规定这种补正', help, { field: 'name', names }))
  }
  const refusals = meant.map((each) => refuseNow(work, each))
  const usable = meant.filter((_, index) => refusals[index] === undefined)
  const [first, second] = usable
  if (first === undefined) return failure(refusals[0] ?? refuse('no-supplement', '事项没有规定补正', ''))
  if (second !== undefined) {
    const choices = usable.map((each) => each.name)
    return failure(
      refuse('no-supplement', '没有写是哪一种补正', `请写明：${choices.join('、')}`, { field: 'name', names: choices }),
    )
  }
  return success(first)
}

function refuseNow(work: CaseWork, { step }: Supplement): Refusal | undefined {
  const { definition } = work
  const id = step === undefined ? undefined : definition.nodeOf.get(step)
  const refused =
    refuseOthersThanStaffOf(work, id === undefined ? definition.byStage.acceptance : [id]) ??
    refuseWhileSupplementing(work)
  if (refused !== undefined) return refused
  if (id !== undefined && step !== undefined) return refuseUnlessOpen(work, id, step)
  return isAccepted(work)
    ? refuse('wrong-status', '已经受理，不能再要求补正', '材料有问题的，请在审查中处理')
    : undefined
}
