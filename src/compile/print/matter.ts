import type { Matter } from '../../model/matter.ts'
import { CHANNELS } from '../../model/terms.ts'
import { printExtension } from './extensions.ts'
import { printFact } from './facts.ts'
import { printFee } from './fees.ts'
import { printFlowItem } from './flow.ts'
import { layOut, line, listIfAny, type PrintedLine, section } from './lines.ts'
import { printMaterial, printMaterialChoice } from './materials.ts'
import { printName } from './names.ts'
import { printOutput } from './outputs.ts'
import { type Printing, startPrinting } from './printing.ts'
import { printProperties } from './properties.ts'
import { printRequirement } from './requirements.ts'
import { printScenario } from './scenarios.ts'
import { printSituation } from './situations.ts'
import { printAnnotations } from './sources.ts'
import { printSpecialProcedure } from './special-procedures.ts'
import { printSupplement } from './supplements.ts'
import { printTarget } from './targets.ts'
import { printTimeLimit } from './time-limits.ts'

/** One part of a matter as lines; between parts stands a blank line. */
type PartPrinter = (matter: Matter, printing: Printing) => readonly PrintedLine[]

/** The parts of a matter in the order of the manual. */
const PARTS: readonly PartPrinter[] = [
  (matter) => [line('matter', printName(matter.name)), ...printProperties(matter), ...printAnnotations(matter)],
  ({ facts }) => section('facts', facts.map(printFact)),
  ({ situations }, printing) => situations.map((situation) => printSituation(situation, printing)),
  ({ requirements }, printing) =>
    section(
      'requirements',
      requirements.map((requirement) => printRequirement(requirement, printing)),
    ),
  ({ materials, materialChoices }, printing) =>
    section('materials', [
      ...materials.map((material) => printMaterial(material, printing)),
      ...materialChoices.map((choice) => printMaterialChoice(choice, printing)),
    ]),
  ({ flow }, printing) =>
    section(
      'steps',
      flow.map((item) => printFlowItem(item, printing)),
    ),
  ({ supplements }) => supplements.map(printSupplement),
  ({ specialProcedures }, printing) => specialProcedures.map((procedure) => printSpecialProcedure(procedure, printing)),
  ({ extensions }, printing) => extensions.map((extension) => printExtension(extension, printing)),
  ({ statutoryLimits, promisedLimits, targets }, printing) => [
    ...statutoryLimits.map((limit) => printTimeLimit('statutoryLimit', limit, printing)),
    ...promisedLimits.map((limit) => printTimeLimit('promisedLimit', limit, printing)),
    ...section('targets', targets.map(printTarget)),
  ],
  ({ fees, channels, outputs }) => [
    ...fees.map(printFee),
    ...listIfAny(
      'channels',
      channels.map((channel) => CHANNELS[channel]),
    ),
    ...outputs.map(printOutput),
  ],
  ({ scenarios }, printing) => scenarios.map((scenario) => printScenario(scenario, printing)),
]

/**
 * Writes a matter as `.zw` (打印), the inverse of lowering: compiling the text gives the same model again, but for origins.
 * What the compiler assumes by itself is left out. The text has no 语言版本: {@link printMatters} makes a file.
 */
export function printMatter(matter: Matter): string {
  const printing = startPrinting(matter)
  return PARTS.map((print) => layOut(print(matter, printing)))
    .filter((part) => part !== '')
    .join('\n')
}

/** A whole file: 语言版本, then the matters. */
export function printMatters(matters: readonly Matter[]): string {
  return [layOut([line('languageVersion', '1')]), ...matters.map(printMatter)].join('\n')
}
