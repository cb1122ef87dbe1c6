import { diagnose } from '../../diagnostics/diagnose.ts'
import { findIdleRules, ruleCondition } from '../../graph/decision-table.ts'
import { verdictOf } from '../../graph/situation-space.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW7006: a row of a 判定表 that counts in no situation. */
export const checkIdleDecisions: Check = (context) => {
  const { matter, measuring } = context
  return matter.decisionTables.flatMap((table) =>
    findIdleRules(table, measuring.space()).flatMap((index) => {
      const rule = table.rules[index]
      if (rule === undefined) return []
      const condition = ruleCondition(rule)
      const covered = condition === undefined || verdictOf(measuring.space(), condition) !== 'never'
      return diagnose('ZW7006', { table: table.name, row: index + 1, covered }, placeOf(rule, context))
    }),
  )
}
