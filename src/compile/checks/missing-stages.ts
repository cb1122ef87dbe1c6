import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { Step } from '../../model/flow.ts'
import { STAGES, type Stage } from '../../model/terms.ts'
import { childOf, valueOriginOf } from '../lower/read-node.ts'
import { insertUnder, replaceAt } from '../text/edits.ts'
import { type Check, type CheckContext, entryOf, placeOf } from './check-context.ts'

/** Between these two the statutory limit runs, so a matter that has steps needs both. */
const NEEDED = ['acceptance', 'decision'] as const

/** ZW2006: no step accepts, or none decides (阶段). */
export const checkMissingStages: Check = (context) => {
  const { matter } = context
  const steps = matter.flow.filter((item) => item.kind === 'step')
  if (steps.length === 0) return []
  const missing = NEEDED.filter((stage) => !steps.some(({ stages }) => stages.includes(stage)))
  return missing.map((stage) => {
    const step = likelyStep(stage, steps)
    const params = { matter: matter.name, stage: STAGES[stage] }
    const place = step ?? steps[0] ?? {}
    return diagnose('ZW2006', params, placeOf(place, context), {
      fixes: step ? [stateStages(step, stage, context)] : [],
    })
  })
}

/** Acceptance comes first; the decision is the last review before something is made out or handed over. */
function likelyStep(stage: Stage, steps: readonly Step[]): Step | undefined {
  if (stage === 'acceptance') return steps[0]
  return steps.findLast(({ stages }) => !stages.includes('certificate') && !stages.includes('delivery')) ?? steps.at(-1)
}

/** Adds the stage to the line 阶段 of a step, or writes that line. */
function stateStages(step: Step, stage: Stage, context: CheckContext): Fix {
  const others = step.stages.filter((one) => one !== stage)
  const stages = stage === 'acceptance' ? [stage, ...others] : [...others, stage]
  const words = stages.map((one) => STAGES[one]).join('、')
  const entry = entryOf(step, context)
  const line = entry && childOf(entry, 'step.stages')
  const edit =
    line === undefined
      ? insertUnder(context.source, placeOf(step, context), `阶段：${words}`)
      : replaceAt(valueOriginOf(context.source, line), words)
  return { title: `在环节“${step.name}”下面写“阶段：${words}”`, applicability: 'ask', edits: [edit] }
}
