import type { MatterPlanning } from '../../analysis/matter-planning.ts'
import type { ChosenMeasure, PlanAccount } from '../../analysis/measures/plan-account.ts'
import { costUnitOf } from '../../analysis/measures/plan-json.ts'
import { printNumber } from '../../base/print-number.ts'
import { compare, type Rational, subtract } from '../../base/rational.ts'
import type { PathResult } from '../../graph/path-result.ts'
import type { Measure } from '../../model/measure.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import { MEASURE_KINDS } from '../../model/terms.ts'
import { clashSentence, proofSentence } from '../plan-proof.ts'
import { refusalReason } from '../plan-text.ts'
import { renderFrontier } from './frontier-chart.ts'
import { type Content, type Html, html } from './html.ts'
import { days } from './words.ts'

/** What the matter's 优化措施 can do for it (压减方案): the cheapest way to its target with the proof, and the price list. */
export function renderPlanning(
  { account, frontier }: MatterPlanning,
  measures: readonly Measure[],
  gantt: Content,
): Html {
  const unit = costUnitOf(measures) ?? ''
  const planned = account !== null && 'path' in account.plan ? account.plan.path?.workdays : undefined
  const prices = renderFrontier(frontier, planned, unit)
  if (account === null) {
    return html`<section class="plan"><h4>压减方案</h4><p>没有可以照着算的时限目标，只列出每种时间的成本。</p>${prices}</section>`
  }
  return html`<section class="plan"><h4>压减方案</h4><p>${conclusion(account, unit)}</p>${renderMeasures(account.chosen, unit)}
    ${gantt}${comparison(account, unit)}${renderProof(account, unit)}${renderRefused(account)}${prices}</section>`
}

function conclusion({ plan, allowed }: PlanAccount, unit: string): Content {
  const goal = allowed === undefined ? '' : `目标是至多${days(allowed)}。`
  switch (plan.status) {
    case 'already-met':
      return `${goal}不采取措施，办理环节就已经达到。`
    case 'optimal':
    case 'best-known':
      return html`${goal}采取下列${plan.measures.length}项措施，最长用时从${days(plan.before)}减到<b>${lengthWords(plan.path)}</b>，
        成本<b>${printNumber(plan.cost)}${unit}</b>。${
          plan.status === 'optimal'
            ? '这是最低的成本，证明附后。'
            : `还没有证明它最省；再省也不会低于${printNumber(plan.lowerBound)}${unit}。`
        }`
    case 'infeasible':
      return html`${goal}能采取的措施全部采取，也达不到：最短只能到<b>${lengthWords(plan.shortest)}</b>${stepsWords(plan.shortest)}。`
    case 'no-baseline':
      return '有的情形没有法定时限，算不出要减到几天，没有方案。'
    case 'open':
      return html`${goal}措施太多，没有算完；成本不会低于${printNumber(plan.lowerBound)}${unit}。`
  }
}

function lengthWords(path: PathResult | undefined): string {
  return path === undefined ? '0个工作日' : days(path.workdays)
}

function stepsWords(path: PathResult | undefined): string {
  if (path === undefined) return ''
  return `（${path.steps.map(({ name, workdays }) => `${name}${printNumber(workdays)}`).join(' → ')}）`
}

function renderMeasures(chosen: readonly ChosenMeasure[], unit: string): Html {
  if (chosen.length === 0) return html``
  return html`<table class="list"><caption class="unseen">方案采取的措施</caption>
    <thead><tr><th scope="col">措施</th><th scope="col">类型</th><th scope="col" class="num">成本</th>
    <th scope="col" class="num wide">没有它多用</th><th scope="col" class="num wide">不用它最省</th></tr></thead>
    <tbody>${chosen.map((each) => measureRow(each, unit))}</tbody></table>`
}

function measureRow({ measure, saves, costWithout }: ChosenMeasure, unit: string): Html {
  const { name, kind, cost, steps, precondition, sources } = measure
  const about = [
    ...(steps.length === 0 ? [] : [steps.join('、')]),
    ...(precondition === undefined ? [] : [`前提：${precondition}`]),
    ...sources.map(printLegalSource),
  ]
  return html`<tr><th scope="row">${name}<span class="about">${about.join('；')}</span></th>
    <td>${MEASURE_KINDS[kind]}</td><td class="num">${cost.amount}${cost.unit ?? unit}</td><td class="num wide">${days(saves)}</td>
    <td class="num wide">${costWithout === undefined ? '达不到' : `${printNumber(costWithout)}${unit}`}</td></tr>`
}

/** What the usual rule of thumb would have cost. */
function comparison({ plan, byHand }: PlanAccount, unit: string): Html {
  if (byHand === undefined || !('measures' in plan)) return html``
  const rule = '按每次在最长的路上挑最便宜一天的老办法'
  if (!byHand.met) return html`<p>${rule}，走不到目标。</p>`
  const more: Rational = subtract(byHand.cost, plan.cost)
  const extra = compare(more, { num: 0n, den: 1n }) > 0 ? `，多花${printNumber(more)}${unit}` : '，一样多'
  return html`<p>${rule}，要${printNumber(byHand.cost)}${unit}${extra}。</p>`
}

/** The lines that anyone can add up: every set of measures that reaches the target satisfies all of them. */
function renderProof({ plan }: PlanAccount, unit: string): Html {
  if (plan.proof.length === 0 || (plan.status !== 'optimal' && plan.status !== 'infeasible')) return html``
  const lines = [...plan.proof.map(proofSentence), ...plan.clashes.map(clashSentence)]
  const [head, end] =
    plan.status === 'optimal'
      ? [
          '为什么这是最省的',
          `任何方案都要满足这${lines.length}条；把措施逐组加一加，最少要${printNumber(plan.cost)}${unit}。`,
        ]
      : ['为什么达不到', `任何方案都要满足这${lines.length}条，现有的措施（连同前提和互斥）做不到。`]
  return html`<details class="proof"><summary>${head}</summary><ol>${lines.map((line) => html`<li>${line}</li>`)}</ol>
    <p>${end}</p></details>`
}

function renderRefused({ plan }: PlanAccount): Html {
  if (plan.refused.length === 0) return html``
  const words = plan.refused.map((one) => `“${one.measure.name}”，${refusalReason(one)}`)
  return html`<p class="note">不能采取的措施：${words.join('；')}。</p>`
}
