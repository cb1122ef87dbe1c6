import type { ApplicantMatch, Match } from './prepare-match.ts'
import type { MatchTally } from './tally-matches.ts'

/** Where an applicant stands in the file, and the name that the file gives to him. */
export interface ApplicantLine {
  /** Counted from 1. */
  readonly line: number
  readonly id: string | number | null
}

/** The first line of `zw match --json` (匹配的说明): what is matched, and what is not. */
export function matchHeadToJson({ matters, skipped, conflicts }: Match) {
  return {
    schema: 'zw/match/1',
    kind: 'matters',
    matters: matters.map(({ name }) => name),
    skipped: skipped.map(({ name }) => name),
    conflicts,
  }
}

/** One applicant's line of `zw match --json` (一个申请人的匹配结果). */
export function applicantToJson({ line, id }: ApplicantLine, { eligible, lacksOne, errors }: ApplicantMatch) {
  if (errors.length > 0) return { kind: 'error', line, id, errors }
  return {
    kind: 'applicant',
    line,
    id,
    eligible: eligible.map(({ matter, manual }) => ({ matter: matter.name, manual })),
    lacksOne: lacksOne.map(({ matter, manual, missing }) => ({ matter: matter.name, manual, missing })),
  }
}

/** The last line of `zw match --json` (匹配的合计). */
export function matchTallyToJson({ applicants, errors, unused, byMatter }: MatchTally) {
  return {
    kind: 'total',
    applicants,
    errors,
    unused,
    byMatter: byMatter.map(({ matter, ...counts }) => ({ matter: matter.name, ...counts })),
  }
}
