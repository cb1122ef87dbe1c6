import type { Actor } from 'zhengwu/engine'

/** Who stands behind which bearer token. A real portal asks its sign-on service; the engine only needs the answer. */
export const PEOPLE: ReadonlyMap<string, Actor> = new Map<string, Actor>([
  ['token-applicant', { kind: 'applicant', id: 'person-1', roles: [] }],
  ['token-neighbour', { kind: 'applicant', id: 'person-2', roles: [] }],
  ['token-window', { kind: 'staff', id: 'staff-1', roles: ['窗口人员'] }],
  ['token-inspector', { kind: 'staff', id: 'staff-2', roles: ['核查人员'] }],
  ['token-decider', { kind: 'staff', id: 'staff-3', roles: ['审批人员'] }],
])
