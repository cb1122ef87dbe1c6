import { describeTarget, printAmount } from '../analysis/describe-target.ts'
import { describeExclusion } from '../analysis/exclusion.ts'
import type { ScenarioResult } from '../analysis/scenario-result.ts'
import type { VerifyOutcome } from '../analysis/verify-json.ts'
import type { SumCheck } from '../analysis/verify-sum.ts'
import type { TargetCheck } from '../analysis/verify-targets.ts'
import { printNumber } from '../base/print-number.ts'
import { describeUnread } from '../model/unread-scenarios.ts'

/**
 * The outcome of `zw verify` as JUnit XML, which CI servers read: a suite a kind, a case a target or scenario, and one for
 * the files where they have errors. What cannot be decided fails.
 */
export function writeJunit({ targets, scenarios, errors, sum }: VerifyOutcome): string {
  const unmet = targets.missed + targets.undecided
  const suites = [
    suite('目标', targets.checks.length, unmet, targets.checks.map(targetCase)),
    suite('用例', scenarios.results.length, scenarios.failed, scenarios.results.map(scenarioCase)),
    ...(sum === undefined ? [] : [suite('合计', 1, sum.met ? 0 : 1, [sumCase(sum)])]),
    ...(errors === 0 ? [] : [suite('文件', 1, 1, [filesCase(errors)])]),
  ]
  const faults = errors === 0 ? 0 : 1
  const tests = targets.checks.length + scenarios.results.length + faults + (sum === undefined ? 0 : 1)
  const failures = unmet + scenarios.failed + faults + (sum?.met === false ? 1 : 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="zw verify" tests="${tests}" failures="${failures}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n')
}

function filesCase(errors: number): string {
  return testCase('文件', '没有错误', `<failure message="文件里有${errors}个错误，有错的部分没有核对"/>`)
}

function suite(name: string, tests: number, failures: number, cases: readonly string[]): string {
  const head = `  <testsuite name="${name}" tests="${tests}" failures="${failures}" skipped="0">`
  return [head, ...cases, '  </testsuite>'].join('\n')
}

function targetCase({ matter, verdict }: TargetCheck): string {
  const name = describeTarget(verdict.target)
  if (verdict.kind === 'undecided') {
    return testCase(
      matter,
      name,
      `<failure message="${escapeXml(`无法核对：${describeExclusion(verdict.because)}`)}"/>`,
    )
  }
  if (verdict.met) return testCase(matter, name)
  const message = `还差${printAmount(verdict.shortfall, verdict.subject)}`
  return testCase(matter, name, `<failure message="${escapeXml(message)}"/>`)
}

function sumCase({ target, met, shortfall, laggards }: SumCheck): string {
  const name = describeTarget(target)
  if (met) return testCase('合计', name)
  const message = shortfall === null ? '没有可以合计的事项' : `还差${printNumber(shortfall)}个工作日`
  const lines = laggards.map(({ report, shortfall: lacks }) => `${report.matter.name}还差${printNumber(lacks)}个工作日`)
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
