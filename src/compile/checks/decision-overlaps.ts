import { diagnose } from '../../diagnostics/diagnose.ts'
import { findRuleOverlaps } from '../../graph/decision-table.ts'
import { printSituation } from '../../graph/situation.ts'
import { type Check, placeOf } from './check-context.ts'
import { tableSpace } from './table-space.ts'

/** ZW7003: two rows of a 判定表 that apply in the same situation where 命中 is 唯一; decided exactly, with that situation. */
export const checkDecisionOverlaps: Check = (context) => {
  const tables = context.matter.decisionTables.filter(({ hits }) => hits === 'unique')
  return tables.flatMap((table) =>
    findRuleOverlaps(table, tableSpace(table, context)).map(({ rules: [first, second], witness }) => {
      const rows = [first + 1, second + 1] as const
      const params = { table: table.name, rows, witness: printSituation(witness) || '任何情况' }
      const origin = table.rules[first]?.origin
      const related = origin === undefined ? [] : [{ origin, text: '与这一行重叠' }]
      return diagnose('ZW7003', params, placeOf(table.rules[second] ?? table, context), { related })
    }),
  )
}
