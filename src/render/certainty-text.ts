import type { MatterCertainty } from '../analysis/certainty/assess-certainty.ts'
import { printShare } from '../analysis/certainty/print-share.ts'
import { createPaint, type Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import { printSituationWords } from '../graph/situation-words.ts'
import type { Matter } from '../model/matter.ts'
import {
  coarseWords,
  decisiveWords,
  isKept,
  methodWords,
  promiseWords,
  shareWords,
  workdaysWords,
} from './certainty-words.ts'
import { type Cell, type Column, renderTable } from './table.ts'
import { wrapDisplay } from './wrap-display.ts'

/** How the certainty of matters is set for a terminal. */
export interface CertaintyRendering {
  readonly color?: boolean
  /** Unit: columns. */
  readonly width?: number
  /** Least number of decimals of a percentage. */
  readonly digits?: number
}

const WIDTH = 118
/** So many situations beside the worst are told. */
const MOST_OTHERS = 3

/**
 * How surely promises are kept, for people (承诺的把握): a line a matter by its least certain situation, then what it rests
 * on, matter by matter. `without` are the matters that do not say how long their steps take. Ends without a line end.
 */
export function renderCertainty(
  certainties: readonly MatterCertainty[],
  without: readonly Matter[],
  { color = false, width = WIDTH, digits = 1 }: CertaintyRendering = {},
): string {
  const paint = createPaint(color)
  const names = without.map(({ name }) => printable(name)).join('、')
  const rest =
    without.length === 0 ? [] : wrapDisplay(`没有写“实际用时”的事项（${without.length}个）没有算：${names}`, width)
  const [first] = certainties
  if (first === undefined) return ['没有事项可以算把握。', ...rest].join('\n')
  const columns: readonly Column[] = [
    { head: '事项', align: 'left', shrinks: true },
    { head: '承诺', align: 'right' },
    { head: '平均用时', align: 'right' },
    { head: '按承诺办结的', align: 'right' },
    { head: `承诺多久才有${shareWords(first.share)}办结`, align: 'right' },
  ]
  const rows = certainties.map((each) => rowOf(each, digits, paint))
  return [
    paint('承诺的把握', 'bold'),
    '',
    ...renderTable(columns, rows, width),
    ...certainties.flatMap((each) => ['', ...detailsOf(each, digits, width, paint)]),
    ...(rest.length === 0 ? [] : ['', ...rest]),
    '',
    paint('写了“实际用时”的环节按写的算，没有写的当作每件都用满时限；各环节的快慢当作互不相干。', 'dim'),
  ].join('\n')
}

function rowOf(certainty: MatterCertainty, digits: number, paint: Paint): readonly Cell[] {
  const name = { text: printable(certainty.matter.name) }
  const [worst] = certainty.situations
  if (worst === undefined) return [name]
  const { kept, keptBy, mean } = worst
  const colour = isKept(worst, certainty.share) === true ? 'green' : 'red'
  return [
    name,
    { text: promiseWords(worst) },
    { text: workdaysWords(mean) },
    kept === null
      ? { text: '—' }
      : { text: `${printShare(kept, digits, certainty.share)}%`, paint: (text) => paint(text, colour) },
    { text: workdaysWords(keptBy) },
  ]
}

/** What the line of a matter rests on: its situations, the steps that decide, what is taken for granted, how it was found. */
function detailsOf(certainty: MatterCertainty, digits: number, width: number, paint: Paint): readonly string[] {
  const { matter, situations, timed, assumed, complete } = certainty
  const [worst, ...others] = situations
  if (worst === undefined) return []
  const lines = [
    ...(others.length === 0 && complete ? [] : [`把握最小的情形：${printSituationWords(worst.situations)}`]),
    ...others.slice(0, MOST_OTHERS).map((each) => {
      const kept = each.kept === null ? '' : `按承诺办结的${printShare(each.kept, digits, certainty.share)}%，`
      return `${printSituationWords(each.situations)}：${kept}承诺${workdaysWords(each.keptBy)}有${shareWords(certainty.share)}办结`
    }),
    ...(others.length > MOST_OTHERS ? [`还有${others.length - MOST_OTHERS}类情形，把握都不比上面的小`] : []),
    ...(complete ? [] : ['情形太多，只算了一部分，其中有最慢的一类']),
    ...decisive(certainty, digits),
    `写了实际用时的环节：${timed.join('、')}`,
    ...(assumed.length === 0 ? [] : [`当作用满时限的环节：${assumed.join('、')}`]),
    ...[methodWords(worst.method, digits), coarseWords(certainty)].filter((line) => line !== undefined),
  ]
  return [paint(printable(matter.name), 'bold'), ...lines.flatMap((line) => wrapDisplay(`  ${printable(line)}`, width))]
}

function decisive(certainty: MatterCertainty, digits: number): readonly string[] {
  const steps = decisiveWords(certainty, digits)
  return steps.length === 0 ? [] : ['最要紧的环节：', ...steps.map((step) => `  ${step}`)]
}
