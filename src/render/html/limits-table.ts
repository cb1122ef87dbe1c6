import type { LimitInWords, MatterDossier } from '../../analysis/matter-dossier.ts'
import type { Origin } from '../../base/source-file.ts'
import { printDuration } from '../../calendar/duration.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import { LIMIT_STARTS } from '../../model/terms.ts'
import { renderDate } from '../chinese-date.ts'
import { type Content, type Html, html } from './html.ts'
import type { Setting } from './report-page.ts'
import { days } from './words.ts'

/** The limits in force with when they count, what they rest on, and where they are written (时限与依据); `file` is the matter's own. */
export function renderLimits({ statutory, promised }: MatterDossier, file: string | undefined, setting: Setting): Html {
  const rows = [...rowsOf('法定时限', statutory, file, setting), ...rowsOf('承诺时限', promised, file, setting)]
  if (rows.length === 0) return html`<p class="note">没有写法定时限，也没有写承诺时限。</p>`
  return html`<table class="list limits"><caption>时限与依据</caption><thead><tr><th scope="col">时限</th><th scope="col">多长</th>
    <th scope="col">依据</th><th scope="col" class="wide">出处</th></tr></thead><tbody>${rows}</tbody></table>`
}

/** 第126行, with the file where it is another than the matter's own (base.zw 第126行); nothing where the text is not known. */
function renderLine(origin: Origin | undefined, file: string | undefined, { index }: Setting): Content {
  if (origin === undefined || index.text(origin.file) === undefined) return null
  return `${origin.file === file ? '' : `${origin.file} `}第${index.locate(origin).start.line}行`
}

function rowsOf(
  name: string,
  limits: readonly LimitInWords[],
  file: string | undefined,
  setting: Setting,
): readonly Html[] {
  return limits.map(({ rule, workdays, situations }) => {
    const { limit, sources, origin, from, to, startsAt } = rule
    const converted = workdays !== null && limit.unit !== 'workday' ? `（折合${days(workdays)}）` : ''
    const remarks = [
      ...(situations === null ? [] : [situations]),
      ...(startsAt === undefined ? [] : [`从${LIMIT_STARTS[startsAt]}起算`]),
      ...(from === undefined ? [] : [`自${renderDate(from)}起`]),
      ...(to === undefined ? [] : [`至${renderDate(to)}`]),
    ]
    return html`<tr><th scope="row">${name}</th><td>${printDuration(limit)}${converted}${remarks.length === 0 ? null : html`<span class="about">${remarks.join('；')}</span>`}</td>
      <td>${sources.length === 0 ? html`<span class="open">没有写</span>` : sources.map(printLegalSource).join('；')}</td><td class="wide">${renderLine(origin, file, setting)}</td></tr>`
  })
}
