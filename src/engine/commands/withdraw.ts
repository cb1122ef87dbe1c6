import { emit } from '../case-work.ts'
import { refuseText } from '../check-text.ts'
import type { Handler } from '../handler.ts'
import { refuseOthersThanApplicant } from '../permissions.ts'
import { refuse } from '../refuse.ts'

/** 撤回: the applicant gives the application up, before the decision. */
export const withdraw: Handler<'withdraw'> = (work, { reason }) => {
  const refused =
    refuseOthersThanApplicant(work) ??
    (work.state.ledger.decidedAt === undefined
      ? undefined
      : refuse('wrong-status', '已经作出决定，不能再撤回', '不再需要的，可以申请注销')) ??
    refuseText(reason, 'reason')
  if (refused !== undefined) return refused
  emit(work, { kind: 'withdrawn', deemed: false, ...(reason !== undefined && { reason }) })
  return undefined
}
