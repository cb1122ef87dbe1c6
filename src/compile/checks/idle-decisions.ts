import { diagnose } from '../../diagnostics/diagnose.ts'
import { findIdleRules, ruleCondition } from '../../graph/decision-table.ts'
import { verdictOf } from '../../graph/situation-space.ts'
import { type Check, placeOf } from './check-context.ts'
import { tableSpace } from './table-space.ts'

/** ZW7006: a row of a 判定表 that counts in no situation. */
export const checkIdleDecisions: Check = (context) => {
  return context.matter.decisionTables.flatMap((table) =>
    findIdleRules(table, tableSpace(table, context)).flatMap((index) => {
      const rule = table.rules[index]
      if (rule === undefined) return []
      const condition = ruleCondition(rule)
      const covered = condition === undefined || verdictOf(tableSpace(table, context), condition) !== 'never'
      return diagnose('ZW7006', { table: table.name, row: index + 1, covered }, placeOf(rule, context))
    }),
  )
}
