import type { NearMatter } from './admission-table.ts'
import type { ApplicantMatch, Match } from './prepare-match.ts'
import type { MatchTally } from './tally-matches.ts'

/** Where an applicant stands in the file, and the name that the file gives to him. */
export interface ApplicantLine {
  /** Counted from 1. */
  readonly line: number
  readonly id: string | number | null
}

/** The first line of `zw match --json` (匹配的说明): what is matched, and what is not. */
export function matchHeadToJson({ matters, skipped, conflicts, appliedOn }: Match) {
  return {
    schema: 'zw/match/1',
    kind: 'matters',
    asOf: appliedOn ?? null,
    matters: matters.map(({ name }) => name),
    skipped: skipped.map(({ name }) => name),
    conflicts,
  }
}

/** One applicant's line of `zw match --json` (一个申请人的匹配结果), written out: there may be a great many of them. */
export function printApplicantJson(
  { line, id }: ApplicantLine,
  { eligible, lacksOne, errors }: ApplicantMatch,
): string {
  const head = `"line":${line},"id":${JSON.stringify(id)}`
  if (errors.length > 0) return `{"kind":"error",${head},"errors":${JSON.stringify(errors)}}`
  const entitled = eligible.map(({ matter, manual }) => JSON.stringify({ matter: matter.name, manual }))
  return `{"kind":"applicant",${head},"eligible":[${entitled.join()}],"lacksOne":[${lacksOne.map(printNear).join()}]}`
}

const printed = new WeakMap<NearMatter, string>()

/** Applicants who lack the same share what is said of it. */
function printNear(near: NearMatter): string {
  const { matter, manual, missing } = near
  const text = printed.get(near) ?? JSON.stringify({ matter: matter.name, manual, missing })
  printed.set(near, text)
  return text
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
