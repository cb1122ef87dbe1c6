import fc from 'fast-check'
import type { Actor } from '../../engine/actor.ts'
import type { Matter } from '../../model/matter.ts'

/**
 * Anybody who may want something of a case (任意操作人): two applicants, staff with some of the matter's roles or with none,
 * of one of two organs or of none, and the system.
 */
export function arbitraryActor(matter: Pick<Matter, 'flow'>): fc.Arbitrary<Actor> {
  const roles = [...new Set(matter.flow.flatMap((item) => (item.kind === 'step' ? (item.role ?? []) : [])))]
  const applicant = fc
    .constantFrom('applicant-1', 'applicant-2')
    .map((id): Actor => ({ kind: 'applicant', id, roles: [] }))
  const staff = fc
    .record(
      {
        kind: fc.constant('staff'),
        id: fc.constantFrom('staff-1', 'staff-2'),
        roles: fc.oneof(fc.constant(roles), fc.subarray(roles)),
        organ: fc.constantFrom('甲市政务大厅', '乙市政务大厅'),
      },
      { requiredKeys: ['kind', 'id', 'roles'] },
    )
    .map((actor): Actor => actor)
  const system = fc.constant<Actor>({ kind: 'system', id: 'system', roles: [] })
  return fc.oneof(
    { weight: 3, arbitrary: applicant },
    { weight: 6, arbitrary: staff },
    { weight: 1, arbitrary: system },
  )
}
