import type { BundleAccount } from '../../../analysis/bundle/account-for-bundle.ts'
import { describeProblem } from '../../../analysis/bundle/describe-problem.ts'
import { describeProposal } from '../../../analysis/bundle/describe-proposal.ts'
import { type Html, html } from '../html.ts'

/** What is wrong (问题), for which the figures are not to be trusted. */
export function renderProblems({ bundled: { problems } }: BundleAccount): Html {
  if (problems.length === 0) return html``
  return html`<section aria-labelledby="problems"><h2 id="problems" class="miss">先要改的${problems.length}处</h2>
    <p class="note">有问题的地方没有算进去，改好以后数字会变。</p>
    <ul class="notes">${problems.map((problem) => html`<li>${describeProblem(problem)}</li>`)}</ul></section>`
}

/** What looks as if it belonged together, for people to decide (归并建议). */
export function renderProposals({ bundled: { proposals } }: BundleAccount): Html {
  if (proposals.length === 0) return html``
  return html`<section aria-labelledby="proposals"><h2 id="proposals">还可以合并的${proposals.length}处</h2>
    <p class="note">看起来像同一份材料、同一个结果，要人来定，都没有算进去。</p>
    <ul class="notes">${proposals.map((proposal) => html`<li>${describeProposal(proposal)}</li>`)}</ul></section>`
}
