import type { SqlFlavour } from './flavour.ts'

/** What one version of the schema adds to the one before: statements in order (数据结构变更). */
export type Migration = (flavour: SqlFlavour) => readonly string[]

/**
 * The versions of the schema (数据结构版本), the first first. Those that were released never change: stores in use have run
 * them. A new one is added at the end.
 */
export const MIGRATIONS: readonly Migration[] = [
  ({ types: { id, moment, position }, tableSuffix }) => [
    `create table zw_cases (
      case_id ${id} not null primary key, version integer not null, matter text not null, definition text not null,
      applicant ${id} not null, status text not null, wake_at ${moment}, last_hash text not null,
      claimed_by text, claimed_until ${moment}
    )${tableSuffix}`,
    'create index zw_cases_applicant on zw_cases (applicant, case_id)',
    'create index zw_cases_matter on zw_cases (matter, case_id)',
    'create index zw_cases_status on zw_cases (status, case_id)',
    // Cases that have ended want no waking: both indexes hold the open ones alone.
    'create index zw_cases_wake on zw_cases (wake_at, case_id) where wake_at is not null',
    'create index zw_cases_claimed on zw_cases (claimed_until) where claimed_until is not null',
    `create table zw_events (
      position ${position}, case_id ${id} not null, seq integer not null, event text not null,
      previous text not null, hash text not null, unique (case_id, seq)
    )${tableSuffix}`,
    `create table zw_requests (
      idempotency_key ${id} not null primary key, case_id ${id} not null, from_version integer not null,
      version integer not null, fingerprint text
    )${tableSuffix}`,
    `create table zw_definitions (hash ${id} not null primary key, definition text not null)${tableSuffix}`,
    `create table zw_subscribers (subscriber ${id} not null primary key, position ${moment} not null)${tableSuffix}`,
    `create table zw_leases (
      name ${id} not null primary key, worker text not null, held_until ${moment} not null
    )${tableSuffix}`,
    `create table zw_failed_effects (
      subscriber ${id} not null, case_id ${id} not null, seq integer not null, position ${moment} not null,
      attempts integer not null, next_at ${moment}, error text not null, primary key (subscriber, case_id, seq)
    )${tableSuffix}`,
    'create index zw_failed_effects_position on zw_failed_effects (position, subscriber)',
  ],
]
