import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import { entriesOf } from '../../names/index-names.ts'
import { reportOddGoal } from '../swapped-targets.ts'
import { findUnusedNames } from '../unused-names.ts'
import type { BundleCheck, BundleContext } from './bundle-context.ts'
import { checkComponentCycles } from './component-cycles.ts'
import { checkConflictingCodes } from './conflicting-codes.ts'
import { checkDifferingFacts } from './differing-facts.ts'
import { checkDifferingForms } from './differing-forms.ts'
import { checkIdleConditions } from './idle-conditions.ts'
import { checkJoinedCycles } from './joined-cycles.ts'
import { checkMergedTwice } from './merged-twice.ts'
import { checkMissingBundleBasis } from './missing-bundle-basis.ts'
import { checkMissingLimits } from './missing-limits.ts'
import { checkMissingParts } from './missing-parts.ts'
import { checkMissingPromise } from './missing-promise.ts'
import { checkOfficeCapacities } from './office-capacities.ts'
import { checkRepeatedCodes } from './repeated-codes.ts'
import { checkUnorderedReuse } from './unordered-reuse.ts'

/** All checks of a bundle (一件事的检查清单). `whole`: only where nothing else is wrong with it. */
const CHECKS: readonly { readonly check: BundleCheck; readonly whole?: true }[] = [
  { check: checkMissingParts, whole: true }, // ZW2007
  { check: checkIdleConditions, whole: true }, // ZW3009
  { check: checkOfficeCapacities }, // ZW4001, ZW4002
  { check: checkComponentCycles }, // ZW4004
  { check: checkUnusedFacts, whole: true }, // ZW4005
  { check: checkMissingBundleBasis }, // ZW6007
  { check: checkOddTargets }, // ZW1102, ZW6014
  { check: checkUnorderedReuse }, // ZW8102
  { check: checkDifferingForms }, // ZW8103
  { check: checkConflictingCodes }, // ZW8105
  { check: checkMergedTwice }, // ZW8106
  { check: checkDifferingFacts }, // ZW8107
  { check: checkMissingLimits }, // ZW8108
  { check: checkMissingPromise }, // ZW8109
  { check: checkJoinedCycles }, // ZW8110
  { check: checkRepeatedCodes }, // ZW8111
]

/** Runs the checks; those that draw conclusions from what is not there need a bundle without errors. */
export function runBundleChecks(context: BundleContext, isDoubtful: boolean): readonly Diagnostic[] {
  return CHECKS.flatMap(({ check, whole }) => (whole === true && isDoubtful ? [] : check(context)))
}

/** ZW1102, ZW6014: a 目标 that asks for as little as possible. */
function checkOddTargets({ block, source }: BundleContext): readonly Diagnostic[] {
  return entriesOf(block)
    .filter(({ construct }) => construct.startsWith('target.'))
    .flatMap((entry) => reportOddGoal(entry, source))
}

/** ZW4005: a fact that is asked for nothing; one that a component asks too is used there. */
function checkUnusedFacts(context: BundleContext): readonly Diagnostic[] {
  const { names } = context
  const own = [...names.facts.byKey].filter(
    ([, { name }]) => context.bundle.facts.find((fact) => fact.name === name.text)?.from === undefined,
  )
  const facts = { ...names.facts, byKey: new Map(own) }
  return findUnusedNames({ ...context, names: { ...names, facts } }, context.bundle.facts)
}
