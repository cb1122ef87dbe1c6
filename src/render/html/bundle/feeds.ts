import { type Html, html } from '../html.ts'
import type { BundlePage } from './bundle-rendering.ts'
import { drawFeeds } from './feed-drawing.ts'
import { type FeedGraph, type FeedNet, feedGraphOf } from './feed-graph.ts'
import { layOutFeeds } from './feed-layout.ts'

/** A sheet of paper has room for four components beside each other, a phone for two. Unit: CSS pixels. */
const BROAD = { width: 720, most: 4 }
const SLIM = { width: 340, most: 2 }

/** What goes from one component to another (事项之间的流转): drawn for a wide page and for a narrow one, and as a table. */
export function renderFeeds({ account }: BundlePage): Html {
  const graph = feedGraphOf(account)
  const { layers, nets } = graph
  if (layers.flat().length < 2) return html``
  if (nets.length === 0) {
    return html`<section aria-labelledby="feeds"><h2 id="feeds">事项之间</h2><p>各事项互不等待，可以同时办。</p></section>`
  }
  const words = `事项之间的流转：${sentences(graph).join('；')}`
  const layoutFor = ({ width, most }: typeof BROAD) => layOutFeeds(graph, width, most)
  return html`<section aria-labelledby="feeds"><h2 id="feeds">事项之间怎样流转</h2>
    <figure>${drawFeeds(layoutFor(BROAD), 'broad', words)}${drawFeeds(layoutFor(SLIM), 'slim', words)}
    <figcaption>${legend(nets)}没有箭头前后相连的，同时办。</figcaption></figure>
    ${renderUses(nets)}</section>`
}

function legend(nets: readonly FeedNet[]): string {
  const orders = nets.filter(({ output }) => output === null).length
  if (orders === nets.length) return '虚线的箭头只说先后。'
  return `箭头旁是办出的结果，由部门之间传递，申请人不用再交${orders === 0 ? '' : '；虚线只说先后'}。`
}

/** Each result with who issues it and who uses it. */
function renderUses(nets: readonly FeedNet[]): Html {
  const rows = nets.flatMap(({ from, output, to }) =>
    output === null
      ? []
      : [
          html`<tr><th scope="row">${output}</th><td>${from}</td><td><ul class="places">${to.map((name) => html`<li>${name}</li>`)}</ul></td></tr>`,
        ],
  )
  if (rows.length === 0) return html``
  return html`<table class="list"><caption>结果的去处</caption><thead><tr><th scope="col">结果</th><th scope="col">办出它的</th><th scope="col">用它的</th></tr></thead><tbody>${rows}</tbody></table>`
}

function sentences({ nets }: FeedGraph): readonly string[] {
  return nets.map(({ from, output, to }) =>
    output === null ? `${to.join('、')}在${from}之后` : `${from}的${output}给${to.join('、')}`,
  )
}
