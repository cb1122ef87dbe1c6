import { printRational, type Rational } from '../../base/rational.ts'
import { printSituation } from '../../graph/situation.ts'
import type { Bundle, ComponentPath } from '../../model/bundle.ts'
import { LIMIT_POLICIES, QUANTITIES } from '../../model/terms.ts'
import { countCutToJson, pathToJson } from '../report-json.ts'
import type { BundleAccount } from './account-for-bundle.ts'
import type { Queueing } from './capacity/limit-capacity.ts'
import { pathName } from './component.ts'
import { describeProblem } from './describe-problem.ts'
import { describeProposal } from './describe-proposal.ts'
import type { BundleCut, SelectionMeasure } from './measure-bundle.ts'

/** The account of a bundle as stable JSON (`zw/bundle/1`): exact numbers as strings, null for what is not known. */
export function bundleToJson({ bundle, bundled, asOf, selections, chosen, steps }: BundleAccount, digits = 1) {
  return {
    schema: 'zw/bundle/1',
    name: bundle.name,
    asOf: asOf ?? null,
    components: bundle.components.map(({ name, matter, after }) => ({
      name,
      matter,
      selected: chosen?.components.includes(name) ?? false,
      after,
    })),
    order: bundled.order,
    materials: bundled.materials.map(({ name, from, providedBy }) => ({
      name,
      from: from.map(printPath),
      providedBy: printProvider(providedBy, chosen),
    })),
    fields: bundled.fields.map(({ name, from }) => ({ name, from: from.map(printPath) })),
    steps: bundled.steps.map(({ name, from }) => {
      const drawn = steps.find((step) => step.name === name)
      return {
        name,
        from: from.map(printPath),
        done: drawn !== undefined,
        critical: drawn?.critical ?? false,
        start: drawn === undefined ? null : printRational(drawn.start),
        end: drawn === undefined ? null : printRational(drawn.end),
        endsOn: drawn?.endsOn ?? null,
        provisional: drawn?.provisional ?? false,
      }
    }),
    queueing: bundled.queueing === undefined ? null : queueingOf(bundled.queueing),
    feeds: bundled.feeds.map(({ from, output, to, material }) => ({ from, output, to, material })),
    limit: workdayLimitToJson(chosen?.limit ?? null),
    promised: workdayLimitToJson(chosen?.promised ?? null),
    criticalPath: pathToJson(chosen?.path ?? null),
    baselines: chosen === undefined ? null : baselinesOf(chosen),
    comparedWith: chosen === undefined ? null : baselineName(chosen),
    after: chosen === undefined ? null : afterName(bundle, chosen),
    cuts: chosen === undefined ? null : cutsToJson(chosen, digits),
    reachable: bundleCutToJson(chosen?.reachable ?? null, digits),
    selections: selections.map((each) => ({
      components: each.components,
      situation: each.situation && printSituation(each.situation),
      limit: workdayLimitToJson(each.limit),
      baselines: baselinesOf(each),
      comparedWith: baselineName(each),
      after: afterName(bundle, each),
      cuts: cutsToJson(each, digits),
      reachable: bundleCutToJson(each.reachable, digits),
    })),
    proposals: bundled.proposals.map(describeProposal),
    problems: bundled.problems.map(describeProblem),
  }
}

function queueingOf({ queues, isShortest, lowerBound }: Queueing) {
  return {
    offices: queues.map(({ office, atOnce, steps, waits }) => ({
      office,
      atOnce,
      steps,
      waits: waits.map(({ step, after }) => ({ step, after })),
    })),
    shortest: isShortest,
    lowerBound: lowerBound && printRational(lowerBound),
  }
}

/** The shape of the account as JSON. */
export type BundleJson = ReturnType<typeof bundleToJson>

/** 事项·名称 */
export function printPath({ component, name }: ComponentPath): string {
  return pathName(component, name)
}

/** A time in workdays as every command writes a limit. */
export function workdayLimitToJson(workdays: Rational | null) {
  return workdays && { value: printRational(workdays), unit: '工作日', workdays: printRational(workdays) }
}

/** The result that takes the place of a document in a selection; undefined where the applicant hands it in. */
export function providerIn(
  providedBy: readonly ComponentPath[],
  selection: SelectionMeasure | undefined,
): ComponentPath | undefined {
  return providedBy.find(({ component }) => selection?.components.includes(component) === true)
}

function printProvider(providedBy: readonly ComponentPath[], chosen: SelectionMeasure | undefined): string | null {
  const provider = providerIn(providedBy, chosen) ?? providedBy[0]
  return provider === undefined ? null : printPath(provider)
}

/** What each baseline is called (基准的叫法). */
export const BASELINES = {
  statutorySum: '法定时限之和',
  promisedSum: '承诺时限之和',
  serial: '环节依次办理',
  stated: '基准',
} as const

/** What the limit is compared with, in words. */
export function baselineName({ comparedWith }: SelectionMeasure) {
  return comparedWith && BASELINES[comparedWith]
}

/** What the time after is, in words: 承诺时限, or by which 时限口径 it was worked out. */
export function afterName({ limitPolicy = 'criticalPath' }: Bundle, { after }: SelectionMeasure): string | null {
  return after === 'promised' ? QUANTITIES.promised : after && LIMIT_POLICIES[limitPolicy]
}

function baselinesOf({ baselines }: SelectionMeasure) {
  const { statutorySum, promisedSum, serial, stated } = baselines
  const print = (value: Rational | null) => value && printRational(value)
  return {
    [BASELINES.statutorySum]: print(statutorySum),
    [BASELINES.promisedSum]: print(promisedSum),
    [BASELINES.serial]: print(serial),
    [BASELINES.stated]: print(stated),
  }
}

/** 四减, each before and after. */
export function cutsToJson({ cuts }: SelectionMeasure, digits: number) {
  const { time, materials, steps, allSteps, trips, fields, fees } = cuts
  const print = (cut: BundleCut | null) => bundleCutToJson(cut, digits)
  return {
    时限: print(time),
    材料: print(materials),
    环节: print(steps),
    跑动: print(trips),
    表单: print(fields),
    费用: print(fees),
    全部环节: print(allSteps),
  }
}

/** A number before and after with the exact cut, where it is known. */
export function bundleCutToJson(cut: BundleCut | null, digits: number) {
  return cut && countCutToJson(cut, digits)
}
