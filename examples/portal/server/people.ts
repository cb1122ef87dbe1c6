import type { Actor, CaseDefinition } from 'zhengwu/engine'

/** 一个能登录的人。 */
export interface Person {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly actor: Actor
}

/**
 * 演示用的登录：选一个人就是他。真的门户在这里接统一身份认证，工作人员的角色由权限系统给；引擎只要知道是谁、有哪些角色。
 * 示例里每个工作人员一人多岗，有全部角色。
 */
export function listPeople(definitions: Iterable<CaseDefinition>): readonly Person[] {
  const roles = new Set<string>()
  for (const { nodes, matter } of definitions) {
    for (const { step } of nodes) if (step?.role !== undefined) roles.add(step.role)
    for (const { filledBy } of matter.facts) if (filledBy !== undefined) roles.add(filledBy)
    for (const { approver } of matter.extensions) if (approver !== undefined) roles.add(approver)
  }
  const applicant = (id: string, name: string): Person => ({
    id,
    name,
    title: '申请人',
    actor: { kind: 'applicant', id, roles: [] },
  })
  const officer = (id: string, name: string): Person => ({
    id,
    name,
    title: '工作人员',
    actor: { kind: 'staff', id, roles: [...roles] },
  })
  return [
    applicant('applicant-1', '林晓'),
    applicant('applicant-2', '周远'),
    officer('staff-1', '王敏'),
    officer('staff-2', '陈立'),
  ]
}
