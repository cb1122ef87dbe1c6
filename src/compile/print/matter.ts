import type { Origin } from '../../base/source-file.ts'
import type { Matter } from '../../model/matter.ts'
import { CHANNELS } from '../../model/terms.ts'
import { printDecisionTable } from './decision-tables.ts'
import { printExtension } from './extensions.ts'
import { printFact } from './facts.ts'
import { printFee } from './fees.ts'
import { printFlowItem } from './flow.ts'
import { layOut, line, listIfAny, type PrintedLine, placed, section } from './lines.ts'
import { printMaterial, printMaterialChoice } from './materials.ts'
import { printMeasure } from './measures.ts'
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
  (matter) => [
    placed(line('matter', printName(matter.name)), matter),
    ...printProperties(matter),
    ...printAnnotations(matter),
  ],
  ({ facts }) => section('facts', placeAll(facts, printFact)),
  ({ situations }, printing) => placeAll(situations, (situation) => printSituation(situation, printing)),
  ({ requirements }, printing) =>
    section(
      'requirements',
      placeAll(requirements, (requirement) => printRequirement(requirement, printing)),
    ),
  ({ materials, materialChoices }, printing) =>
    section('materials', [
      ...placeAll(materials, (material) => printMaterial(material, printing)),
      ...placeAll(materialChoices, (choice) => printMaterialChoice(choice, printing)),
    ]),
  ({ flow }, printing) =>
    section(
      'steps',
      placeAll(flow, (item) => printFlowItem(item, printing)),
    ),
  ({ supplements }) => placeAll(supplements, printSupplement),
  ({ specialProcedures }, printing) =>
    placeAll(specialProcedures, (procedure) => printSpecialProcedure(procedure, printing)),
  ({ extensions }, printing) => placeAll(extensions, (extension) => printExtension(extension, printing)),
  ({ statutoryLimits, promisedLimits, targets }, printing) => [
    ...placeAll(statutoryLimits, (limit) => printTimeLimit('statutoryLimit', limit, printing)),
    ...placeAll(promisedLimits, (limit) => printTimeLimit('promisedLimit', limit, printing)),
    ...section('targets', placeAll(targets, printTarget)),
  ],
  ({ measures }, printing) => placeAll(measures, (measure) => printMeasure(measure, printing)),
  ({ fees, channels, outputs }) => [
    ...placeAll(fees, printFee),
    ...listIfAny(
      'channels',
      channels.map((channel) => CHANNELS[channel]),
    ),
    ...placeAll(outputs, printOutput),
  ],
  ({ decisionTables }, printing) => placeAll(decisionTables, (table) => printDecisionTable(table, printing)),
  ({ scenarios }, printing) => placeAll(scenarios, (scenario) => printScenario(scenario, printing)),
]

function placeAll<T extends { readonly origin?: Origin }>(
  parts: readonly T[],
  print: (part: T) => PrintedLine,
): readonly PrintedLine[] {
  return parts.map((part) => placed(print(part), part))
}

/** The lines of a matter, part by part, each part with the place where it stands; a blank line goes between parts. */
export function printParts(matter: Matter): readonly (readonly PrintedLine[])[] {
  const printing = startPrinting(matter)
  return PARTS.map((print) => print(matter, printing)).filter((part) => part.length > 0)
}

/**
 * Writes a matter as `.zw` (打印), the inverse of lowering: compiling the text gives the same model again, but for origins.
 * What the compiler assumes by itself is left out. The text has no 语言版本: {@link printMatters} makes a file.
 */
export function printMatter(matter: Matter): string {
  return printParts(matter)
    .map((part) => layOut(part))
    .join('\n')
}

/** A whole file: 语言版本, then the matters. */
export function printMatters(matters: readonly Matter[]): string {
  return [layOut([line('languageVersion', '1')]), ...matters.map(printMatter)].join('\n')
}
