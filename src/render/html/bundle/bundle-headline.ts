import type { BundleAccount } from '../../../analysis/bundle/account-for-bundle.ts'
import { BASELINES } from '../../../analysis/bundle/bundle-json.ts'
import type { BundleBaselines, BundleCut, SelectionMeasure } from '../../../analysis/bundle/measure-bundle.ts'
import type { BundleTarget } from '../../../analysis/judge-bundle-target.ts'
import { printNumber } from '../../../base/print-number.ts'
import { printPercent } from '../../../base/print-percent.ts'
import { compare, type Rational, ZERO } from '../../../base/rational.ts'
import { compressionRatio } from '../../../graph/compression.ts'
import { printSituation } from '../../../graph/situation.ts'
import type { Bundle } from '../../../model/bundle.ts'
import { BUNDLE_SUBJECTS, isTold } from '../../bundle-subjects.ts'
import { afterWords, beforeWords, promiseStanding } from '../../bundle-words.ts'
import { type Content, type Html, html } from '../html.ts'
import { bar, scaleFor } from '../scale.ts'
import { renderTargetSentence } from '../target-sentence.ts'
import { days } from '../words.ts'
import type { BundlePage } from './bundle-rendering.ts'

const COLUMNS = html`<colgroup><col class="name"><col class="time"><col class="cut"><col></colgroup>`
const ORDER: readonly (keyof BundleBaselines)[] = ['stated', 'statutorySum', 'promisedSum', 'serial']

/** What is saved (减了多少): time first with all baselines, then the rest, each with what it is compared with. */
export function renderBundleHeadline({ account, digits }: BundlePage): Html {
  const { bundle, chosen } = account
  if (chosen === undefined) {
    return html`<section aria-labelledby="headline"><h2 id="headline">减了多少</h2><p>没有一个事项要办，没有可以比的。</p></section>`
  }
  const others = BUNDLE_SUBJECTS.filter(([subject]) => subject !== 'time' && isTold(subject, chosen))
  return html`<section aria-labelledby="headline"><h2 id="headline">减了多少</h2><p class="note">${toldWords(bundle, chosen)}</p>
    ${renderTime(bundle, chosen, digits)}
    <dl class="figures">${others.map(([subject, word, unit]) => {
      const cut = chosen.cuts[subject]
      return html`<div><dt>${word}</dt><dd class="value">${cut === null ? '—' : html`${printNumber(cut.before)}<span class="to">→</span>${printNumber(cut.after)}<small>${unit}</small>`}</dd>
        <dd class="note">${cut === null ? missingWords(subject, account) : html`<span class="keep">${changeWords(cut, unit, digits)}，</span><span class="keep">${isPublished(bundle, chosen, subject) ? '以前是公布的基准' : '以前是各事项相加'}</span>`}</dd></div>`
    })}</dl>${renderTargets(account.targets, digits)}</section>`
}

/** The targets, of which each tells for whom it stands worst: that need not be the combination that is told. */
function renderTargets(targets: readonly BundleTarget[], digits: number): Html {
  if (targets.length === 0) return html``
  return html`<ul class="targets">${targets.map(({ verdict, situation }) => html`<li>${renderTargetSentence(verdict, digits, situation)}</li>`)}</ul>`
}

function toldWords({ components }: Bundle, { components: selected, situation }: SelectionMeasure): string {
  const which =
    selected.length === components.length ? `全部${components.length}个事项` : `其中${selected.length}个事项`
  return `下面是办${which}的情形${situation === null ? '' : `：${printSituation(situation)}`}。`
}

function renderTime(bundle: Bundle, chosen: SelectionMeasure, digits: number): Html {
  const { baselines, comparedWith, limit, promised, after, path, reachable, cuts } = chosen
  const { time } = cuts
  const known = ORDER.flatMap((name) => {
    const workdays = baselines[name]
    return workdays === null ? [] : [{ name, workdays }]
  })
  const later = after === 'promised' ? promised : limit
  const scale = scaleFor([...known.map(({ workdays }) => workdays), ...(later === null ? [] : [later])])
  const rows = known.map(
    ({
      name,
      workdays,
    }) => html`<tr class="limit${name === comparedWith ? ' chosen' : ''}"><th scope="row">${baselineWords(name)}</th>
      <td class="num">${printNumber(workdays)}</td><td class="num">${later === null ? '—' : ratioWords(workdays, later, digits)}</td>
      <td class="draw"><svg aria-hidden="true">${bar(scale, ZERO, workdays, 'before')}</svg></td></tr>`,
  )
  return html`<div class="sums">${
    time === null || time.ratio === null
      ? null
      : html`<p class="lead"><span class="label">${isMore(time) ? '时限增加' : '时限压减'}</span><strong>${printPercent(isMore(time) ? negate(time.ratio) : time.ratio, digits)}<small>%</small></strong></p>`
  }
    <div><p class="sentence">${sentence(bundle, chosen)}${promiseWords(chosen, digits)}</p>
    <table class="gantt totals bundled"><caption class="unseen">与各种基准相比</caption>${COLUMNS}<thead><tr><th scope="col">与什么比</th><th scope="col">工作日</th><th scope="col">压减</th><th scope="col">长短</th></tr></thead><tbody>${rows}
    ${later === null ? null : html`<tr class="on"><th scope="row">一件事${after === 'promised' ? '承诺' : null}</th><td class="num">${printNumber(later)}</td><td></td><td class="draw"><svg aria-hidden="true">${bar(scale, ZERO, later, 'critical')}</svg></td></tr>`}
    ${reachable === null || path === undefined ? null : html`<tr class="limit"><th scope="row">测算可达</th><td class="num">${printNumber(path.workdays)}</td><td class="num">${reachable.ratio === null ? '—' : `${printPercent(reachable.ratio, digits)}%`}</td><td class="draw"><svg aria-hidden="true">${bar(scale, ZERO, path.workdays, 'beside')}</svg></td></tr>`}
    </tbody></table></div></div>`
}

function sentence(bundle: Bundle, chosen: SelectionMeasure): Content {
  const { after, limit, promised, cuts } = chosen
  const later = after === 'promised' ? promised : limit
  if (later === null) return '以后要多久算不出来：有的事项没有写时限。'
  const before = beforeWords(chosen)
  const by = afterWords(bundle, chosen)
  if (cuts.time === null || before === undefined) return html`以后<b>${days(later)}</b>（${by}）；没有可以比的基准。`
  return html`以前${days(cuts.time.before)}（${before}），以后<b>${days(later)}</b>（${by}）。`
}

/** How the promise stands to what the steps take, with what these would cut. */
function promiseWords(chosen: SelectionMeasure, digits: number): Content {
  const standing = promiseStanding(chosen)
  if (standing === undefined) return null
  if (standing.tooShort) return html`<span class="miss">${standing.text}。</span>`
  const ratio = chosen.reachable?.ratio
  return ratio ? `${standing.text}，可以压减${printPercent(ratio, digits)}%。` : `${standing.text}。`
}

function baselineWords(name: keyof BundleBaselines): string {
  return name === 'stated' ? `公布的${BASELINES[name]}` : BASELINES[name]
}

/** Whether the number before is the published one. */
function isPublished(
  { baseline, components }: Bundle,
  chosen: SelectionMeasure,
  subject: keyof SelectionMeasure['cuts'],
): boolean {
  const published: Readonly<Partial<Record<typeof subject, unknown>>> = baseline ?? {}
  return chosen.components.length === components.length && published[subject] !== undefined
}

/** Why there is nothing to compare. */
function missingWords(subject: keyof SelectionMeasure['cuts'], { bundled }: BundleAccount): string {
  if (subject !== 'trips') return '有一边没有写，比不出来'
  return bundled.matter.trips === undefined ? '一件事没有写到现场次数' : '有的事项没有写到现场次数'
}

function changeWords(cut: BundleCut, unit: string, digits: number): Content {
  const { before, after, ratio } = cut
  if (compare(before, after) === 0) return '没有变'
  if (ratio === null) return `多了${printNumber(after)}${unit}`
  return isMore(cut)
    ? html`<span class="miss">多了${printPercent(negate(ratio), digits)}%</span>`
    : `减了${printPercent(ratio, digits)}%`
}

function ratioWords(before: Rational, after: Rational, digits: number): string {
  return before.num === 0n ? '—' : `${printPercent(compressionRatio(before, after), digits)}%`
}

function isMore({ before, after }: BundleCut): boolean {
  return compare(after, before) > 0
}

function negate({ num, den }: Rational): Rational {
  return { num: -num, den }
}
