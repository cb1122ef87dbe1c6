import type { Origin } from '../base/source-file.ts'
import { TO_FILL_IN } from '../diagnostics/blank-to-fill.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic, Fix, Label } from '../diagnostics/diagnostic.ts'
import { failureOf } from '../graph/admission.ts'
import { matterSituations } from '../graph/matter-conditions.ts'
import { printSituationParts } from '../graph/situation.ts'
import type { CheckedAssertion, ScenarioResult } from './scenario-result.ts'
import type { ScenarioVerification, UncoveredRequirement } from './verify-scenarios.ts'

/** Most lines that one failure points to beside its own. */
const MOST_RELATED = 4

/** What `zw verify` has to say about scenarios (用例的诊断): ZW9001, ZW9002, ZW9003, in the order of the matters. */
export function findScenarioProblems({ results, uncovered }: ScenarioVerification): readonly Diagnostic[] {
  return [...results.flatMap(problemsOf), ...uncovered.flatMap(reportUncovered)]
}

function problemsOf(result: ScenarioResult): readonly Diagnostic[] {
  const context = `${result.isBundle ? '一件事' : '事项'}“${result.matter}” › 用例“${result.scenario.name}”`
  const missing = new Set<string>()
  const problems: Diagnostic[] = []
  for (const check of result.checks) {
    const { truth, assertion, neededFacts } = check
    const origin = assertion.origin ?? result.scenario.origin
    if (truth === 'yes' || origin === undefined) continue
    const news = neededFacts.filter((fact) => !missing.has(fact))
    // One missing fact is said once, however many expectations wait for it.
    if (truth === 'unknown' && news.length > 0) {
      for (const fact of news) missing.add(fact)
      problems.push(reportMissing(check, origin, news, result, context))
    } else if (truth === 'no') problems.push(reportFailure(check, origin, context))
  }
  return problems
}

/** ZW9001 */
function reportFailure(check: CheckedAssertion, origin: Origin, context: string): Diagnostic {
  const { expected, actual, given, because } = check
  const related: readonly Label[] = because
    .filter((place) => place.file !== origin.file || place.span.start !== origin.span.start)
    .slice(0, MOST_RELATED)
    .map((place) => ({ origin: place, text: '由这里得出' }))
  return diagnose('ZW9001', { expected, actual, given }, origin, { related, context })
}

/** ZW9002, with a line to fill in behind the last premise. */
function reportMissing(
  { expected }: CheckedAssertion,
  origin: Origin,
  facts: readonly string[],
  { scenario }: ScenarioResult,
  context: string,
): Diagnostic {
  const last = scenario.premises.at(-1)?.origin
  const keyword = last === undefined ? '假如' : '并且'
  const place = last ?? scenario.origin
  const lines = facts
    .map((fact, index) => `\n  ${index === 0 ? keyword : '并且'}：【${fact}】为 ${TO_FILL_IN}`)
    .join('')
  const fixes: readonly Fix[] =
    place === undefined || place.file !== origin.file
      ? []
      : [
          {
            title: `补上“${keyword}：【${facts[0] ?? ''}】为 ……”`,
            applicability: 'placeholder',
            edits: [
              { origin: { file: place.file, span: { start: place.span.end, end: place.span.end } }, text: lines },
            ],
          },
        ]
  return diagnose('ZW9002', { facts, expected }, origin, { fixes, context })
}

/** ZW9003, with the outline of a 用例 in which the condition fails. */
function reportUncovered({ measurable, requirement }: UncoveredRequirement): readonly Diagnostic[] {
  const { matter, graph } = measurable
  const { origin, name } = requirement
  if (origin === undefined) return []
  const space = matterSituations(matter, graph)
  const witness = space.witnessOf(space.diagramOf(failureOf(requirement)))
  const first = matter.scenarios.find((scenario) => scenario.origin?.file === origin.file)?.origin
  const premises = witness === undefined ? [TO_FILL_IN] : printSituationParts(witness)
  const outline = [
    `用例：${name}——不满足时`,
    ...premises.map((premise, index) => `  ${index === 0 ? '假如' : '并且'}：${premise}`),
    '  那么：受理条件 不满足',
    `  那么：不满足的条件 包含 【${name}】`,
  ].join('\n')
  const fixes: readonly Fix[] =
    first === undefined
      ? []
      : [
          {
            title: '加一个它不满足的用例',
            applicability: witness === undefined ? 'placeholder' : 'ask',
            edits: [
              {
                origin: { file: first.file, span: { start: first.span.start, end: first.span.start } },
                text: `${outline}\n`,
              },
            ],
          },
        ]
  return [diagnose('ZW9003', { name }, origin, { fixes, context: `事项“${matter.name}” › 受理条件` })]
}
