import { describeTarget, printAmount } from '../analysis/describe-target.ts'
import { describeExclusion } from '../analysis/exclusion.ts'
import type { ScenarioResult } from '../analysis/scenario-result.ts'
import type { BrokenPromise } from '../analysis/verify-bundles.ts'
import type { VerifyOutcome } from '../analysis/verify-json.ts'
import type { SelectionCheck } from '../analysis/verify-selection.ts'
import type { SumCheck } from '../analysis/verify-sum.ts'
import type { TargetCheck } from '../analysis/verify-targets.ts'
import { describeUnread } from '../model/unread-scenarios.ts'
import { UNREAD } from './verify-selection-text.ts'
import { printWorst } from './verify-target-text.ts'

/**
 * The outcome of `zw verify` as JUnit XML, which CI servers read: a suite a kind, a case a target or scenario, and one for
 * the files where they have errors. What cannot be decided fails.
 */
export function writeJunit(outcome: VerifyOutcome): string {
  const { targets, scenarios, errors, selections = [], sum, brokenPromises = [] } = outcome
  const suites: readonly Suite[] = [
    { name: '目标', failures: targets.missed + targets.undecided, cases: targets.checks.map(targetCase) },
    { name: '用例', failures: scenarios.failed, cases: scenarios.results.map(scenarioCase) },
    ...selections.map(selectionSuite),
    ...(sum === undefined ? [] : [{ name: '合计', failures: sum.met ? 0 : 1, cases: [sumCase(sum)] }]),
    ...(brokenPromises.length === 0
      ? []
      : [{ name: '联办承诺', failures: brokenPromises.length, cases: brokenPromises.map(brokenCase) }]),
    ...(errors === 0 ? [] : [{ name: '文件', failures: 1, cases: [filesCase(errors)] }]),
  ]
  const tests = suites.reduce((total, { cases }) => total + cases.length, 0)
  const failures = suites.reduce((total, each) => total + each.failures, 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="zw verify" tests="${tests}" failures="${failures}">`,
    ...suites.map(writeSuite),
    '</testsuites>',
    '',
  ].join('\n')
}

interface Suite {
  readonly name: string
  readonly failures: number
  readonly cases: readonly string[]
}

function writeSuite({ name, failures, cases }: Suite): string {
  const head = `  <testsuite name="${escapeXml(name)}" tests="${cases.length}" failures="${failures}" skipped="0">`
  return [head, ...cases, '  </testsuite>'].join('\n')
}

function selectionSuite({ target, isFaulty, selected, missed, undecided, each, total }: SelectionCheck): Suite {
  const isUnread = isFaulty || each.length + total.length === 0
  const unread = testCase('目标', '没有错误', `<failure message="${UNREAD}"/>`)
  const cases = [...each.map(targetCase), ...total.map(sumCase), ...(isUnread ? [unread] : [])]
  const nothing = testCase('范围', '选中事项', '<failure message="范围里没有事项"/>')
  return { name: `目标：${target.name}`, failures: missed + undecided, cases: selected === 0 ? [nothing] : cases }
}

function brokenCase({ bundle, promised, needed, chain }: BrokenPromise): string {
  const message = `承诺${printAmount(promised, 'time')}，各环节排下来要${printAmount(needed, 'time')}`
  const failure = `<failure message="${escapeXml(message)}">${escapeXml(chain.join('→'))}</failure>`
  return testCase(bundle, '承诺时限做得到', failure)
}

function filesCase(errors: number): string {
  return testCase('文件', '没有错误', `<failure message="文件里有${errors}个错误，有错的部分没有核对"/>`)
}

function targetCase({ matter, verdict, situation = null }: TargetCheck): string {
  const name = describeTarget(verdict.target)
  const where = situation === null ? '' : `；${printWorst(situation)}`
  if (verdict.kind === 'undecided') {
    return testCase(
      matter,
      name,
      `<failure message="${escapeXml(`无法核对：${describeExclusion(verdict.because)}${where}`)}"/>`,
    )
  }
  if (verdict.met) return testCase(matter, name)
  const message = `还差${printAmount(verdict.shortfall, verdict.subject)}${where}`
  return testCase(matter, name, `<failure message="${escapeXml(message)}"/>`)
}

function sumCase({ target, met, shortfall, laggards }: SumCheck): string {
  const name = describeTarget(target)
  if (met) return testCase('合计', name)
  const { subject } = target
  const message = shortfall === null ? '没有可以合计的事项' : `还差${printAmount(shortfall, subject)}`
  const lines = laggards.map(({ matter, shortfall: lacks }) => `${matter}还差${printAmount(lacks, subject)}`)
  return testCase('合计', name, `<failure message="${escapeXml(message)}">${escapeXml(lines.join('\n'))}</failure>`)
}

function scenarioCase({ matter, scenario, passed, checks, unread }: ScenarioResult): string {
  if (passed) return testCase(matter, scenario.name)
  if (unread.length > 0) {
    return testCase(matter, scenario.name, `<failure message="${escapeXml(`无法核对：${describeUnread(unread)}`)}"/>`)
  }
  const failures = checks
    .filter(({ truth }) => truth !== 'yes')
    .map(({ expected, actual, given }) => `那么 ${expected} —— 实际 ${actual}${given === '' ? '' : `（${given}时）`}`)
  const message = failures[0] ?? '没有可以核对的结论'
  return testCase(
    matter,
    scenario.name,
    `<failure message="${escapeXml(message)}">${escapeXml(failures.join('\n'))}</failure>`,
  )
}

function testCase(className: string, name: string, inside?: string): string {
  const head = `    <testcase classname="${escapeXml(className)}" name="${escapeXml(name)}"`
  return inside === undefined ? `${head}/>` : `${head}>${inside}</testcase>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
}

/** Text as XML takes it: its own signs as entities, and without the control characters that XML 1.0 forbids. */
function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replace(/[&<>"\n]/g, (sign) => ENTITIES[sign] ?? sign)
}
