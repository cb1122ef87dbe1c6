import type { Matter } from '../../model/matter.ts'
import { LEVELS, MATTER_TYPES } from '../../model/terms.ts'
import { writeDocument } from '../html/document.ts'
import { type Html, html } from '../html/html.ts'
import { composeGuide } from './compose-guide.ts'
import { GUIDE_STYLE } from './guide-style.ts'
import { INDEX_SCRIPT } from './index-script.ts'
import { markdownText } from './markdown.ts'

/** One guide of a collection: what it is about, and where it stands (指南目录的一行). */
export interface GuideLink {
  readonly matter: Matter
  /** The address of the guide, as seen from the list. */
  readonly href: string
  /** True for a 一件事. */
  readonly isBundle?: boolean | undefined
}

/** How the list of guides is told. */
export interface GuideIndexRendering {
  /** Default: 办事指南. */
  readonly title?: string | undefined
  readonly asOf?: string | undefined
  readonly version?: string | undefined
}

const UNKNOWN = '未写明'

/**
 * Writes the list of guides (办事指南目录): to be searched by name and narrowed by type, level and office, without a network.
 * Without a script it is the whole list.
 */
export function renderGuideIndex(links: readonly GuideLink[], rendering: GuideIndexRendering = {}): string {
  const { title = '办事指南', version, asOf } = rendering
  const entries = links.map((link) => ({ ...link, ...placeOf(link), told: composeGuide(link.matter, { asOf }) }))
  const rows = entries.map(({ matter, href, type, levels, office, told }) => {
    const figures = told.glance
      .flatMap(({ label, value }) => (value === '没有写明' ? [] : [`${label}：${value}`]))
      .join(' · ')
    return html`<li data-t="${type}" data-l="${levels.join(' ')}" data-d="${office}" data-w="${matter.name} ${matter.code ?? ''}">
      <p class="name"><a href="${href}">${matter.name}</a> <span class="tag">${type}</span></p>
      <p class="note">${[office, levels.join('、')].filter((word) => word !== UNKNOWN).join(' · ')}</p><p class="note">${figures}</p></li>`
  })
  const body = html`<a class="skip" href="#list">跳到目录</a><header class="top"><h1>${title}</h1><p class="owner">共${links.length}项。</p></header>
    <main><form id="filters" class="filters" role="search" aria-label="找事项" hidden>
    <p class="field grow"><label for="f-search">事项名称、编码</label><input id="f-search" name="搜索" type="search" autocomplete="off"></p>
    ${select('type', '类型', distinct(entries.map(({ type }) => type)))}
    ${select('level', '层级', distinct(entries.flatMap(({ levels }) => levels)))}
    ${select('office', '部门', distinct(entries.map(({ office }) => office)))}
    <p class="field"><button type="reset">清除</button></p><p class="result" role="status" id="result"></p></form>
    <ul class="items" id="list">${rows}</ul></main>
    <footer><p>由 zhengwu${version === undefined ? null : ` ${version}`} 按事项的定义写成；与公布的办事指南不一致的，以公布的为准。</p></footer>`
  return writeDocument({ title, body, style: GUIDE_STYLE, script: INDEX_SCRIPT })
}

/** Writes the list of guides as Markdown (办事指南目录，Markdown). */
export function renderGuideIndexMarkdown(
  links: readonly GuideLink[],
  { title = '办事指南' }: GuideIndexRendering = {},
): string {
  const rows = links.map((link) => {
    const { type, levels, office } = placeOf(link)
    return `| [${markdownText(link.matter.name)}](<${link.href}>) | ${[type, levels.join('、'), office].map(markdownText).join(' | ')} |`
  })
  return [
    `# ${markdownText(title)}`,
    ['| 事项 | 类型 | 层级 | 部门 |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    '',
  ].join('\n\n')
}

function placeOf({ matter, isBundle }: GuideLink) {
  const { type, levels, authority } = matter
  return {
    type: isBundle === true ? '一件事' : type === undefined ? UNKNOWN : MATTER_TYPES[type],
    levels: levels.length === 0 ? [UNKNOWN] : levels.map((level) => LEVELS[level]),
    office: authority ?? UNKNOWN,
  }
}

function select(id: string, name: string, values: readonly string[]): Html {
  return html`<p class="field"><label for="f-${id}">${name}</label><select id="f-${id}" name="${name}"><option value="">全部</option>
    ${values.map((value) => html`<option>${value}</option>`)}</select></p>`
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
