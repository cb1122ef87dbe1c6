import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { Step } from '../../model/flow.ts'
import { STAGES, type Stage } from '../../model/terms.ts'
import { insertUnder } from '../text/edits.ts'
import { type Check, type CheckContext, placeOf } from './check-context.ts'

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

function stateStages(step: Step, stage: Stage, { source, block }: CheckContext): Fix {
  const stages = [...new Set([stage === 'acceptance' ? [stage, ...step.stages] : [...step.stages, stage]].flat())]
  const line = `阶段：${stages.map((one) => STAGES[one]).join('、')}`
  const edits = step.origin === undefined ? [] : [insertUnder(source, step.origin, line)]
  return { title: `在环节“${step.name}”下面写“${line}”`, applicability: 'ask', edits }
}
