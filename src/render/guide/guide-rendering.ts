import type { BundledMatter } from '../../analysis/bundle/bundle-parts.ts'
import type { ApplicantChecklist } from '../../analysis/checklist/applicant-checklist.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { type ConditionScope, printConditionWords } from '../../graph/condition-words.ts'
import type { Schedule } from '../../graph/schedule.ts'
import type { Bundle } from '../../model/bundle.ts'
import type { Condition } from '../../model/condition.ts'
import type { Matter } from '../../model/matter.ts'

/** What a guide tells beside the matter itself, and how (指南的内容). */
export interface GuideRendering {
  /** The day whose rules count, `YYYY-MM-DD`; without it the latest rules. */
  readonly asOf?: string | undefined
  /** The day on which the case is accepted (where a limit runs from the application: received), `YYYY-MM-DD`, and the calendar: then the limits have dates. */
  readonly start?: { readonly date: string; readonly calendar: Calendar } | undefined
  /** The picture of the flow, as `zhengwu/render/flow` draws it; it stands in the page as it is. */
  readonly flowSvg?: string | undefined
  /** The same for phones (`size: 'narrow'`, with an `idPrefix` of its own). */
  readonly narrowFlowSvg?: string | undefined
  /** The steps of the longest situation, drawn in working days. */
  readonly schedule?: Schedule | undefined
  /** Where the matter is a 一件事: what it was made of, so that each part says where it comes from. */
  readonly made?: { readonly bundle: Bundle; readonly bundled: BundledMatter } | undefined
  /** What one applicant needs, put before everything else. */
  readonly checklist?: ApplicantChecklist | undefined
  /** The version of zhengwu. */
  readonly version?: string | undefined
}

/** What all sections of a guide share. */
export interface GuideScope {
  readonly matter: Matter
  readonly rendering: GuideRendering
  /** A condition in plain words, and with what its situations mean; undefined where there is none. */
  readonly say: (when: Condition | undefined) => string | undefined
  readonly explain: (when: Condition | undefined) => string | undefined
}

/** Prepares what the sections share. */
export function guideScope(matter: Matter, rendering: GuideRendering): GuideScope {
  const scope: ConditionScope = { facts: matter.facts, situations: matter.situations }
  return {
    matter,
    rendering,
    say: (when) => when && printConditionWords(when, scope),
    explain: (when) => when && printConditionWords(when, scope, { explain: true }),
  }
}
