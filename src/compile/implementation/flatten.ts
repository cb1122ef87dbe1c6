import type { Matter } from '../../model/matter.ts'
import { foldKey } from '../../syntax/fold.ts'
import { type Draft, setIfGiven } from '../lower/draft.ts'
import { applyAdjustments } from './adjustments.ts'
import { applyFees, applyTrips, lineOf } from './burdens.ts'
import { applyChannels } from './channels.ts'
import { applyCode, applySources, checkName } from './identity.ts'
import { applyMergers } from './mergers.ts'
import { readPermit } from './permits.ts'
import { applyPromisedLimits } from './promised.ts'
import { isAllowed, type Refining } from './refining.ts'
import { applyRestated } from './restated.ts'
import { applyWaivers } from './waivers.ts'

/**
 * The whole matter as it holds for one authority (合并结果): all that the level above says, with the local changes that
 * it allows. What it does not allow is reported and left out. 用例 belong to where they are written.
 */
export function flatten(refining: Refining): Matter {
  const { base, local } = refining
  const draft: Draft<Matter> = {
    ...base,
    name: local.name,
    scenarios: local.scenarios,
    revisions: [...base.revisions, ...local.revisions],
    notes: [...base.notes, ...local.notes],
  }
  setIfGiven(draft, 'origin', local.origin)
  applyOwn(draft, local)
  checkName(refining)
  applyCode(draft, refining)
  applySources(draft, refining)
  applyRestated(draft, refining)
  applyPromisedLimits(draft, refining)
  applyTrips(draft, refining)
  applyFees(draft, refining)
  applyChannels(draft, refining)
  applyWaivers(draft, refining)
  applyAdjustments(draft, refining)
  applyMergers(draft, refining)
  narrow(draft, refining)
  return draft
}

/** What each place says for itself. */
const OWN = [
  'version',
  'authority',
  'effectiveFrom',
  'effectiveTo',
  'checkedOn',
  'location',
  'openingHours',
  'enquiryPhone',
  'complaintPhone',
] as const

function applyOwn(draft: Draft<Matter>, local: Matter): void {
  for (const field of OWN) setIfGiven(draft, field, local[field])
  if (local.levels.length > 0) draft.levels = local.levels
  if (local.coAuthorities.length > 0) draft.coAuthorities = local.coAuthorities
  if (local.targets.length > 0) draft.targets = local.targets
  const restated = new Set(local.measures.map(({ name }) => foldKey(name)))
  draft.measures = [...draft.measures.filter(({ name }) => !restated.has(foldKey(name))), ...local.measures]
}

/** A level between may keep more things the same and allow less; it cannot allow more than it may do itself. */
function narrow(draft: Draft<Matter>, refining: Refining): void {
  const { base, local } = refining
  draft.unified = [...new Set([...base.unified, ...local.unified])]
  if (local.refinable.length === 0) return
  draft.refinable = local.refinable.filter((item) => {
    const permit = readPermit(item)
    if (permit === undefined || base.refinable.includes(item)) return permit !== undefined
    const { element, direction } = permit
    const from = `“${refining.permits.wordsFor(element) ?? '不得改动'}”`
    const place = lineOf('matter.refinable', refining)
    const words = { what: '下级的细化范围', from, to: `“${item}”`, place, against: base.origin }
    return isAllowed({ element, direction, ...words }, refining)
  })
}
