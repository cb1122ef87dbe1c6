import { describeExclusion, exclusionOf } from '../../analysis/exclusion.ts'
import type { Rational } from '../../base/rational.ts'
import { printSituation } from '../../graph/situation.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import { QUANTITIES } from '../../model/terms.ts'
import { decisiveTarget, printLack, printOwnBasis } from '../target-words.ts'
import { renderCertaintySection } from './certainty-section.ts'
import { type GanttLimit, ganttScale, renderGantt } from './gantt.ts'
import { type Content, type Html, html } from './html.ts'
import { renderLimits } from './limits-table.ts'
import { placesOf } from './matters-table.ts'
import { renderPlanning } from './plan-section.ts'
import type { MatterPage, Setting } from './report-page.ts'
import { renderScenarios } from './scenarios.ts'
import { renderTargetSentence } from './target-sentence.ts'
import { compressionOf, cutOf, days, figureWords } from './words.ts'

/** Everything about one matter (逐项说明), folded up until somebody wants it. */
export function renderMatterDetails(page: MatterPage, setting: Setting): Html {
  const { id, report, dossier, certainty, scenarios } = page
  return html`<details class="matter" id="${id}"><summary><h3>${report.matter.name}</h3><span class="brief">${brief(page, setting)}</span></summary>
    <div class="inside"><p class="about">${aboutLine(page)}</p>
    ${exclusionNote(page)}
    ${dossier === undefined ? null : renderLimits(dossier, report.file, setting)}
    ${renderTargets(page, setting)}${renderFlow(page)}${certainty === undefined ? null : renderCertaintySection(certainty, setting.digits)}${renderScenarios(scenarios)}</div></details>`
}

function brief({ report }: MatterPage, { digits }: Setting): Content {
  const compression = compressionOf(report)
  const verdict = decisiveTarget(report)
  const exclusion = exclusionOf(report)
  const parts: Content[] = []
  if (compression !== undefined)
    parts.push(`${figureWords(compression.before)}→${figureWords(compression.after)}，压减${cutOf(report, digits)}`)
  if (exclusion !== undefined) parts.push(`没有计入：${describeExclusion(exclusion)}`)
  if (verdict !== undefined)
    parts.push(
      html`<span class="${verdict.kind === 'undecided' ? 'open' : verdict.met ? 'met' : 'miss'}">${printLack(verdict)}</span>${printOwnBasis(verdict, report)}`,
    )
  return parts.map((part, index) => (index === 0 ? part : html`，${part}`))
}

function aboutLine({ report }: MatterPage): Content {
  const { matter, file } = report
  const { office, levels, type } = placesOf(report)
  const parts = [
    ...(matter.code === undefined ? [] : [`编码 ${matter.code}`]),
    ...[office, levels.join('、'), type].filter((part) => part !== '未写明'),
    ...(file === undefined ? [] : [file]),
    ...matter.sources.map(printLegalSource),
  ]
  return parts.join('·')
}

function exclusionNote({ report }: MatterPage): Html {
  const exclusion = exclusionOf(report)
  return exclusion === undefined ? html`` : html`<p>没有计入合计：${describeExclusion(exclusion)}。</p>`
}

function renderTargets({ report }: MatterPage, { digits }: Setting): Html {
  if (report.targets.length === 0) return html``
  return html`<ul class="targets">${report.targets.map((verdict) => html`<li>${renderTargetSentence(verdict, digits)}</li>`)}</ul>`
}

/** The steps before and after: as they were or are, and with the plan taken. */
function renderFlow(page: MatterPage): Html {
  const { report, dossier, planning } = page
  const schedule = dossier?.schedule ?? null
  const former = dossier?.formerSchedule ?? null
  const limits = ganttLimits(page)
  if (schedule === null && limits.length === 0) return html``
  const after = planning?.schedule ?? null
  // What is drawn of another version may be another situation, where other limits can hold.
  const common = isSameInAll(dossier) ? limits : []
  const promisedBefore = limitOf('after', '承诺时限', report.streamlining?.time?.before)
  const scale = ganttScale([schedule, former, after], [...limits, ...promisedBefore])
  const earlier = former === null ? null : renderGantt('对比的一版', former, promisedBefore, scale)
  const now = renderGantt(former === null ? '办理环节与时限' : '现在', schedule, limits, scale)
  const isChanged = (planning?.account?.chosen.length ?? 0) > 0
  const planned = isChanged ? renderGantt('采取措施以后', after, common, scale) : null
  return html`<p class="situation">${situationWords(page)}</p>${earlier}${now}
    ${planning === undefined ? null : renderPlanning(planning, report.matter.measures, planned)}`
}

function isSameInAll(dossier: MatterPage['dossier']): boolean {
  return [...(dossier?.statutory ?? []), ...(dossier?.promised ?? [])].every(({ situations }) => situations === null)
}

/** The limits that hold in the situation that is drawn; without one those that the cut was computed from. */
function ganttLimits({ report, dossier }: MatterPage): readonly GanttLimit[] {
  const compression = compressionOf(report)
  const { limitsThen } = dossier ?? {}
  if (limitsThen && report.basis.before === 'statutory') {
    return [
      ...limitOf('before', '法定时限', limitsThen.statutory),
      ...limitOf('after', '承诺时限', limitsThen.promised),
    ]
  }
  if (compression === undefined) return limitOf('after', '承诺时限', report.promised?.workdays)
  const { before, after } = compression
  return [
    ...limitOf('before', QUANTITIES[before.quantity], before.workdays),
    ...(after.path === null ? limitOf('after', QUANTITIES[after.quantity], after.workdays) : []),
  ]
}

function limitOf(kind: GanttLimit['kind'], name: string, workdays: Rational | null | undefined): readonly GanttLimit[] {
  return workdays ? [{ kind, name, workdays }] : []
}

/** In which situation the steps take longest, and how long that is. */
function situationWords({ dossier, report }: MatterPage): Content {
  const path = dossier?.schedule?.path
  if (path === undefined) return '没有写办理环节。'
  const where = path.situation === null ? '任何情形下' : `最长的情形是${printSituation(path.situation)}，`
  const bound = path.exact ? '' : '至多'
  const untimed = report.untimed.length === 0 ? '' : `；${report.untimed.join('、')}没有写时限，按0算，实际可能更长`
  return html`${where}关键路径${bound}<b>${days(path.workdays)}</b>${untimed}。`
}
