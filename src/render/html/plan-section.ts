import type { MatterPlanning } from '../../analysis/matter-planning.ts'
import type { Plan, ProofLine } from '../../analysis/measures/plan.ts'
import { printNumber } from '../../base/print-number.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import { MEASURE_KINDS } from '../../model/terms.ts'
import { renderFrontier } from './frontier-chart.ts'
import { type Content, type Html, html } from './html.ts'
import { days } from './words.ts'

/** What the matter's 优化措施 can do for it (压减方案): the cheapest way to its target with the proof, and the price list. */
export function renderPlanning({ plan, frontier }: MatterPlanning, matter: Matter, gantt: Content): Html {
  const unit = matter.measures.find(({ cost }) => cost.unit !== undefined)?.cost.unit ?? ''
  const planned = plan !== null && 'path' in plan ? plan.path?.workdays : undefined
  return html`<section class="plan"><h4>压减方案</h4>
    ${plan === null ? html`<p>没有可以作为方案目标的时限目标，只列出各种时间的成本。</p>` : html`<p>${conclusion(plan, unit)}</p>${measuresTable(plan, unit)}`}
    ${gantt}${plan === null ? null : renderProof(plan.proof, plan)}${refusedList(plan)}${renderFrontier(frontier, planned, unit)}</section>`
}

function conclusion(plan: Plan, unit: string): Content {
  switch (plan.status) {
    case 'already-met':
      return '不采取措施，办理环节就已经达到目标。'
    case 'optimal':
    case 'best-known':
      return html`采取下列${plan.measures.length}项措施，最长用时从${days(plan.before)}减到<b>${plan.path === undefined ? '0' : days(plan.path.workdays)}</b>，
        成本<b>${printNumber(plan.cost)}${unit}</b>，达到目标。${plan.status === 'optimal' ? '这是达到目标的最低成本，证明附后。' : `还没有证明它最省；再省也不会低于${printNumber(plan.lowerBound)}${unit}。`}`
    case 'infeasible':
      return html`现有措施全部用上，也达不到目标${plan.shortest === undefined ? '。' : html`：最短只能到<b>${days(plan.shortest.workdays)}</b>（${chain(plan.shortest.steps)}）。`}`
    case 'no-baseline':
      return '有的情形没有法定时限，算不出目标是多少天，没有方案。'
    case 'open':
      return html`没有在限定的工作量内算出方案；成本不会低于${printNumber(plan.lowerBound)}${unit}。`
  }
}

function measuresTable(plan: Plan, unit: string): Html {
  if (!('measures' in plan) || plan.measures.length === 0) return html``
  return html`<table class="list"><caption class="unseen">方案采取的措施</caption>
    <thead><tr><th scope="col">措施</th><th scope="col">类型</th><th scope="col" class="num">成本</th><th scope="col" class="wide">前提和依据</th></tr></thead>
    <tbody>${plan.measures.map((measure) => measureRow(measure, unit))}</tbody></table>`
}

function measureRow({ name, kind, cost, steps, precondition, sources }: Measure, unit: string): Html {
  const rests = [...(precondition === undefined ? [] : [precondition]), ...sources.map(printLegalSource)]
  return html`<tr><th scope="row">${name}${steps.length === 0 ? null : html`<span class="about">${steps.join('、')}</span>`}</th>
    <td>${MEASURE_KINDS[kind]}</td><td class="num">${cost.amount}${cost.unit ?? unit}</td><td class="wide">${rests.join('；')}</td></tr>`
}

/** The lines that anyone can add up: any set of measures that reaches the target satisfies all of them. */
function renderProof(proof: readonly ProofLine[], plan: Plan): Html {
  if (proof.length === 0) return html``
  const claim =
    plan.status === 'infeasible' ? '任何一组措施都做不到同时满足下面各行' : '能达到目标的措施，必须同时满足下面各行'
  return html`<details class="proof"><summary>证明：${claim}</summary><ol>${proof.map(
    ({ kind, chain: long, need, savings }) => html`<li>${chain(long.steps)}，共${days(long.workdays)}，
      只能用${days(long.allowed)}：${kind === 'others' ? html`另外至少要采取${printNumber(need)}项措施` : html`至少要省${days(need)}`}。
      ${savings.length === 0 ? '没有措施能省。' : html`能省的：${savings.map(({ measure, part, workdays }) => `${measure.name}${!measure.steps.includes(part) ? '' : `（${part}）`}${kind === 'others' ? '' : printNumber(workdays)}`).join('，')}。`}</li>`,
  )}</ol></details>`
}

function refusedList(plan: Plan | null): Html {
  if (plan === null || plan.refused.length === 0) return html``
  return html`<p class="note">不能采取的措施：${plan.refused
    .map(
      ({ measure, obstacle }) =>
        `${measure.name}（${OBSTACLES[obstacle.because]}${obstacle.what.length === 0 ? '' : `：${obstacle.what.join('、')}`}）`,
    )
    .join('；')}。</p>`
}

const OBSTACLES = {
  law: '法律要求保留',
  names: '所写的环节、材料或者前提措施对不上',
  needed: '流程少不了',
  order: '改不成这样的顺序',
  excluded: '与已经采取的措施互斥',
  lengthens: '反而更长',
} as const

function chain(steps: ProofLine['chain']['steps']): string {
  return steps.map(({ name, workdays }) => `${name}${printNumber(workdays)}`).join(' → ')
}
