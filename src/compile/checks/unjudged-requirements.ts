import { TO_FILL_IN } from '../../diagnostics/blank-to-fill.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { childOf } from '../lower/read-node.ts'
import { insertUnder } from '../text/edits.ts'
import { type Check, entryOf, placeOf } from './check-context.ts'

/** ZW7001: a 条件 of which nobody says how it is judged. */
export const checkUnjudgedRequirements: Check = (context) =>
  context.matter.requirements.flatMap((requirement) => {
    if (requirement.rule !== undefined || requirement.manualCheck !== undefined) return []
    const entry = entryOf(requirement, context)
    const stated = ['requirement.rule', 'requirement.manualCheck']
    if (entry === undefined || stated.some((construct) => childOf(entry, construct) !== undefined)) return []
    const origin = placeOf(requirement, context)
    const fix = {
      title: '补上“人工判断：”',
      applicability: 'placeholder' as const,
      edits: [insertUnder(context.source, origin, `人工判断：${TO_FILL_IN}`)],
    }
    return diagnose('ZW7001', { requirement: requirement.name }, origin, { fixes: [fix] })
  })
