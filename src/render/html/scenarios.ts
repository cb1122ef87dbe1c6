import type { ScenarioResult } from '../../analysis/scenario-result.ts'
import { type Html, html } from './html.ts'

/** The 用例 of a matter as they were run (用例核验): how many hold, and of the others what was expected and came out. */
export function renderScenarios(results: readonly ScenarioResult[]): Html {
  if (results.length === 0) return html``
  const failed = results.filter(({ passed }) => !passed)
  const passed = results.length - failed.length
  if (failed.length === 0) return html`<p>用例${results.length}个，<span class="met">全部成立</span>。</p>`
  return html`<p>用例${results.length}个，成立${passed}个，<span class="miss">不成立${failed.length}个</span>：</p>
    <ul>${failed.map(
      ({ scenario, checks }) =>
        html`<li>${scenario.name}<ul>${checks
          .filter(({ truth }) => truth !== 'yes')
          .map(
            ({ expected, actual, given }) =>
              html`<li>应当是“${expected}”，实际是“${actual}”${given === '' ? null : `（${given}）`}</li>`,
          )}</ul></li>`,
    )}</ul>`
}
