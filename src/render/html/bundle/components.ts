import type { ComponentDossier } from '../../../analysis/bundle/bundle-dossier.ts'
import { printNumber } from '../../../base/print-number.ts'
import type { Rational } from '../../../base/rational.ts'
import { type Html, html } from '../html.ts'
import type { BundlePage } from './bundle-rendering.ts'

/** What the bundle is made of (包含事项): for whom each is, whose it is, what it waits for, what it issues, how long it has. */
export function renderComponents({ dossier: { components } }: BundlePage): Html {
  return html`<section aria-labelledby="components"><h2 id="components">包含的${components.length}个事项</h2>
    <p class="note">时限都折合成工作日。</p>
    <table class="list"><caption class="unseen">包含的事项，按能办的先后</caption><thead><tr><th scope="col">事项</th><th scope="col">谁要办</th><th scope="col" class="wide">办出什么</th>
    <th scope="col" class="num">法定时限</th><th scope="col" class="num">承诺时限</th></tr></thead>
    <tbody>${components.map(componentRow)}</tbody></table></section>`
}

function componentRow({ name, matter, selected, when, after, statutory, promised }: ComponentDossier): Html {
  const issued = matter?.outputs.map((output) => output.name).join('、') || '—'
  const about = [
    ...(matter?.authority === undefined ? [] : [matter.authority]),
    ...(after.length === 0 ? [] : [`在${after.join('、')}之后`]),
  ]
  return html`<tr${selected ? null : html` class="left-out"`}><th scope="row">${name}${about.length === 0 ? null : html`<span class="about">${about.join(' · ')}</span>`}<span class="about narrow">办出：${issued}</span></th>
    <td>${matter === undefined ? html`<span class="miss">没有这个事项</span>` : (when ?? '都要办')}${selected || matter === undefined ? null : html`<span class="about">这次不办</span>`}</td><td class="wide">${issued}</td>
    <td class="num">${amount(statutory)}</td><td class="num">${amount(promised)}</td></tr>`
}

function amount(workdays: Rational | null): string {
  return workdays === null ? '—' : printNumber(workdays)
}
