import { describeTarget, printChange, reductionOf } from '../../analysis/describe-target.ts'
import { describeExclusion } from '../../analysis/exclusion.ts'
import { printBasis } from '../../analysis/report-json.ts'
import { printSituation } from '../../graph/situation.ts'
import type { TargetVerdict } from '../../graph/target-verdict.ts'
import { printLack, printReached } from '../target-words.ts'
import { type Content, html } from './html.ts'

/** A target with what was reached, what is lacking and what holds it up (目标与达标). */
export function renderTargetSentence(verdict: TargetVerdict, digits: number): Content {
  const basis = verdict.basis === null ? '' : `（${printBasis(verdict.basis)}）`
  const goal = html`目标：${describeTarget(verdict.target)}${basis}`
  if (verdict.kind === 'undecided')
    return html`${goal}，<span class="open">无法判断</span>：${describeExclusion(verdict.because)}`
  const { met } = verdict
  const { path = null, situation = null } =
    verdict.subject === 'time' ? { ...verdict.compression.after, situation: verdict.compression.situation } : {}
  const chain = path?.steps.filter(({ workdays }) => workdays.num > 0n).map(({ name }) => name) ?? []
  return html`${goal}，实际${printReached(verdict, digits)}（${printChange(reductionOf(verdict), verdict.subject)}），
    <span class="${met ? 'met' : 'miss'}">${printLack(verdict)}</span>${!met && chain.length > 0 ? html`，卡在${chain.join('→')}` : null}${situation === null ? null : html`；压减最小的情形：${printSituation(situation)}`}`
}
