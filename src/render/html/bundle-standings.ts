import type { BundleStanding } from '../../analysis/bundle/bundle-standing.ts'
import type { BundleCut } from '../../analysis/bundle/measure-bundle.ts'
import { printNumber } from '../../base/print-number.ts'
import { afterWord, beforeWord } from '../bundle-words.ts'
import { type Html, html } from './html.ts'
import { percent } from './words.ts'

/** The bundles of the report (报告里的一件事); nothing where there is none. */
export function renderStandings(standings: readonly BundleStanding[], digits: number): Html {
  if (standings.length === 0) return html``
  const rows = standings.map(({ bundle, measure, partial, problems }) => {
    const cuts = measure?.cuts
    const told =
      problems.length > 0
        ? `有${problems.length}处问题，运行 zw bundle 查看`
        : partial
          ? '它或者它的子项有错误，没有核算'
          : undefined
    const fault = told === undefined ? null : html`<span class="note">（${told}）</span>`
    return html`<tr><th scope="row">${bundle.name}${fault}</th><td class="num wide">${measure?.components.length ?? 0}</td>
      <td class="num">${change(cuts?.time)}${measure === undefined ? null : html`<span class="about">${beforeWord(measure)}→${afterWord(bundle, measure)}</span>`}</td><td class="num"><b>${percent(cuts?.time?.ratio, digits)}</b></td>
      <td class="num">${change(cuts?.materials)}</td><td class="num wide">${change(cuts?.steps)}</td><td class="num wide">${change(cuts?.trips)}</td></tr>`
  })
  return html`<section aria-labelledby="bundles"><h2 id="bundles">一件事</h2>
    <p class="note">几个事项合成一个来办，“工作日”下面是以前按什么→以后按什么：基准是公布的数，法定之和、承诺之和是各事项的时限相加；以后按一件事自己的承诺时限，没有写的、比算出来的还短的，按环节算。所含事项已经在事项一览里，不再计入合计。</p>
    <table class="list"><caption class="unseen">各个一件事合成前后</caption><thead><tr><th scope="col">一件事</th><th scope="col" class="num wide">事项</th>
    <th scope="col" class="num">工作日</th><th scope="col" class="num">压减</th><th scope="col" class="num">材料</th><th scope="col" class="num wide">办事环节</th>
    <th scope="col" class="num wide">跑动</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

function change(cut: BundleCut | null | undefined): string {
  return cut ? `${printNumber(cut.before)}→${printNumber(cut.after)}` : '—'
}
