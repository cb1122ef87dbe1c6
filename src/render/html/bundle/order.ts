import { type BundleStep, lengthOf } from '../../../analysis/bundle/account-for-bundle.ts'
import { printPath } from '../../../analysis/bundle/bundle-json.ts'
import type { Queueing } from '../../../analysis/bundle/capacity/limit-capacity.ts'
import { describeOrder, describeQueue } from '../../../analysis/bundle/describe-queueing.ts'
import { printNumber } from '../../../base/print-number.ts'
import { compare, type Rational, subtract } from '../../../base/rational.ts'
import type { ComponentPath } from '../../../model/bundle.ts'
import { isProvisional } from '../../bundle-words.ts'
import { renderDateWithWeekday } from '../../chinese-date.ts'
import { GANTT_COLUMNS } from '../gantt.ts'
import { type Html, html } from '../html.ts'
import { bar, place, type Scale, scaleFor } from '../scale.ts'
import { days } from '../words.ts'
import type { BundlePage } from './bundle-rendering.ts'

/** The steps on one scale of working days, by when they begin (办理的先后), with dates where the day of the application is known. */
export function renderOrder({ account: { steps, bundled, chosen }, start }: BundlePage): Html {
  if (steps.length === 0) return html``
  const length = lengthOf(steps)
  const promised = chosen?.promised ?? undefined
  const scale = scaleFor([length, ...(promised === undefined ? [] : [promised])])
  const origins = new Map(bundled.steps.map(({ name, from }) => [name, from]))
  const rows = steps
    .toSorted((a, b) => compare(a.start, b.start) || compare(a.end, b.end))
    .map((step) => stepRow(step, origins.get(step.name) ?? [], { scale, promised, start }))
  return html`<section aria-labelledby="order"><h2 id="order">先后：一共${days(length)}</h2>
    <p class="note">名称加粗、颜色较深的环节在关键路径上：它们晚一天，整件事晚一天。${promised === undefined ? null : `竖线是承诺的${days(promised)}。`}${start === undefined ? null : html`日期从提交申请的次日起算，是最晚办完的那天${isProvisional(steps) ? '；写“暂定”的，那一年的放假通知还没有公布，按法定节日推算，公布以后请重新算' : null}。`}</p>
    <table class="gantt steps"><caption class="unseen">环节的先后和用时</caption>${GANTT_COLUMNS}
    <thead><tr><th scope="col">环节</th><th scope="col" class="num">用时</th><th scope="col">从什么时候到什么时候</th></tr></thead>
    <tbody>${rows}</tbody></table>${renderQueues(bundled.queueing)}</section>`
}

/** What waits only because an office cannot do all at once (排队). */
function renderQueues(queueing: Queueing | undefined): Html {
  if (queueing === undefined) return html``
  const about = describeOrder(queueing)
  return html`<h3>一个部门忙不过来的，排队</h3>
    <ul class="notes">${queueing.queues.map((queue) => html`<li>${describeQueue(queue)}</li>`)}</ul>
    ${about === undefined ? null : html`<p class="note">${about}</p>`}`
}

interface Drawing {
  readonly scale: Scale
  readonly promised: Rational | undefined
  /** The day of the application. */
  readonly start: string | undefined
}

function stepRow(step: BundleStep, from: readonly ComponentPath[], { scale, promised, start: applied }: Drawing): Html {
  const { critical, start, end, endsOn, provisional } = step
  const mark =
    promised && html`<line class="after" x1="${place(scale, promised)}" x2="${place(scale, promised)}" y2="100%"/>`
  const { name, about } = stepWords(step.name, from)
  const length = subtract(end, start)
  const time = length.num === 0n ? '随到随办' : days(length)
  const until =
    applied !== undefined && endsOn !== undefined ? dayWords(endsOn, applied) : `第${spanWords(start, end)}个工作日`
  return html`<tr class="${critical ? 'on' : 'off'}"><th scope="row">${name}${critical ? html`<span class="unseen">（关键）</span>` : null}${about === '' ? null : html`<span class="about">${about}</span>`}</th>
    <td class="num">${time}<span class="about">${until}</span>${provisional ? html`<span class="about">暂定</span>` : null}</td>
    <td class="draw"><svg role="img" aria-label="从满${printNumber(start)}个工作日到满${days(end)}">${mark}${bar(scale, start, length, critical ? 'critical' : 'beside')}</svg></td></tr>`
}

/** The name of a step that only one component has without that of the component, which stands beneath it. */
function stepWords(name: string, from: readonly ComponentPath[]): { readonly name: string; readonly about: string } {
  const [only] = from
  if (from.length === 1 && only !== undefined && (name === printPath(only) || name === only.name)) {
    return { name: only.name, about: only.component }
  }
  return { name, about: from.length === 0 ? '' : `合并了${from.map(printPath).join('、')}` }
}

/** The year is only said where it is another than that of the application. */
function dayWords(day: string, applied: string): string {
  const words = renderDateWithWeekday(day)
  return day.slice(0, 4) === applied.slice(0, 4) ? words.slice(words.indexOf('年') + 1) : words
}

function spanWords(start: Rational, end: Rational): string {
  return compare(start, end) === 0 ? printNumber(end) : `${printNumber(start)}至${printNumber(end)}`
}
