import { BASELINES } from '../../../analysis/bundle/bundle-json.ts'
import type { BundleCut, SelectionMeasure } from '../../../analysis/bundle/measure-bundle.ts'
import { printNumber } from '../../../base/print-number.ts'
import { printSituation } from '../../../graph/situation.ts'
import { type Html, html } from '../html.ts'
import { percent } from '../words.ts'
import type { BundlePage } from './bundle-rendering.ts'

/** Every combination of components with its time and materials (各种组合). */
export function renderCombinations({ account: { bundle, selections }, digits }: BundlePage): Html {
  if (selections.length < 2) return html``
  const differs = new Set(selections.map(({ comparedWith }) => comparedWith)).size > 1
  const all = bundle.components.map(({ name }) => name)
  const rows = selections.map(
    (
      { components, situation, comparedWith, cuts, reachable },
      index,
    ) => html`<tr${index === 0 ? html` class="chosen"` : null}>
      <th scope="row">${situation === null ? '各种情形' : printSituation(situation)}<span class="about">${withoutWords(all, components)}</span></th>
      <td class="num">${components.length}个</td><td class="num">${change(cuts.time)}${differs ? html`<span class="about">${baselineWords(comparedWith)}</span>` : null}</td>
      <td class="num">${percent(cuts.time?.ratio, digits)}${reachable === null ? null : html`<span class="about">测算${printNumber(reachable.after)}，${percent(reachable.ratio, digits)}</span>`}</td><td class="num wide">${change(cuts.materials)}</td><td class="num wide">${percent(cuts.materials?.ratio, digits)}</td></tr>`,
  )
  return html`<section aria-labelledby="combinations"><h2 id="combinations">各种组合</h2>
    <p class="note">情况不同，要办的事项不同。上面各节说的是第一行。</p>
    <table class="list"><caption class="unseen">每种组合的时限和材料</caption><thead><tr><th scope="col">情形</th><th scope="col" class="num">事项</th><th scope="col" class="num">工作日</th><th scope="col" class="num">压减</th>
    <th scope="col" class="num wide">材料</th><th scope="col" class="num wide">压减</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

function withoutWords(all: readonly string[], selected: readonly string[]): string {
  const left = all.filter((name) => !selected.includes(name))
  if (left.length === 0) return '全部都办'
  return left.length > selected.length ? `只办${selected.join('、')}` : `不办${left.join('、')}`
}

function baselineWords(comparedWith: SelectionMeasure['comparedWith']): string {
  return comparedWith === null ? '没有基准' : BASELINES[comparedWith]
}

function change(cut: BundleCut | null): string {
  return cut === null ? '—' : `${printNumber(cut.before)}→${printNumber(cut.after)}`
}
