import type { CatalogueDiff } from '../../analysis/diff/catalogue-diff.ts'
import type { OutcomeChange } from '../../analysis/diff/compare-outcomes.ts'
import type { MatterDiff } from '../../analysis/diff/matter-diff.ts'
import { effectOf, type OutcomeEffect } from '../../analysis/diff/outcome-effect.ts'
import type { LineChange } from '../../model/line-change.ts'
import { type DiffRendering, describeImplementation, summarizeDiff } from '../diff-text.ts'
import { describeLine, describeOutcome, describePlace, figureChanges, overrunWords } from '../diff-words.ts'
import { renderFooter, writeDocument } from './document.ts'
import { type Html, html, verbatim } from './html.ts'

/** What the page is told beside the comparison. */
export interface DiffPageRendering extends Pick<DiffRendering, 'digits' | 'titles' | 'lineOf'> {
  readonly title?: string | undefined
  /** The version of zhengwu. */
  readonly version?: string | undefined
}

const STYLE = `article+article{margin-top:2.5rem;padding-top:1.6rem;border-top:1px solid var(--ink)}article h3{display:block;font-size:1.25rem}
.change{list-style:none;padding:0;margin:.4rem 0 1rem}.change li{padding:.35rem 0 .35rem 1.5rem;border-top:1px solid var(--line);position:relative}
.change li::before{position:absolute;left:.2rem;content:"·";font-weight:700}.change .added::before{content:"＋";color:var(--met)}.change .removed::before{content:"－";color:var(--miss)}
.change .better::before{content:"✓";color:var(--met)}.change .worse::before{content:"！";color:var(--miss)}.figures-line .better{color:var(--met)}.overrun,.figures-line .worse{color:var(--miss)}
.change pre{margin:.2rem 0 0;font:inherit;font-size:.875rem;white-space:pre-wrap;color:var(--soft)}.figures-line{font-size:1.1rem;font-weight:600}.where{color:var(--soft);font-size:.8125rem;overflow-wrap:anywhere}`

/**
 * What changed between two versions as one page for a meeting (改动对照网页): it needs nothing beside it, and has no script.
 */
export function renderDiffPage(diff: CatalogueDiff, rendering: DiffPageRendering = {}): string {
  const { title = '改动对照', digits = 1, titles, version } = rendering
  const changed = diff.matters.filter(({ kind }) => kind !== 'same')
  const body = html`<a class="skip" href="#changes">跳到改动</a>
    <header><h1>${title}</h1><p>${titles === undefined ? null : `${titles.before} → ${titles.after}`}</p></header>
    <main><p class="sentence">${summarizeDiff(diff, digits)}</p>
    <section aria-labelledby="changes"><h2 id="changes">改了什么</h2>${changed.length === 0 ? html`<p>两边写得一样。</p>` : changed.map((each) => renderMatter(each, rendering))}</section></main>
    ${renderFooter(version)}`
  return writeDocument({ title, body, style: STYLE })
}

function renderMatter(diff: MatterDiff, rendering: DiffPageRendering): Html {
  const { name, kind, outcomes, lines, implementations } = diff
  if (kind !== 'changed') {
    return html`<article><h3>${name}</h3><p>${kind === 'added' ? '新增的事项。' : '取消的事项。'}</p></article>`
  }
  const figures = figureChanges(diff, rendering.digits ?? 1)
  return html`<article><h3>${name}</h3>
    <p class="figures-line">${figures.length === 0 ? '时限、材料、环节、跑动的数没有变' : figures.map(({ text, effect }, index) => html`${index === 0 ? '' : '，'}<span class="${effect}">${text}</span>`)}</p>
    ${overrunWords(diff).map((line) => html`<p class="overrun">${line}</p>`)}
    ${list('对申请人', outcomes.map(renderOutcome))}
    ${list(
      '改了哪些',
      lines.map((change) => renderLine(change, rendering)),
    )}
    ${list(
      '实施清单',
      implementations.map((each) => html`<li>${describeImplementation(each)}</li>`),
    )}</article>`
}

function list(title: string, items: readonly Html[]): Html {
  return items.length === 0 ? html`` : html`<h4>${title}</h4><ul class="change">${items}</ul>`
}

const EFFECT_WORDS: Readonly<Record<OutcomeEffect, string | undefined>> = {
  better: '对申请人更方便',
  worse: '对申请人要求更多',
  mixed: undefined,
}

/** The mark says by more than its colour whether a change is good; who cannot see it is told. */
function renderOutcome(outcome: OutcomeChange): Html {
  const effect = effectOf(outcome)
  const words = EFFECT_WORDS[effect]
  return html`<li class="${effect}">${words === undefined ? null : html`<span class="unseen">${words}：</span>`}${describeOutcome(outcome)}</li>`
}

function renderLine(change: LineChange, { lineOf }: DiffPageRendering): Html {
  const place = describePlace(change.within)
  const origin = change.places.after ?? change.places.before
  const line = origin && lineOf?.(origin)
  const where =
    origin === undefined || line === undefined
      ? null
      : html` <span class="where">${nameOf(origin.file)}第${line}行</span>`
  const under = change.kind === 'added' || change.kind === 'removed' ? change.under : []
  return html`<li class="${change.kind}">${place === '' ? '' : `${place}：`}${describeLine(change)}${where}${under.length === 0 ? null : html`<pre>${under.map((each, index) => html`${index === 0 ? null : verbatim('<br>')}${each}`)}</pre>`}</li>`
}

/** Who reads the page in a meeting knows nothing of the folders on the machine that wrote it. */
function nameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file
}
