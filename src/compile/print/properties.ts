import type { Matter } from '../../model/matter.ts'
import { AUDIENCES, CASE_TYPES, LEVELS, MATTER_TYPES, TRANSITIONS } from '../../model/terms.ts'
import { defaultProfile } from '../lower/profiles.ts'
import { printDate } from '../text/words.ts'
import { line, lineIfGiven, listIfAny, type PrintedLine } from './lines.ts'
import { printName, printNames } from './names.ts'

/** The attributes of the matter itself (事项属性), in the order of the manual. */
export function printProperties(matter: Matter): readonly PrintedLine[] {
  const { type, caseType, authority, effectiveFrom, effectiveTo, mainItem, businessItem, trips, profile } = matter
  const { transition, checkedOn } = matter
  return [
    ...lineIfGiven('matter.code', matter.code),
    ...lineIfGiven('matter.version', matter.version),
    ...lineIfGiven('matter.type', type && MATTER_TYPES[type]),
    ...lineIfGiven('matter.caseType', caseType && CASE_TYPES[caseType]),
    ...listIfAny(
      'matter.levels',
      matter.levels.map((level) => LEVELS[level]),
    ),
    ...listIfAny(
      'matter.audiences',
      matter.audiences.map((audience) => AUDIENCES[audience]),
    ),
    ...lineIfGiven('matter.authority', authority && printName(authority)),
    ...listIfAny('matter.coAuthorities', printNames(matter.coAuthorities)),
    ...lineIfGiven('matter.effectiveFrom', effectiveFrom && `自${printDate(effectiveFrom)}起`),
    ...lineIfGiven('matter.effectiveTo', effectiveTo && printDate(effectiveTo)),
    ...lineIfGiven('matter.mainItem', mainItem && printName(mainItem)),
    ...lineIfGiven('matter.businessItem', businessItem && printName(businessItem)),
    ...lineIfGiven('matter.trips', trips === undefined ? undefined : `${trips}次`),
    ...lineIfGiven('matter.profile', profile === defaultProfile(type).name ? undefined : printName(profile)),
    ...matter.revisions.map(({ date, text }) => line('matter.revision', `${printDate(date)}，${text}`)),
    ...lineIfGiven('matter.transition', transition && TRANSITIONS[transition]),
    ...listIfAny('matter.unified', printNames(matter.unified)),
    ...listIfAny('matter.refinable', printNames(matter.refinable)),
    ...lineIfGiven('matter.checkedOn', checkedOn && printDate(checkedOn)),
    ...lineIfGiven('matter.location', matter.location),
    ...lineIfGiven('matter.openingHours', matter.openingHours),
    ...lineIfGiven('matter.enquiryPhone', matter.enquiryPhone),
    ...lineIfGiven('matter.complaintPhone', matter.complaintPhone),
  ]
}
