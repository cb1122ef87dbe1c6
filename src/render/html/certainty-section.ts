import type { MatterCertainty } from '../../analysis/certainty/assess-certainty.ts'
import { printShare } from '../../analysis/certainty/print-share.ts'
import type { SituationCertainty } from '../../analysis/certainty/situation-certainty.ts'
import { printSituationWords } from '../../graph/situation-words.ts'
import { coarseWords, decisiveWords, isKept, methodWords, promiseWords, shareWords } from '../certainty-words.ts'
import { renderCertaintyChart } from './certainty-chart.ts'
import { type Content, type Html, html } from './html.ts'
import { days } from './words.ts'

/** So many situations are listed, the least certain first. */
const MOST = 6

/** How surely the promise of a matter is kept (承诺的把握): the share of cases, what would be kept, and the steps that decide. */
export function renderCertaintySection(certainty: MatterCertainty, digits: number): Html {
  const { situations, assumed, complete } = certainty
  const [worst] = situations
  if (worst === undefined) return html``
  const steps = decisiveWords(certainty, digits)
  const notes = [
    ...(assumed.length === 0 ? [] : [`${assumed.join('、')}没有写实际用时，当作每件都用满时限`]),
    ...[methodWords(worst.method, digits), coarseWords(certainty)].filter((note) => note !== undefined),
    ...(complete ? [] : ['情形太多，只算了一部分，其中有最慢的一类']),
    '各环节的快慢当作互不相干',
  ]
  return html`<section class="certainty"><h4>承诺的把握</h4>
    <p>${situations.length === 1 ? null : '把握最小的情形下，'}${sentence(worst, certainty, digits)}</p>
    ${renderCertaintyChart(worst, certainty, digits)}
    ${steps.length === 0 ? null : html`<p>最要紧的环节：</p><ul>${steps.map((step) => html`<li>${step}</li>`)}</ul>`}
    ${situations.length === 1 ? null : renderSituations(certainty, digits)}
    <p class="note">${notes.join('；')}。</p></section>`
}

function sentence(worst: SituationCertainty, certainty: MatterCertainty, digits: number): Content {
  const wanted = shareWords(certainty.share)
  const enough = html`承诺<b>${days(worst.keptBy)}</b>才有${wanted}的件按时办结，平均用${days(worst.mean)}。`
  if (worst.kept === null) return html`没有承诺的天数可比；${enough}`
  return html`承诺${promiseWords(worst)}，${keptWords(worst, certainty, digits)}的件能按时办结；${enough}`
}

function keptWords(each: SituationCertainty, { share }: MatterCertainty, digits: number): Content {
  const { kept } = each
  if (kept === null) return '—'
  return html`<span class="${isKept(each, share) === true ? 'met' : 'miss'}">${printShare(kept, digits, share)}%</span>`
}

function renderSituations(certainty: MatterCertainty, digits: number): Html {
  const { situations, share } = certainty
  const left = situations.length - MOST
  return html`<table class="list"><caption class="unseen">各类情形的把握</caption>
    <thead><tr><th scope="col">情形</th><th scope="col" class="num">承诺</th><th scope="col" class="num">按时办结</th>
    <th scope="col" class="num">${shareWords(share)}办结</th></tr></thead>
    <tbody>${situations.slice(0, MOST).map(
      (
        each,
      ) => html`<tr><th scope="row">${printSituationWords(each.situations)}</th><td class="num">${promiseWords(each)}</td>
      <td class="num">${keptWords(each, certainty, digits)}</td><td class="num">${days(each.keptBy)}</td></tr>`,
    )}</tbody></table>${left > 0 ? html`<p class="note">还有${left}类情形，把握都不比上面的小。</p>` : null}`
}
