import { printDuration } from '../../calendar/duration.ts'
import type { Bundle } from '../../model/bundle.ts'
import { AUDIENCES, LEVELS, LIMIT_POLICIES } from '../../model/terms.ts'
import { defaultProfile } from '../lower/profiles.ts'
import { printDate } from '../text/words.ts'
import {
  printCapacity,
  printComponent,
  printMergedForm,
  printOutputReuse,
  printSharedMaterial,
  printSharedStep,
} from './bundle-parts.ts'
import { printFact } from './facts.ts'
import { layOut, line, lineIfGiven, listIfAny, type PrintedLine, section } from './lines.ts'
import { printName, printNames } from './names.ts'
import { NO_NAMES, type Printing, startPrinting } from './printing.ts'
import { printScenario } from './scenarios.ts'
import { printSituation } from './situations.ts'
import { printAnnotations } from './sources.ts'
import { printTarget } from './targets.ts'
import { printTimeLimit } from './time-limits.ts'

/** One part of a bundle as lines; between parts stands a blank line. */
type PartPrinter = (bundle: Bundle, printing: Printing) => readonly PrintedLine[]

/** The parts of a bundle in the order of the manual. */
const PARTS: readonly PartPrinter[] = [
  (bundle) => [line('bundle', printName(bundle.name)), ...printProperties(bundle), ...printAnnotations(bundle)],
  ({ facts }) => section('facts', facts.map(printFact)),
  ({ situations }, printing) => situations.map((situation) => printSituation(situation, printing)),
  ({ components }, printing) =>
    section(
      'components',
      components.map((component) => printComponent(component, printing)),
    ),
  ({ sharedMaterials, outputReuses }) =>
    section('materialMerging', [...sharedMaterials.map(printSharedMaterial), ...outputReuses.map(printOutputReuse)]),
  ({ forms }) => section('formMerging', forms.map(printMergedForm)),
  ({ sharedSteps, capacities = [] }) => [...sharedSteps.map(printSharedStep), ...capacities.map(printCapacity)],
  ({ promisedLimits, baseline, targets }, printing) => [
    ...promisedLimits.map((limit) => printTimeLimit('promisedLimit', limit, printing)),
    ...(baseline === undefined ? [] : [printBaseline(baseline)]),
    ...section('targets', targets.map(printTarget)),
  ],
  ({ scenarios }, printing) => scenarios.map((scenario) => printScenario(scenario, printing)),
]

/**
 * Writes a bundle as `.zw` (打印), the inverse of lowering: compiling the text beside the matters that it names gives the
 * same model again, but for origins.
 */
export function printBundle(bundle: Bundle): string {
  const { facts, situations, components } = bundle
  const printing = startPrinting(
    { ...NO_NAMES, facts, situations },
    components.map(({ name }) => name),
  )
  return PARTS.map((print) => layOut(print(bundle, printing)))
    .filter((part) => part !== '')
    .join('\n')
}

/** The attributes of the bundle itself, in the order of the manual. */
function printProperties(bundle: Bundle): readonly PrintedLine[] {
  const { leadDepartment, effectiveFrom, effectiveTo, trips, profile, limitPolicy, checkedOn } = bundle
  return [
    ...lineIfGiven('bundle.code', bundle.code),
    ...lineIfGiven('bundle.version', bundle.version),
    ...lineIfGiven('bundle.leadDepartment', leadDepartment && printName(leadDepartment)),
    ...listIfAny('bundle.coDepartments', printNames(bundle.coDepartments)),
    ...listIfAny(
      'bundle.levels',
      bundle.levels.map((level) => LEVELS[level]),
    ),
    ...listIfAny(
      'bundle.audiences',
      bundle.audiences.map((audience) => AUDIENCES[audience]),
    ),
    ...lineIfGiven('bundle.effectiveFrom', effectiveFrom && `自${printDate(effectiveFrom)}起`),
    ...lineIfGiven('bundle.effectiveTo', effectiveTo && printDate(effectiveTo)),
    ...lineIfGiven('bundle.trips', trips === undefined ? undefined : `${trips}次`),
    ...lineIfGiven('bundle.profile', profile === defaultProfile(undefined).name ? undefined : printName(profile)),
    ...lineIfGiven('bundle.limitPolicy', limitPolicy && LIMIT_POLICIES[limitPolicy]),
    ...lineIfGiven('bundle.checkedOn', checkedOn && printDate(checkedOn)),
  ]
}

function printBaseline(baseline: NonNullable<Bundle['baseline']>): PrintedLine {
  const { time, materials, steps, trips } = baseline
  return line('baseline', '', [
    ...lineIfGiven('baseline.time', time && printDuration(time)),
    ...lineIfGiven('baseline.materials', materials && `${materials}份`),
    ...lineIfGiven('baseline.steps', steps && `${steps}个`),
    ...lineIfGiven('baseline.trips', trips && `${trips}次`),
    ...printAnnotations(baseline),
  ])
}
