import { exclusionOf } from '../../analysis/exclusion.ts'
import type { MatterReport } from '../../analysis/matter-report.ts'
import { printNumber } from '../../base/print-number.ts'
import { printFraction, ZERO } from '../../base/rational.ts'
import { printDuration } from '../../calendar/duration.ts'
import type { Basis } from '../../graph/compression.ts'
import { LEVELS, MATTER_TYPES, QUANTITIES, type Quantity } from '../../model/terms.ts'
import { decisiveTarget, printAsked, printLack, printOwnBasis, standingOf } from '../target-words.ts'
import { type Content, type Html, html } from './html.ts'
import type { MatterPage } from './report-page.ts'
import { place } from './scale.ts'
import { compressionOf, cutOf } from './words.ts'

/** All matters, a line each (事项一览). It is whole without the script; with it, it can be filtered. */
export function renderMattersTable(pages: readonly MatterPage[], basis: Basis, digits: number): Html {
  return html`<table class="list matters" id="list"><caption class="unseen">全部事项</caption>
    <thead><tr><th scope="col">事项</th><th scope="col" class="num wide">${QUANTITIES[basis.before]}<span class="to">→</span>${QUANTITIES[basis.after]}</th>
    <th scope="col" class="num wide">关键路径</th><th scope="col" class="num">压减</th><th scope="col" class="wide bar"><span class="unseen">图</span></th><th scope="col">目标</th></tr></thead>
    <tbody>${pages.map((page) => row(page, digits))}</tbody></table>`
}

/** What a matter can be filtered by. */
export function placesOf({ matter }: MatterReport) {
  return {
    office: matter.authority ?? '未写明',
    levels: matter.levels.length === 0 ? ['未写明'] : matter.levels.map((level) => LEVELS[level]),
    type: matter.type === undefined ? '未写明' : MATTER_TYPES[matter.type],
  }
}

function row({ id, report }: MatterPage, digits: number): Html {
  const { matter } = report
  const compression = compressionOf(report)
  const { office, levels, type } = placesOf(report)
  const counted = compression !== undefined && exclusionOf(report) === undefined
  const sum = counted
    ? `${printFraction(compression.before.workdays)} ${printFraction(compression.after.workdays)}`
    : ''
  const [before, after] = [side(report, 'before'), side(report, 'after')]
  const about = [matter.authority, levels.join('、'), type].filter((part) => part !== undefined && part !== '未写明')
  return html`<tr data-m="${id}" data-d="${office}" data-l="${levels.join(' ')}" data-t="${type}" data-s="${standingOf(report)}" data-n="${sum}"${matter.code === undefined ? null : html` data-c="${matter.code}"`}>
    <th scope="row"><a href="#${id}">${matter.name}</a><span class="about">${dotted(about)}</span><span class="about narrow">${before}→${after}</span></th>
    <td class="num wide">${before}<span class="to">→</span>${after}</td>
    <td class="num wide">${pathWords(report)}</td><td class="num"><b>${cutOf(report, digits)}</b></td>
    <td class="wide bar">${compression === undefined ? null : cutBar(compression.ratio)}</td><td>${targetCell(report)}</td></tr>`
}

/** 公安机关·县级·行政许可, broken after a dot and nowhere else where there is room. */
function dotted(parts: readonly Content[]): readonly Html[] {
  return parts.map((part, index) => html`<span class="keep">${part}${index < parts.length - 1 ? '·' : null}</span>`)
}

/** The figure that the cut was computed from; of a matter without a cut, its limit, if it has one. */
function side(report: MatterReport, which: 'before' | 'after'): string {
  const figure = compressionOf(report)?.[which]
  if (figure !== undefined) return figure.limit === null ? printNumber(figure.workdays) : printDuration(figure.limit)
  const limits: Partial<Record<Quantity, MatterReport['statutory']>> = {
    statutory: report.statutory,
    promised: report.promised,
    formerPromise: report.formerPromise,
  }
  const limit = limits[report.basis[which]]
  return limit === undefined || limit === null ? '—' : printDuration(limit.rule.limit)
}

/** In working days; ≥ where a step without 时限 makes it a lower bound. */
function pathWords({ criticalPath, untimed }: MatterReport): Content {
  if (criticalPath === null) return '—'
  return `${untimed.length > 0 ? '≥' : ''}${printNumber(criticalPath.workdays)}`
}

/** The cut as part of the whole. */
function cutBar(ratio: NonNullable<ReturnType<typeof compressionOf>>['ratio']): Html {
  const share = ratio.num <= 0n ? ZERO : ratio
  return html`<svg aria-hidden="true"><rect class="track" width="100%"/><rect class="critical" width="${place({ full: { num: 1n, den: 1n } }, share)}"/></svg>`
}

function targetCell(report: MatterReport): Content {
  const verdict = decisiveTarget(report)
  if (verdict === undefined) return null
  const own = printOwnBasis(verdict, report)
  const kind = verdict.kind === 'undecided' ? 'open' : verdict.met ? 'met' : 'miss'
  return html`<span class="asked">${printAsked(verdict)}</span> <span class="${kind}">${printLack(verdict)}</span>${own === '' ? null : html`<span class="about">${own}</span>`}`
}
