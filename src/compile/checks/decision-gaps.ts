import { TO_FILL_IN } from '../../diagnostics/blank-to-fill.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { findRuleGaps } from '../../graph/decision-table.ts'
import { printSituation, type SituationWitness } from '../../graph/situation.ts'
import type { DecisionTable } from '../../model/decision-table.ts'
import { insertBelow } from '../text/edits.ts'
import { type Check, placeOf } from './check-context.ts'
import { tableSpace } from './table-space.ts'

/** ZW7004: situations in which no row of a 判定表 applies; decided exactly, with such a situation. 命中：全部 may give nothing. */
export const checkDecisionGaps: Check = (context) => {
  const { matter, source } = context
  return matter.decisionTables.flatMap((table) => {
    const gaps = table.hits === 'all' ? [] : findRuleGaps(table, tableSpace(table, context))
    const [gap] = gaps
    if (gap === undefined) return []
    const last = table.rules.at(-1)?.origin
    const params = { table: table.name, witnesses: gaps.map((each) => printSituation(each) || '任何情况') }
    const fixes =
      last === undefined
        ? []
        : [
            {
              title: '补上一行',
              applicability: 'placeholder' as const,
              edits: [insertBelow(source, last, rowFor(table, gap))],
            },
          ]
    return diagnose('ZW7004', params, placeOf(table, context), { fixes })
  })
}

/** A row for a situation that none covers, as far as it says what the cells are. */
function rowFor({ inputs, outputs }: DecisionTable, gap: SituationWitness): string {
  const cells = inputs.map((input) => cellFor(input, gap))
  return `｜ ${[...cells, ...outputs.map(() => TO_FILL_IN)].join(' ｜ ')} ｜`
}

function cellFor(input: string, { parts }: SituationWitness): string {
  const part = parts.find(({ fact }) => fact === input)
  if (part === undefined) return '—'
  if (part.kind !== 'value' || part.value === undefined) return TO_FILL_IN
  if (part.value.kind === 'boolean') return part.value.value ? '是' : '否'
  return part.value.kind === 'option' ? part.value.option : TO_FILL_IN
}
