import type { MaterialDossier, MaterialStanding } from '../../../analysis/bundle/bundle-dossier.ts'
import { groupBy } from '../../../base/group-by.ts'
import { printNumber } from '../../../base/print-number.ts'
import type { Material } from '../../../model/application.ts'
import type { ComponentPath } from '../../../model/bundle.ts'
import { DOCUMENT_FORMS, NECESSITIES } from '../../../model/terms.ts'
import { type Content, type Html, html } from '../html.ts'
import type { BundlePage } from './bundle-rendering.ts'

/** The one list of materials (材料清单): what is handed in, what there is to choose from, what need not be handed in and why. */
export function renderMaterials({ account: { chosen }, dossier: { materials } }: BundlePage): Html {
  const count = chosen?.cuts.materials?.after
  const of = (...kinds: readonly MaterialStanding['kind'][]) =>
    materials.filter(({ standing }) => kinds.includes(standing.kind))
  const choices = groupBy(of('choice'), ({ standing }) => (standing.kind === 'choice' ? standing.choice : ''))
  const needed = [
    ...of('handIn').map((each) => materialRow(each, null)),
    ...[...choices.values()].flatMap((options) => options.map((each) => materialRow(each, choiceWords(each.standing)))),
    ...of('optional').map((each) => materialRow(each, '愿意交的再交')),
  ]
  const spared = of('provided', 'fulfilled', 'waived')
  return html`<section aria-labelledby="materials"><h2 id="materials">材料清单${count ? html`<small>：一共交${printNumber(count)}份</small>` : null}</h2>
    ${needed.length === 0 ? html`<p>什么都不用交。</p>` : table('要交的', '要求', needed)}
    ${spared.length === 0 ? null : table(`不用交的${spared.length}种`, '为什么不用交', spared.map(sparedRow))}</section>`
}

function table(caption: string, about: string, rows: readonly Html[]): Html {
  return html`<table class="list materials"><caption>${caption}</caption><thead><tr><th scope="col">材料</th><th scope="col">${about}</th><th scope="col">哪个事项要</th></tr></thead>
    <tbody>${rows}</tbody></table>`
}

function materialRow({ name, from, material, when }: MaterialDossier, remark: string | null): Html {
  const asked = [...(remark === null ? [] : [remark]), ...(material === undefined ? [] : requirements(material))]
  return html`<tr><th scope="row">${name}${when === null ? null : html`<span class="about">${when}时</span>`}</th>
    <td>${asked.length === 0 ? '—' : asked.join('，')}</td><td>${places(name, from)}</td></tr>`
}

function sparedRow({ name, from, standing }: MaterialDossier): Html {
  return html`<tr><th scope="row">${name}</th><td>${reasonOf(name, standing)}</td><td>${places(name, from)}</td></tr>`
}

function requirements({ forms, copies, necessity }: Material): readonly string[] {
  const form = forms.map((each) => DOCUMENT_FORMS[each]).join('或')
  return [
    ...(form === '' ? [] : [form]),
    ...(copies === undefined ? [] : [`${copies}份`]),
    ...(necessity === 'deferrable' ? [`可${NECESSITIES.deferrable}`] : []),
  ]
}

function choiceWords(standing: MaterialStanding): string | null {
  if (standing.kind !== 'choice') return null
  return `${standing.choice}：任选其${standing.atLeast === 1 ? '一' : standing.atLeast}`
}

function reasonOf(name: string, standing: MaterialStanding): Content {
  switch (standing.kind) {
    case 'provided':
      return html`办“${standing.by.component}”时产出${standing.by.name === name ? null : standing.by.name}`
    case 'fulfilled':
      return standing.by === null ? '别的材料已经够了' : `交了${standing.by}就够了`
    default:
      return NECESSITIES.waived
  }
}

/** Which components ask for it, with what they call it where that is another name. */
function places(name: string, from: readonly ComponentPath[]): Html {
  return html`<ul class="places">${from.map((path) => html`<li>${path.component}${isOwnName(name, path) ? null : html`<small>（叫“${path.name}”）</small>`}</li>`)}</ul>`
}

function isOwnName(name: string, path: ComponentPath): boolean {
  return name === path.name || name === `${path.component}·${path.name}`
}
