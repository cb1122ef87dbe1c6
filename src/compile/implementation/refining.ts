import type { Origin } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { Matter } from '../../model/matter.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { Lowering } from '../lower/lowering.ts'
import { deleteLines } from '../text/edits.ts'
import { ELEMENTS, type ElementId, elementNamed } from './elements.ts'
import { type Direction, type Permits, readPermits } from './permits.ts'

/** What every rule of refinement needs to know (细化的上下文). */
export interface Refining {
  /** What stands above, with everything that it inherits itself. */
  readonly base: Matter
  /** What people call it: 基本事项, or 上级实施清单. */
  readonly above: string
  /** What the 实施清单 itself says. */
  readonly local: Matter
  /** The 实施清单 as written. */
  readonly block: SyntaxNode
  readonly lowering: Lowering
  readonly permits: Permits
  readonly isUnified: (element: ElementId) => boolean
}

/** Reads 统一 and 允许细化 of the level above. */
export function startRefining(given: Omit<Refining, 'permits' | 'isUnified'>): Refining {
  const unified = new Set(given.base.unified.flatMap((word) => elementNamed(word) ?? []))
  return { ...given, permits: readPermits(given.base.refinable), isUnified: (element) => unified.has(element) }
}

/** One change that a lower level wants to make (改动), in words for people. */
export interface Deviation {
  readonly element: ElementId
  readonly direction: Direction
  /** What is changed, where it is more than the element as a whole: 环节“材料审查”的时限. */
  readonly what?: string
  readonly from: string
  readonly to: string
  /** Where the local line stands, and the one above that it goes against. */
  readonly place: Origin
  readonly against?: Origin | undefined
  readonly fixes?: readonly Fix[]
}

const USUAL_WORDS: { readonly [D in Direction]: string } = {
  down: '只减不增',
  up: '可以增加',
  merge: '可以合并',
  free: '可以调整',
}

/** True where the change is allowed; else it is reported with both places: ZW8005 for 统一, ZW8004 for all others. */
export function isAllowed(deviation: Deviation, refining: Refining): boolean {
  const { element, direction } = deviation
  if (!refining.isUnified(element) && refining.permits.allows(element, direction)) return true
  reportDeviation(deviation, refining)
  return false
}

/** Reports a change that goes beyond what the level above allows; it is not made. */
export function reportDeviation(deviation: Deviation, refining: Refining): void {
  const { element, place, against, from, to } = deviation
  const { above, lowering, permits } = refining
  const related = against === undefined ? [] : [{ origin: against, text: `${above}的规定` }]
  const fixes = [...(deviation.fixes ?? []), ...deleteLine(place, refining)]
  const [word] = ELEMENTS[element].words
  if (refining.isUnified(element)) {
    lowering.report(diagnose('ZW8005', { element: word, above }, place, { related, fixes }))
    return
  }
  const what = deviation.what ?? word
  const item = `${word}${USUAL_WORDS[deviation.direction]}`
  const params = { what, element: word, from, to, above, allowed: permits.wordsFor(element), item }
  lowering.report(diagnose('ZW8004', params, place, { related, fixes }))
}

function deleteLine(place: Origin, { block, lowering, above }: Refining): readonly Fix[] {
  const line = lineAt(place, block)
  if (line === undefined) return []
  return [{ title: `删去这里，沿用${above}的规定`, applicability: 'ask', edits: [deleteLines(lowering.source, line)] }]
}

/** The line directly under the 实施清单 in which a place lies. */
export function lineAt({ span }: Origin, { children }: SyntaxNode): SyntaxNode | undefined {
  return children.findLast(({ keyword }) => keyword.start <= span.start)
}
