import { describeTarget, printChange, reductionOf } from '../../analysis/describe-target.ts'
import { describeExclusion } from '../../analysis/exclusion.ts'
import { printBasis } from '../../analysis/report-json.ts'
import { printSituation, type SituationWitness } from '../../graph/situation.ts'
import type { TargetVerdict } from '../../graph/target-verdict.ts'
import { printLack, printReached } from '../target-words.ts'
import { type Content, html } from './html.ts'

/**
 * A target with what was reached, what is lacking and what holds it up (目标与达标), and where it stands worst: in which
 * situation of the time, unless another is given.
 */
export function renderTargetSentence(
  verdict: TargetVerdict,
  digits: number,
  worst: SituationWitness | null = situationOf(verdict),
): Content {
  const basis = verdict.basis === null ? '' : `（${printBasis(verdict.basis)}）`
  const goal = html`目标：${describeTarget(verdict.target)}${basis}`
  const where = worst === null ? null : html`；压减最小的情形：${printSituation(worst)}`
  if (verdict.kind === 'undecided')
    return html`${goal}，<span class="open">无法判断</span>：${describeExclusion(verdict.because)}${where}`
  const { met } = verdict
  const { path = null } = verdict.subject === 'time' ? verdict.compression.after : {}
  const chain = path?.steps.filter(({ workdays }) => workdays.num > 0n).map(({ name }) => name) ?? []
  return html`${goal}，实际${printReached(verdict, digits)}（${printChange(reductionOf(verdict), verdict.subject)}），
    <span class="${met ? 'met' : 'miss'}">${printLack(verdict)}</span>${!met && chain.length > 0 ? html`，卡在${chain.join('→')}` : null}${where}`
}

function situationOf(verdict: TargetVerdict): SituationWitness | null {
  return verdict.kind === 'decided' && verdict.subject === 'time' ? verdict.compression.situation : null
}
