import { emit } from '../case-work.ts'
import { isStaffsFact, refuseChanges, refuseFacts } from '../check-facts.ts'
import { findProcedure, isRunning } from '../find-procedure.ts'
import type { Handler } from '../handler.ts'
import { refuse } from '../refuse.ts'

/** 结束特别程序: with what it found out. */
export const endProcedure: Handler<'endProcedure'> = (work, { procedure: name, facts }) => {
  const found = findProcedure(work, name)
  if (!found.ok) return found.error
  const refused =
    (isRunning(work, found.value)
      ? undefined
      : refuse('step-not-ready', `“${name}”没有在进行`, '请先开始特别程序', { field: 'procedure', names: [name] })) ??
    refuseFacts(work.definition, facts, (fact) => isStaffsFact(work, fact)) ??
    refuseChanges(work, facts, () => false)
  if (refused !== undefined) return refused
  emit(work, {
    kind: 'procedureEnded',
    procedure: name,
    ...found.value.at,
    ...(facts !== undefined && { facts }),
  })
  return undefined
}
