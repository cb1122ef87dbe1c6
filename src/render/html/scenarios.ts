import type { ScenarioResult } from '../../analysis/scenario-result.ts'
import { describeUnread } from '../../model/unread-scenarios.ts'
import { type Html, html } from './html.ts'

/** The 用例 of a matter as they were run (用例核验): how many hold, and of the others what was expected and came out. */
export function renderScenarios(results: readonly ScenarioResult[]): Html {
  if (results.length === 0) return html``
  const failed = results.filter(({ passed }) => !passed)
  const passed = results.length - failed.length
  if (failed.length === 0) return html`<p>用例${results.length}个，<span class="met">全部成立</span>。</p>`
  const open = failed.filter(({ unread }) => unread.length > 0).length
  const counts = [
    ...(failed.length > open ? [`不成立${failed.length - open}个`] : []),
    ...(open > 0 ? [`无法核对${open}个`] : []),
  ]
  return html`<p>用例${results.length}个，成立${passed}个，<span class="miss">${counts.join('，')}</span>：</p>
    <ul>${failed.map(
      ({ scenario, checks, unread }) =>
        html`<li>${scenario.name}${unread.length === 0 ? null : `：无法核对（${describeUnread(unread)}）`}<ul>${checks
          .filter(({ truth }) => truth !== 'yes')
          .map(
            ({ expected, actual, given }) =>
              html`<li>应当是“${expected}”，实际是“${actual}”${given === '' ? null : `（${given}）`}</li>`,
          )}</ul></li>`,
    )}</ul>`
}
