import { failure, type Result, success } from '../base/result.ts'
import type { Actor } from '../engine/actor.ts'
import type { CaseDefinition } from '../engine/flow/definition.ts'
import type { Renamed } from '../engine/migration/counterpart.ts'
import { migrate } from '../engine/migration/migrate.ts'
import { type MigrationPlan, planMigration } from '../engine/migration/plan-migration.ts'
import type { Refusal } from '../engine/refusal.ts'
import { refuse } from '../engine/refuse.ts'
import { type Answer, refused, stale } from './answer.ts'
import { appendEvents } from './append-events.ts'
import type { CaseHost } from './case-host.ts'
import { contextFor } from './context-for.ts'
import { findCase, type LoadedCase } from './load-case.ts'

/** How a case is to move (改版请求). */
export interface MigrationRequest {
  /** Old names of steps and procedures by their new ones. */
  readonly renamed?: Renamed
  readonly expectedVersion?: number
}

/** Plans the move of a case to the version in force now; what 过渡 says of it is left to the move itself. */
export async function planCaseMigration(
  host: CaseHost,
  caseId: string,
  { renamed }: MigrationRequest = {},
): Promise<Result<MigrationPlan, Refusal>> {
  const loaded = await findCase(host, caseId)
  if (!loaded.ok) return loaded
  const target = targetOf(host, loaded.value)
  return target.ok ? planMigration(loaded.value.state, loaded.value.definition, target.value, renamed) : target
}

/** Moves a case to the version in force now (改版). What fell due under the old version happens first. */
export async function migrateCase(
  host: CaseHost,
  caseId: string,
  by: Actor,
  { renamed, expectedVersion }: MigrationRequest = {},
): Promise<Answer> {
  const loaded = await findCase(host, caseId)
  if (!loaded.ok) return refused(loaded.error)
  const { state, definition: old, end } = loaded.value
  const known = { caseId, version: end.version }
  if (expectedVersion !== undefined && expectedVersion !== end.version) return stale(known)
  const target = targetOf(host, loaded.value)
  if (!target.ok) return refused(target.error, known)
  const context = contextFor(host, by, host.now(), state.lastAt)
  const moved = migrate(state, old, target.value, context, renamed)
  if (moved.refused !== undefined) return refused(moved.refused, known)
  const growing = { caseId, state, end, definition: target.value }
  const appended = await appendEvents(host, growing, moved, context.at)
  if (appended.kind !== 'appended') return stale(known)
  return { kind: 'done', caseId, version: appended.version, repeated: false, ...moved }
}

/** The version in force now of the matter that a case is about. */
function targetOf({ shelf, now }: CaseHost, { state, definition }: LoadedCase): Result<CaseDefinition, Refusal> {
  const target = shelf.inForce(state.matter, now())
  if (target === undefined) return failure(refuse('unknown-matter', '事项没有正在施行的版本', '请核对事项的施行日期'))
  if (target.hash !== definition.hash) return success(target)
  return failure(refuse('cannot-migrate', '办件已经按现行版本办理', '不用改版'))
}
