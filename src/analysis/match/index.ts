/**
 * Proactive service (免申即享): `zhengwu/match`. A population of applicants against all matters: who meets the conditions of
 * which, and who misses one by a single thing. Works on matters and graphs as plain data; no parser is needed.
 */

export type { MeasurableMatter } from '../matter-report.ts'
export type { NearMatter } from './admission-table.ts'
export { type ApplicantLine, matchHeadToJson, matchTallyToJson, printApplicantJson } from './match-json.ts'
export type { MissingThing } from './one-thing-missing.ts'
export {
  type ApplicantFacts,
  type ApplicantMatch,
  type EligibleMatter,
  type Match,
  type MatchOptions,
  prepareMatch,
} from './prepare-match.ts'
export type { FactConflict } from './shared-facts.ts'
export { type MatchTally, type MatterTally, startTally, type TallyKeeper } from './tally-matches.ts'
