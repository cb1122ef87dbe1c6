import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Matter } from '../../model/matter.ts'
import type { Area } from '../doubt.ts'
import { checkBackwardBranch } from './backward-branch.ts'
import { checkBlockedMeasures } from './blocked-measures.ts'
import { checkBranchWithoutEnd } from './branch-without-end.ts'
import { checkBypassedSteps } from './bypassed-steps.ts'
import type { Check, CheckContext } from './check-context.ts'
import type { CheckTopic } from './check-topics.ts'
import { checkChoiceCoverage } from './choice-coverage.ts'
import { checkConstantConditions } from './constant-conditions.ts'
import { checkCountedNames } from './counted-names.ts'
import { checkDeadEnds } from './dead-ends.ts'
import { checkDecisionGaps } from './decision-gaps.ts'
import { checkDecisionOverStatutory } from './decision-over-statutory.ts'
import { checkDecisionOverlaps } from './decision-overlaps.ts'
import { checkFlowCycles } from './flow-cycles.ts'
import { checkFlowNames } from './flow-names.ts'
import { checkIdleDecisions } from './idle-decisions.ts'
import { checkIdleMeasures } from './idle-measures.ts'
import { checkInstantPromise } from './instant-promise.ts'
import { checkInstantSteps } from './instant-steps.ts'
import { checkLimitTimelines } from './limit-timelines.ts'
import { checkMeasureCosts } from './measure-costs.ts'
import { checkMeasureParts } from './measure-parts.ts'
import { checkMeasureRelations } from './measure-relations.ts'
import { checkMissedTargets } from './missed-targets.ts'
import { checkMissingBasis } from './missing-basis.ts'
import { checkMissingDeferral } from './missing-deferral.ts'
import { checkMissingSources } from './missing-sources.ts'
import { checkMissingStages } from './missing-stages.ts'
import { checkMissingStatutoryLimit } from './missing-statutory-limit.ts'
import { checkMissingStepLimit } from './missing-step-limit.ts'
import { checkParallelGap } from './parallel-gap.ts'
import { checkParallelOrder } from './parallel-order.ts'
import { checkPathOverPromise } from './path-over-promise.ts'
import { checkPromiseOverStatutory } from './promise-over-statutory.ts'
import { checkResultlessSituations } from './resultless-situations.ts'
import { checkStaleCheck } from './stale-check.ts'
import { checkStatutoryCeiling } from './statutory-ceiling.ts'
import { checkOddTargets, checkSwappedTargets } from './swapped-targets.ts'
import { checkTimeOverLimit } from './time-over-limit.ts'
import { checkTwoParallels } from './two-parallels.ts'
import { checkUnassignedTime } from './unassigned-time.ts'
import { checkUnclearExtension } from './unclear-extension.ts'
import { checkUncountedTime } from './uncounted-time.ts'
import { checkUndecidedTables } from './undecided-tables.ts'
import { checkUnjudgedRequirements } from './unjudged-requirements.ts'
import { checkUnknownAtChoice } from './unknown-at-choice.ts'
import { checkUnknownElements } from './unknown-elements.ts'
import { checkUnlistedMaterials } from './unlisted-materials.ts'
import { checkUnproducedOutputs } from './unproduced-outputs.ts'
import { checkUnreachableLimits } from './unreachable-limits.ts'
import { checkUnreachableSteps } from './unreachable-steps.ts'
import { checkUnusedNames } from './unused-names.ts'
import { checkValidityPeriod } from './validity-period.ts'

/** One check with the parts of a matter that it draws conclusions from: where one of these has errors it stays silent. */
interface CheckRow {
  readonly check: Check
  readonly needs: readonly Area[]
  /** The part that cannot be relied upon any more once the check has found something. */
  readonly spoils?: Area
}

/** Checks of one topic. */
interface CheckGroup {
  readonly topic: CheckTopic
  readonly checks: readonly CheckRow[]
  /** False where the matter has nothing of the kind. */
  readonly applies?: (matter: Matter) => boolean
}

/** All checks of a matter (检查清单); what others rely upon comes first. */
const GROUPS: readonly CheckGroup[] = [
  {
    topic: '流程',
    checks: [
      // How the flow is drawn.
      { check: checkFlowNames, needs: ['flow'], spoils: 'drawing' }, // ZW4001
      { check: checkFlowCycles, needs: ['flow'], spoils: 'drawing' }, // ZW4004
      { check: checkBypassedSteps, needs: ['facts', 'flow'], spoils: 'drawing' }, // ZW6004
      { check: checkParallelOrder, needs: ['flow'], spoils: 'drawing' }, // ZW6009
      { check: checkParallelGap, needs: ['flow'], spoils: 'drawing' }, // ZW6010
      { check: checkBackwardBranch, needs: ['flow'], spoils: 'drawing' }, // ZW6011
      { check: checkTwoParallels, needs: ['flow'], spoils: 'drawing' }, // ZW6022
      // What can happen in it.
      { check: checkUnreachableSteps, needs: ['facts', 'flow', 'drawing'], spoils: 'course' }, // ZW6004
      { check: checkChoiceCoverage, needs: ['facts', 'flow', 'drawing'], spoils: 'course' }, // ZW6005
      { check: checkBranchWithoutEnd, needs: ['flow', 'outputs', 'drawing'], spoils: 'course' }, // ZW6012
      { check: checkResultlessSituations, needs: ['facts', 'flow', 'outputs', 'drawing', 'course'], spoils: 'course' }, // ZW6004
      { check: checkConstantConditions, needs: ['facts', 'drawing', 'course'] }, // ZW3009
      { check: checkMissingStages, needs: ['flow', 'drawing'] }, // ZW2006
      { check: checkDeadEnds, needs: ['flow', 'outputs', 'drawing'] }, // ZW6013
      { check: checkMissingStepLimit, needs: ['flow'] }, // ZW6016
      { check: checkUnknownAtChoice, needs: ['facts', 'flow', 'drawing'] }, // ZW6019
      { check: checkUnproducedOutputs, needs: ['flow', 'outputs', 'drawing'] }, // ZW6020
    ],
  },
  {
    topic: '时限',
    checks: [
      // How long it may take.
      { check: checkUnreachableLimits, needs: ['facts', 'flow', 'limits'] }, // ZW6018
      { check: checkLimitTimelines, needs: ['facts', 'limits'] }, // ZW8001
      { check: checkMissingStatutoryLimit, needs: ['limits'] }, // ZW2004
      { check: checkPromiseOverStatutory, needs: ['properties', 'facts', 'limits'] }, // ZW6001
      { check: checkStatutoryCeiling, needs: ['properties', 'facts', 'limits'] }, // ZW6015
      { check: checkInstantPromise, needs: ['properties', 'facts', 'limits', 'course'], spoils: 'course' }, // ZW6021
      { check: checkInstantSteps, needs: ['properties', 'facts', 'flow', 'drawing', 'course'], spoils: 'course' }, // ZW2005
      { check: checkDecisionOverStatutory, needs: ['properties', 'facts', 'flow', 'limits', 'drawing', 'course'] }, // ZW6023
      { check: checkPathOverPromise, needs: ['properties', 'facts', 'flow', 'limits', 'drawing', 'course'] }, // ZW6002
      { check: checkUnassignedTime, needs: ['properties', 'facts', 'flow', 'limits', 'drawing', 'course'] }, // ZW6003
      { check: checkUncountedTime, needs: ['flow'] }, // ZW6008
      { check: checkTimeOverLimit, needs: ['flow'] }, // ZW6024
      { check: checkUnclearExtension, needs: ['flow'] }, // ZW6017
    ],
  },
  {
    topic: '压减目标',
    applies: ({ targets }) => targets.length > 0,
    checks: [
      // What it aims at.
      { check: checkMissedTargets, needs: ['properties', 'facts', 'flow', 'limits', 'targets'] }, // ZW6006
      { check: checkMissingBasis, needs: ['targets'] }, // ZW6007
      { check: checkOddTargets, needs: ['targets'] }, // ZW1102, ZW6014
      { check: checkSwappedTargets, needs: ['properties', 'facts', 'flow', 'limits', 'targets'] }, // ZW6014
    ],
  },
  {
    topic: '优化措施',
    applies: ({ measures }) => measures.length > 0,
    checks: [
      // What could be done to shorten it.
      { check: checkMeasureParts, needs: ['flow', 'materials', 'measures'] }, // ZW6101, ZW6102
      { check: checkMeasureCosts, needs: ['measures'] }, // ZW6103
      { check: checkMeasureRelations, needs: ['measures'] }, // ZW6104
      { check: checkBlockedMeasures, needs: ['flow', 'materials', 'measures'] }, // ZW6105, ZW6106
      { check: checkIdleMeasures, needs: ['flow', 'measures'] }, // ZW6107
    ],
  },
  {
    topic: '判定表',
    applies: ({ decisionTables }) => decisionTables.length > 0,
    checks: [
      // What its tables decide.
      { check: checkDecisionOverlaps, needs: ['facts', 'decisions'] }, // ZW7003
      { check: checkDecisionGaps, needs: ['facts', 'decisions'] }, // ZW7004
      { check: checkIdleDecisions, needs: ['facts', 'decisions'] }, // ZW7006
      { check: checkUndecidedTables, needs: ['facts', 'decisions'] }, // ZW7010
    ],
  },
  {
    topic: '条件和材料',
    checks: [
      // What it says besides.
      { check: checkUnusedNames, needs: ['facts', 'decisions', 'requirements', 'materials', 'flow', 'limits'] }, // ZW4005
      { check: checkMissingDeferral, needs: ['materials'] }, // ZW2004
      { check: checkUnjudgedRequirements, needs: ['requirements'] }, // ZW7001
      { check: checkMissingSources, needs: ['properties', 'materials', 'fees'] }, // ZW7002
      { check: checkUnlistedMaterials, needs: ['requirements', 'materials'] }, // ZW7005
      { check: checkCountedNames, needs: ['materials'] }, // ZW7009
      { check: checkStaleCheck, needs: ['properties'] }, // ZW8003
      { check: checkUnknownElements, needs: [] }, // ZW8008
      { check: checkValidityPeriod, needs: ['properties'] }, // ZW8006
    ],
  },
]

/** What the checks of a block came to. */
interface Checked {
  readonly findings: readonly Diagnostic[]
  /** What was not looked at whole, because of errors in what it rests on. */
  readonly waiting: readonly CheckTopic[]
}

/** Runs the checks; `doubtful` are the parts in which errors were found before, and grows with what is found here. */
export function runChecks(context: CheckContext, doubtful: Set<Area>): Checked {
  const findings: Diagnostic[] = []
  const waiting: CheckTopic[] = []
  for (const { topic, checks, applies } of GROUPS) {
    let isWhole = true
    for (const { check, needs, spoils } of checks) {
      if (needs.some((area) => doubtful.has(area))) {
        isWhole = false
        continue
      }
      const found = check(context)
      if (spoils !== undefined && found.length > 0) doubtful.add(spoils)
      findings.push(...found)
    }
    if (!isWhole && applies?.(context.matter) !== false) waiting.push(topic)
  }
  return { findings, waiting }
}
