import type { Origin } from '../../base/source-file.ts'
import type { Matter } from '../../model/matter.ts'
import type { Draft } from '../lower/draft.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import { ELEMENTS, type ElementId } from './elements.ts'
import { isAllowed, type Refining } from './refining.ts'

/** Elements that an implementation may state again as a whole: the same words change nothing, others are judged. */
const RESTATED: readonly ElementId[] = [
  'type',
  'caseType',
  'audiences',
  'mainItem',
  'businessItem',
  'profile',
  'transition',
  'facts',
  'situations',
  'requirements',
  'materials',
  'flow',
  'supplements',
  'specialProcedures',
  'extensions',
  'statutoryLimits',
  'outputs',
]

/** Takes over what the 实施清单 states again, where it differs and may (重述的要素). */
export function applyRestated(draft: Draft<Matter>, refining: Refining): void {
  const { base, local, block, lowering } = refining
  for (const element of RESTATED) {
    const { fields, constructs } = ELEMENTS[element]
    const line = constructs.map((construct) => childOf(block, construct)).find((child) => child !== undefined)
    if (line === undefined || fields.every((field) => isSame(local[field], base[field]))) continue
    const place = firstDifference(local, base, fields) ?? originOf(lowering.source, line)
    const deviation = { element, direction: 'free', from: '原来的规定', to: '另一种规定', place } as const
    // Attributes that the level above leaves open may be stated, unless they are to be the same everywhere.
    const isOpen = fields.every((field) => base[field] === undefined) && !refining.isUnified(element)
    if (isOpen || isAllowed({ ...deviation, against: placeAbove(base, fields) }, refining)) {
      for (const field of fields) if (isStated(local[field])) Object.assign(draft, { [field]: local[field] })
    }
  }
}

function isStated(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0)
}

/** The same, but for the places where it stands. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, withoutPlaces) === JSON.stringify(b, withoutPlaces)
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'origin' ? undefined : value
}

interface Placed {
  readonly origin?: Origin | undefined
}

/** The first local entry that the level above does not have in the same words. */
function firstDifference(local: Matter, base: Matter, fields: readonly (keyof Matter)[]): Origin | undefined {
  for (const field of fields) {
    const above = partsOf(base[field])
    const entry = partsOf(local[field]).find((part) => !above.some((other) => isSame(part, other)))
    if (entry?.origin !== undefined) return entry.origin
  }
  return undefined
}

function placeAbove(base: Matter, fields: readonly (keyof Matter)[]): Origin | undefined {
  return (
    fields.flatMap((field) => partsOf(base[field])).find(({ origin }) => origin !== undefined)?.origin ?? base.origin
  )
}

function partsOf(value: Matter[keyof Matter]): readonly Placed[] {
  return Array.isArray(value) ? value.filter((part): part is Placed => typeof part === 'object') : []
}
