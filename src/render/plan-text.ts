import type { PlanAccount } from '../analysis/measures/plan-account.ts'
import type { Frontier } from '../analysis/measures/plan-frontier.ts'
import { costUnitOf } from '../analysis/measures/plan-json.ts'
import type { RefusedMeasure } from '../analysis/measures/plan-problem.ts'
import { printNumber } from '../base/print-number.ts'
import { compare, multiply, type Rational, rational, subtract } from '../base/rational.ts'
import { createPaint, type Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import type { PathResult } from '../graph/path-result.ts'
import { printSituation } from '../graph/situation.ts'
import { MEASURE_KINDS } from '../model/terms.ts'
import { clashSentence, proofSentence } from './plan-proof.ts'
import { type Column, renderTable } from './table.ts'
import { wrapDisplay } from './wrap-display.ts'

/** How a plan is set for a terminal. */
export interface PlanRendering {
  readonly color?: boolean
  /** Unit: columns. */
  readonly width?: number
}

const WIDTH = 100

/**
 * A plan as people take it into a meeting (压减方案): what now, what then, each measure with its cost and what would be
 * without it, why it is the cheapest, what the law blocks. Ends without a line end.
 */
export function renderPlan(account: PlanAccount, frontier?: Frontier, rendering: PlanRendering = {}): string {
  const { color = false, width = WIDTH } = rendering
  const paint = createPaint(color)
  const blocks = [
    headline(account, paint),
    measureTable(account, width),
    comparison(account),
    proof(account, paint),
    refused(account, paint),
    frontier === undefined ? [] : priceList(account, frontier, paint, width),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.flatMap((line) => wrapDisplay(printable(line), width)).join('\n'))
    .join('\n\n')
}

function headline(account: PlanAccount, paint: Paint): readonly string[] {
  const { matter, plan, now } = account
  const lines = [paint(`压减方案：${matter.name}`, 'bold'), `目标：${goal(account)}`, `现在：${inWords(now)}`]
  switch (plan.status) {
    case 'already-met':
      return [...lines, '结论：现在就能达到，不用采取措施']
    case 'optimal':
    case 'best-known': {
      const proven = plan.status === 'optimal' ? '最省' : `目前找到最省的（至少要${cost(plan.lowerBound, account)}）`
      const sum = `采取${plan.measures.length}条措施，成本${cost(plan.cost, account)}，${proven}`
      return [...lines, `结论：${sum}`, `以后：${inWords(plan.path)}`, ...counted(account)]
    }
    case 'infeasible': {
      const most = `能采取的措施都采取，也要${inWords(plan.shortest)}`
      return [...lines, matter.measures.length === 0 ? '结论：达不到；没有写“优化措施：”' : `结论：达不到；${most}`]
    }
    case 'open':
      return [...lines, '结论：措施太多，没有算完，不知道能不能达到']
    case 'no-baseline':
      return [...lines, '结论：有的情形没有法定时限，算不出要减到几天']
  }
}

function goal({ plan: { target }, allowed }: PlanAccount): string {
  const days = allowed === undefined ? '' : `至多${printNumber(allowed)}个工作日`
  return target.kind === 'workdays'
    ? days
    : `比法定时限压减${printNumber(multiply(target.ratio, rational(100)))}%，${days}`
}

function counted({ fromAcceptance: { now, planned } }: PlanAccount): readonly string[] {
  return planned === undefined ? [] : [`从受理的次日起算：${printNumber(now)}个工作日→${printNumber(planned)}个工作日`]
}

function inWords(path: PathResult | undefined): string {
  if (path === undefined) return '没有计时的环节'
  const when = path.situation === null ? '' : `，在${printSituation(path.situation)}时`
  const steps = path.steps.map(({ name, workdays }) => `${name}${printNumber(workdays)}`).join('→')
  return `${printNumber(path.workdays)}个工作日${when}（${steps}）`
}

const COLUMNS: readonly Column[] = [
  { head: '措施', align: 'left', shrinks: true },
  { head: '类型', align: 'left' },
  { head: '成本', align: 'right' },
  { head: '没有它多几天', align: 'right' },
  { head: '不用它最省多少', align: 'right' },
]

function measureTable(account: PlanAccount, width: number): readonly string[] {
  if (account.chosen.length === 0) return []
  const rows = account.chosen.map(({ measure, saves, costWithout }) =>
    [
      measure.name,
      MEASURE_KINDS[measure.kind],
      `${measure.cost.amount}${measure.cost.unit ?? ''}`,
      printNumber(saves),
      costWithout === undefined ? '达不到' : cost(costWithout, account),
    ].map((text) => ({ text: printable(text) })),
  )
  const first = account.chosen.flatMap(({ measure: { name, precondition } }) =>
    precondition === undefined ? [] : [`要先办好：${precondition}（${name}）`],
  )
  return [...renderTable(COLUMNS, rows, width), ...first]
}

function comparison(account: PlanAccount): readonly string[] {
  const { plan, byHand } = account
  if (byHand === undefined || !('measures' in plan)) return []
  const rule = '按老办法（每次在最长的那条路上挑每天最便宜的措施）'
  if (!byHand.met) return [`${rule}走不到目标，中途就没有措施可加了`]
  const more = subtract(byHand.cost, plan.cost)
  if (compare(more, rational(0)) <= 0) return [`${rule}也是${cost(byHand.cost, account)}`]
  const names = byHand.measures.map(({ name }) => `“${name}”`).join('、')
  return [`${rule}要${cost(byHand.cost, account)}，多花${cost(more, account)}：${names}`]
}

function proof(account: PlanAccount, paint: Paint): readonly string[] {
  const { plan } = account
  if (plan.proof.length === 0) return []
  const heads: Partial<Readonly<Record<typeof plan.status, string>>> = {
    optimal: '为什么这是最省的',
    infeasible: '为什么达不到',
  }
  const head = heads[plan.status]
  if (head === undefined) return []
  const lines = [...plan.proof.map(proofSentence), ...plan.clashes.map(clashSentence)]
  const sentences = lines.map((line, at) => `${at + 1}. ${line}`)
  const all = lines.length === 1 ? '满足这一条' : '同时满足这几条'
  const end =
    plan.status === 'optimal'
      ? `任何方案都要${all}；把措施逐组加一加就知道，${all}最少要${cost(plan.cost, account)}，正是这个方案。`
      : `任何方案都要${all}；现有的措施（连同前提和互斥）做不到，所以达不到。`
  return [paint(head, 'bold'), ...sentences, end]
}

function refused({ plan }: PlanAccount, paint: Paint): readonly string[] {
  if (plan.refused.length === 0) return []
  return [paint('没有采用的措施', 'bold'), ...plan.refused.map((one) => `“${one.measure.name}”：${refusalReason(one)}`)]
}

/** Why a measure cannot be taken, in words. */
export function refusalReason({ obstacle: { because, what } }: RefusedMeasure): string {
  const names = what.map((name) => `“${name}”`).join('')
  switch (because) {
    case 'law':
      return `${names}是法定的，不能取消、挪动`
    case 'names':
      return names === '' ? '没有写够要动的环节、材料或者时限' : `找不到${names}，或者它不能采取`
    case 'needed':
      return `环节${names}少不了`
    case 'order':
      return `环节${names}前后不相连，或者去掉以后排不成流程`
    case 'excluded':
      return `与已经采取的${names}互斥`
    case 'lengthens':
      return '采取以后反而更久'
  }
}

function priceList(account: PlanAccount, frontier: Frontier, paint: Paint, width: number): readonly string[] {
  const columns: readonly Column[] = [
    { head: '压到', align: 'right' },
    { head: '最省成本', align: 'right' },
    { head: '采取的措施', align: 'left', shrinks: true },
  ]
  const rows = frontier.points.map(({ workdays, cost: price, measures }) => [
    { text: `${printNumber(workdays)}个工作日` },
    { text: cost(price, account) },
    { text: printable(measures.length === 0 ? '现在' : measures.map(({ name }) => name).join('、')) },
  ])
  const open = frontier.exact ? [] : ['没有算完，可能还有更省的或者更短的']
  return [paint('价目：压到几天，最少要多少', 'bold'), ...renderTable(columns, rows, width), ...open]
}

function cost(value: Rational, { matter }: PlanAccount): string {
  return `${printNumber(value)}${costUnitOf(matter.measures) ?? ''}`
}
