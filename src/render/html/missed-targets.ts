import { printChange } from '../../analysis/describe-target.ts'
import { keysOf } from '../../base/keys-of.ts'
import { printNumber } from '../../base/print-number.ts'
import { compare } from '../../base/rational.ts'
import type { DecidedVerdict } from '../../graph/target-verdict.ts'
import { QUANTITIES, TARGET_SUBJECTS } from '../../model/terms.ts'
import { decisiveTarget, printAsked, printLack, printReached } from '../target-words.ts'
import { type Html, html } from './html.ts'
import type { MatterPage } from './report-page.ts'
import { figureWords } from './words.ts'

/** So many are shown; the others are found in the list of matters. */
const MOST = 20

/** The matters that miss their target (未达标的事项), by how much and because of which steps; those lacking most first. */
export function renderMissedTargets(pages: readonly MatterPage[], digits: number): Html {
  const missed = pages.flatMap((page) => {
    const verdict = decisiveTarget(page.report)
    return verdict?.kind === 'decided' && !verdict.met ? [{ page, verdict }] : []
  })
  if (missed.length === 0) return html``
  const worst = missed.toSorted((a, b) => order(a.verdict, b.verdict))
  const left = worst.length - MOST
  return html`<section aria-labelledby="missed"><h2 id="missed">未达标的${missed.length}个事项</h2>
    <table class="list missed"><caption class="unseen">未达标的事项，差得多的在前</caption>
    <thead><tr><th scope="col">事项</th><th scope="col" class="num">目标</th><th scope="col" class="num">实际</th><th scope="col" class="num">还差</th><th scope="col" class="wide">卡在哪里</th></tr></thead>
    <tbody>${worst.slice(0, MOST).map((each) => row(each.page, each.verdict, digits))}</tbody></table>
    ${left > 0 ? html`<p class="note">只列差得最多的${MOST}个；其余${left}个见<a href="#达标=未达标">事项一览</a>。</p>` : null}</section>`
}

/** Days before numbers of other things; among the same those lacking most first. */
function order(a: DecidedVerdict, b: DecidedVerdict): number {
  if (a.subject === b.subject) return compare(b.shortfall, a.shortfall)
  return SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject)
}

const SUBJECTS = keysOf(TARGET_SUBJECTS)

function row({ id, report }: MatterPage, verdict: DecidedVerdict, digits: number): Html {
  return html`<tr><th scope="row"><a href="#${id}">${report.matter.name}</a></th>
    <td class="num">${printAsked(verdict)}</td><td class="num">${printReached(verdict, digits)}</td>
    <td class="num miss">${printLack(verdict).replace(/^差/, '')}</td><td class="wide">${causeOf(verdict)}</td></tr>`
}

/** The limit that stands too high, or the chain of steps where a path is what counts; of what is counted, both numbers. */
function causeOf(verdict: DecidedVerdict): string {
  if (verdict.subject !== 'time') return printChange(verdict.counts, verdict.subject)
  const { after } = verdict.compression
  const chain = after.path?.steps.filter(({ workdays }) => workdays.num > 0n) ?? []
  if (chain.length === 0) return `${QUANTITIES[after.quantity]}${figureWords(after)}`
  return chain.map(({ name, workdays }) => `${name}${printNumber(workdays)}`).join(' → ')
}
