import type { Construct } from './construct.ts'
import { addedChannelsConstructs } from './constructs/added-channels.ts'
import { adjustmentConstructs } from './constructs/adjustment.ts'
import { bundleConstructs } from './constructs/bundle.ts'
import { bundleBaselineConstructs } from './constructs/bundle-baseline.ts'
import { bundleCapacityConstructs } from './constructs/bundle-capacity.ts'
import { bundleComponentConstructs } from './constructs/bundle-component.ts'
import { bundleFormConstructs } from './constructs/bundle-form.ts'
import { bundleMaterialConstructs } from './constructs/bundle-materials.ts'
import { bundleStepConstructs } from './constructs/bundle-step.ts'
import { channelsConstructs } from './constructs/channels.ts'
import { choiceConstructs } from './constructs/choice.ts'
import { decisionTableConstructs } from './constructs/decision-table.ts'
import { extensionConstructs } from './constructs/extension.ts'
import { factConstructs } from './constructs/fact.ts'
import { factsConstructs } from './constructs/facts.ts'
import { feeConstructs } from './constructs/fee.ts'
import { implementationConstructs } from './constructs/implementation.ts'
import { importConstructs } from './constructs/import.ts'
import { languageVersionConstructs } from './constructs/language-version.ts'
import { libraryConstructs } from './constructs/library.ts'
import { limitConstructs } from './constructs/limit.ts'
import { materialConstructs } from './constructs/material.ts'
import { materialChoiceConstructs } from './constructs/material-choice.ts'
import { materialsConstructs } from './constructs/materials.ts'
import { matterConstructs } from './constructs/matter.ts'
import { measureConstructs } from './constructs/measure.ts'
import { mergerConstructs } from './constructs/merger.ts'
import { noteConstructs } from './constructs/note.ts'
import { outputConstructs } from './constructs/output.ts'
import { parallelConstructs } from './constructs/parallel.ts'
import { promisedLimitConstructs } from './constructs/promised-limit.ts'
import { remarkConstructs } from './constructs/remark.ts'
import { requirementConstructs } from './constructs/requirement.ts'
import { requirementsConstructs } from './constructs/requirements.ts'
import { scenarioConstructs } from './constructs/scenario.ts'
import { selectionTargetConstructs } from './constructs/selection-target.ts'
import { servicePointConstructs } from './constructs/service-point.ts'
import { situationConstructs } from './constructs/situation.ts'
import { sourceConstructs } from './constructs/source.ts'
import { specialProcedureConstructs } from './constructs/special-procedure.ts'
import { statutoryLimitConstructs } from './constructs/statutory-limit.ts'
import { stepConstructs } from './constructs/step.ts'
import { stepsConstructs } from './constructs/steps.ts'
import { supplementConstructs } from './constructs/supplement.ts'
import { targetConstructs } from './constructs/target.ts'
import { targetsConstructs } from './constructs/targets.ts'
import { waiverConstructs } from './constructs/waiver.ts'
import { whenConstructs } from './constructs/when.ts'
import { workCalendarConstructs } from './constructs/work-calendar.ts'

/** Every construct of the language (构造), in the order in which the formatter and the manual list them. */
export const CONSTRUCTS: readonly Construct[] = [
  ...languageVersionConstructs,
  ...importConstructs,
  ...matterConstructs,
  ...implementationConstructs,
  ...servicePointConstructs,
  ...factsConstructs,
  ...factConstructs,
  ...situationConstructs,
  ...requirementsConstructs,
  ...requirementConstructs,
  ...materialsConstructs,
  ...materialConstructs,
  ...materialChoiceConstructs,
  ...stepsConstructs,
  ...stepConstructs,
  ...parallelConstructs,
  ...choiceConstructs,
  ...supplementConstructs,
  ...specialProcedureConstructs,
  ...extensionConstructs,
  ...statutoryLimitConstructs,
  ...promisedLimitConstructs,
  ...limitConstructs,
  ...targetsConstructs,
  ...targetConstructs,
  ...measureConstructs,
  ...feeConstructs,
  ...channelsConstructs,
  ...outputConstructs,
  ...decisionTableConstructs,
  ...waiverConstructs,
  ...adjustmentConstructs,
  ...mergerConstructs,
  ...addedChannelsConstructs,
  ...scenarioConstructs,
  ...bundleConstructs,
  ...bundleComponentConstructs,
  ...bundleMaterialConstructs,
  ...bundleFormConstructs,
  ...bundleStepConstructs,
  ...bundleCapacityConstructs,
  ...bundleBaselineConstructs,
  ...selectionTargetConstructs,
  ...libraryConstructs,
  ...workCalendarConstructs,
  ...whenConstructs,
  ...sourceConstructs,
  ...noteConstructs,
  ...remarkConstructs,
]
