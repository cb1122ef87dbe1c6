import { convertToWorkdays, DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { limitsInForce } from '../../graph/limits-in-force.ts'
import { printSituation } from '../../graph/situation.ts'
import type { Matter } from '../../model/matter.ts'
import { writeDocument } from '../html/document.ts'
import { type GanttLimit, ganttScale, renderGantt } from '../html/gantt.ts'
import { type Content, type Html, html, verbatim } from '../html/html.ts'
import { days } from '../html/words.ts'
import { composeChecklist, composeGuide } from './compose-guide.ts'
import type { Guide, GuideBlock, GuideDetail, GuideEntry, GuideGlance, GuideSection } from './guide-content.ts'
import type { GuideRendering } from './guide-rendering.ts'
import { GUIDE_STYLE } from './guide-style.ts'

/** Pictures by where they stand. */
type Pictures = { readonly [P in Extract<GuideBlock, { readonly kind: 'picture' }>['picture']]: Html | undefined }

/**
 * Writes the guide of a matter as one page (办事指南，网页): for phones and for paper, without a script or anything from
 * elsewhere, in the words of somebody who has never done it.
 */
export function renderGuideHtml(matter: Matter, rendering: GuideRendering = {}): string {
  return writePage(composeGuide(matter, rendering), rendering, {
    flow: flowPicture(rendering),
    gantt: ganttPicture(matter, rendering),
  })
}

/** Writes one applicant's list as one page (个人办事清单，网页), with boxes to tick off on paper. */
export function renderChecklistHtml(matter: Matter, rendering: GuideRendering): string {
  return writePage(composeChecklist(matter, rendering), rendering, { flow: undefined, gantt: undefined })
}

function writePage(guide: Guide, { version }: GuideRendering, pictures: Pictures): string {
  const { title, category, owner, glance, sections } = guide
  const body = html`<a class="skip" href="#${sections[0]?.id ?? 'top'}">跳到正文</a>
    <header class="top"><p class="kind">${category}</p><h1 id="top">${title}</h1>
    ${owner.length === 0 ? null : html`<p class="owner">${owner.join(' · ')}</p>`}
    ${glance.length === 0 ? null : html`<dl class="glance">${glance.map(renderGlance)}</dl>`}</header>
    ${sections.length < 3 ? null : html`<nav aria-label="目录"><ul>${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`}
    <main>${sections.map((section) => renderSection(section, pictures))}</main>
    <footer><p>由 zhengwu${version === undefined ? null : ` ${version}`} 按事项的定义写成；与公布的办事指南不一致的，以公布的为准。</p></footer>`
  return writeDocument({ title: `${title} · 办事指南`, body, style: GUIDE_STYLE })
}

function renderGlance({ label, value, note }: GuideGlance): Html {
  return html`<div><dt>${label}</dt><dd>${value}${note === undefined ? null : html`<small>${note}</small>`}</dd></div>`
}

function renderSection({ id, title, blocks }: GuideSection, pictures: Pictures): Html {
  return html`<section class="${id}" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${blocks.map((block) => renderBlock(block, pictures))}</section>`
}

function renderBlock(block: GuideBlock, pictures: Pictures): Content {
  switch (block.kind) {
    case 'text':
      return html`<p class="${block.tone ?? 'plain'}">${block.text}</p>`
    case 'entries':
      return renderEntries(block)
    case 'table':
      return renderTable(block)
    case 'picture':
      return pictures[block.picture]
  }
}

function renderEntries({ title, hint, marks, entries }: Extract<GuideBlock, { readonly kind: 'entries' }>): Html {
  const items = entries.map((entry) => renderEntry(entry))
  const list =
    marks === 'number' ? html`<ol class="items">${items}</ol>` : html`<ul class="items ${marks}">${items}</ul>`
  return html`${title === undefined ? null : html`<h3>${title}</h3>`}${hint === undefined ? null : html`<p class="hint">${hint}</p>`}
    ${entries.length === 0 ? html`<p class="plain">没有。</p>` : list}`
}

function renderEntry({ name, tag, when, details, inner = [] }: GuideEntry): Html {
  return html`<li><p class="name">${name}${tag === undefined ? null : html` <span class="tag ${tag.tone}">${tag.word}</span>`}</p>
    ${when === undefined ? null : html`<p class="only"><b>仅限</b>${when}</p>`}
    ${details.length === 0 ? null : html`<dl>${details.map(renderDetail)}</dl>`}
    ${inner.length === 0 ? null : html`<ul class="items box inner">${inner.map(renderEntry)}</ul>`}</li>`
}

function renderDetail({ label, text }: GuideDetail): Html {
  if (label === '') return html`<div class="whole"><dt class="unseen">说明</dt><dd>${text}</dd></div>`
  return html`<div${label === '依据' ? html` class="law"` : null}><dt>${label}</dt><dd>${text}</dd></div>`
}

function renderTable({ caption, head, rows }: Extract<GuideBlock, { readonly kind: 'table' }>): Html {
  if (head.length === 0) {
    return html`<table class="facts"><caption>${caption}</caption><tbody>${rows.map(([label, ...cells]) => html`<tr><th scope="row">${label}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`
  }
  return html`<table class="list"><caption>${caption}</caption><thead><tr>${head.map((each) => (each === '' ? html`<td></td>` : html`<th scope="col">${each}</th>`))}</tr></thead>
    <tbody>${rows.map(([first, ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`
}

/** One drawing is seen: the one that the width has room for. */
function flowPicture({ flowSvg, narrowFlowSvg }: GuideRendering): Html | undefined {
  const [wide, narrow] = [flowSvg ?? narrowFlowSvg, narrowFlowSvg ?? flowSvg]
  if (wide === undefined || narrow === undefined) return undefined
  if (wide === narrow) return html`<figure class="flow">${verbatim(wide)}</figure>`
  return html`<figure class="flow broad">${verbatim(wide)}</figure><figure class="flow slim">${verbatim(narrow)}</figure>`
}

/** The steps of the longest situation on one scale with the limits that everybody has. */
function ganttPicture(
  { promisedLimits, statutoryLimits }: Matter,
  { schedule, asOf }: GuideRendering,
): Html | undefined {
  if (schedule === undefined || schedule.steps.length === 0) return undefined
  const lines = (kind: GanttLimit['kind'], name: string, all: Matter['promisedLimits']): readonly GanttLimit[] => {
    const [only, ...others] = limitsInForce(all, asOf)
    const workdays = only && others.length === 0 ? convertToWorkdays(only.limit, DEFAULT_CONVERSION) : undefined
    return workdays === undefined ? [] : [{ kind, name, workdays }]
  }
  const limits = [...lines('before', '法定时限', statutoryLimits), ...lines('after', '承诺时限', promisedLimits)]
  const { path } = schedule
  const where =
    path.situation === null ? '各环节最长' : `${printSituation(path.situation).replace(/[【】]/gu, '')}时用得最久，`
  return html`<figure class="gantts">${renderGantt('各环节用多久（工作日）', schedule, limits, ganttScale([schedule], limits))}
    <figcaption>${where}要${days(path.workdays)}，一般会更快。颜色深的环节一个接一个，决定总共要多久。</figcaption></figure>`
}
