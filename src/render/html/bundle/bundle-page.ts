import type { BundleAccount } from '../../../analysis/bundle/account-for-bundle.ts'
import type { BundleDossier } from '../../../analysis/bundle/bundle-dossier.ts'
import { stepsNote } from '../../bundle-words.ts'
import { renderDate } from '../../chinese-date.ts'
import { renderFooter, writeDocument } from '../document.ts'
import { type Html, html } from '../html.ts'
import { renderBundleHeadline } from './bundle-headline.ts'
import type { BundlePage, BundlePageRendering } from './bundle-rendering.ts'
import { BUNDLE_STYLE } from './bundle-style.ts'
import { renderCombinations } from './combinations.ts'
import { renderComponents } from './components.ts'
import { renderFeeds } from './feeds.ts'
import { renderProblems, renderProposals } from './findings.ts'
import { renderMaterials } from './materials.ts'
import { renderOrder } from './order.ts'

/**
 * A 一件事 as people take it into a meeting (一件事网页): one file that needs nothing beside it, for screens wide and narrow,
 * light and dark, and for paper. It has no script.
 */
export function renderBundlePage(
  account: BundleAccount,
  dossier: BundleDossier,
  rendering: BundlePageRendering = {},
): string {
  const { bundle } = account
  const { title = `${bundle.name}“一件事”`, digits = 2, asOf, start, version } = rendering
  const page: BundlePage = { account, dossier, digits, start }
  const body = html`<a class="skip" href="#materials">跳到材料清单</a>
    <header><h1>${title}</h1><p>${aboutLine(page, asOf)}</p></header>
    <main>${renderProblems(account)}${renderBundleHeadline(page)}${renderComponents(page)}${renderMaterials(page)}
    ${renderFeeds(page)}${renderOrder(page)}${renderCombinations(page)}${renderProposals(account)}${renderBasisNotes(page)}</main>
    ${renderFooter(version)}`
  return writeDocument({ title, body, style: BUNDLE_STYLE })
}

function aboutLine({ account, start }: BundlePage, asOf: string | undefined): string {
  const { code, leadDepartment, coDepartments, components } = account.bundle
  return [
    `${components.length}个事项`,
    ...(code === undefined ? [] : [`编码 ${code}`]),
    ...(leadDepartment === undefined ? [] : [`${leadDepartment}牵头`]),
    ...(coDepartments.length === 0 ? [] : [`${coDepartments.join('、')}联办`]),
    ...(asOf === undefined ? [] : [`按${renderDate(asOf)}有效的规定`]),
    ...(start === undefined ? [] : [`假定${renderDate(start)}提交申请`]),
  ].join(' · ')
}

/** How the figures were made (核算口径). */
function renderBasisNotes({ account: { bundled, chosen } }: BundlePage): Html {
  const note = chosen && stepsNote(chosen)
  const joined = bundled.steps.filter(({ from }) => from.length > 1).map(({ name }) => name)
  const asked = bundled.matter.trips === undefined ? '没有写，比不出来' : '是一件事写明的到现场次数'
  return html`<section aria-labelledby="basis"><h2 id="basis">怎样核算</h2><ul class="notes">
    <li>压减比例＝（以前－以后）÷以前，按精确的分数计算，只在显示时四舍五入。</li>
    <li>以后的时限是一件事的承诺时限；没有写的、比算出来的还短的，按时限口径算。测算可达是关键路径：照环节的时限，最长的一路要几个工作日。</li>
    <li>以前的材料、环节、跑动和填写的信息，公布了基准的用基准，没有的把各事项的相加。</li>
    <li>办事环节是要申请人出面的环节，即受理和送达；全部环节连同部门内部的一起数。${note === undefined ? null : `${note}。`}</li>
    <li>只要有人要交的材料都数：任选其一的算一份，免提交的、非必要的、由别的事项产出的不算。</li>
    <li>以后的跑动${asked}。</li>
    <li>没有前后关系的事项同时办；${joined.length === 0 ? '没有合在一起办的环节' : `${joined.join('、')}合在一起办`}。</li></ul></section>`
}
