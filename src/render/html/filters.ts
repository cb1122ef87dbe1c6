import { STANDINGS, standingOf } from '../target-words.ts'
import { type Html, html } from './html.ts'
import { placesOf } from './matters-table.ts'
import type { MatterPage } from './report-page.ts'

/** The form that narrows the list (筛选). It is hidden until the script shows it: without it the list is whole. */
export function renderFilters(pages: readonly MatterPage[], digits: number): Html {
  const places = pages.map(({ report }) => placesOf(report))
  const standings = new Set(pages.map(({ report }) => standingOf(report)))
  return html`<form id="filters" class="filters" role="search" aria-label="筛选事项" data-digits="${digits}" hidden>
    ${select('部门', distinct(places.map((each) => each.office)))}
    ${select('层级', distinct(places.flatMap((each) => each.levels)))}
    ${select('类型', distinct(places.map((each) => each.type)))}
    ${select(
      '达标',
      STANDINGS.filter((standing) => standings.has(standing)),
    )}
    <p class="field grow"><label for="f-搜索">名称、编码</label><input id="f-搜索" name="搜索" type="search" autocomplete="off"></p>
    <p class="field"><button type="reset">清除</button></p>
    <p class="result" role="status" id="result"></p></form>`
}

function select(name: string, values: readonly string[]): Html {
  return html`<p class="field"><label for="f-${name}">${name}</label><select id="f-${name}" name="${name}"><option value="">全部</option>
    ${values.map((value) => html`<option>${value}</option>`)}</select></p>`
}

/** What is not stated comes last. */
function distinct(values: readonly string[]): readonly string[] {
  const all = [...new Set(values)].filter((value) => value !== '未写明')
  return values.includes('未写明') ? [...all, '未写明'] : all
}
