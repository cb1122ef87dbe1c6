import { keysOf } from '../../base/keys-of.ts'
import type { FlowItem } from '../../model/flow.ts'
import { STAGES, type Stage } from '../../model/terms.ts'

/** The words in the name of a step that tell its 阶段. Source: design ruling 1, after the phases of published guides. */
const STAGE_WORDS: readonly { readonly stage: Stage; readonly words: readonly string[] }[] = [
  { stage: 'acceptance', words: ['受理', '收件'] },
  { stage: 'decision', words: ['决定', '审批', '审定'] },
  { stage: 'certificate', words: ['制证', '出证'] },
  { stage: 'delivery', words: ['送达', '出件', '取件'] },
]

/** A step of this name does not accept: it says that nobody will. */
const REFUSAL = '不予受理'

/** The 阶段 of a step that does not state them, by its name; 审查 where the name says nothing. */
export function guessStages(name: string): readonly Stage[] {
  const telling = name.replaceAll(REFUSAL, '')
  const stages = STAGE_WORDS.filter(({ words }) => words.some((word) => telling.includes(word))).map(
    ({ stage }) => stage,
  )
  return stages.length > 0 ? stages : ['review']
}

/** True where a matter is done in one step: it is accepted, decided and delivered in it, whatever its name says. */
export function isDoneInOneStep(flow: readonly FlowItem[]): boolean {
  return flow[0]?.kind === 'step' && flow.filter(({ kind }) => kind === 'step').length === 1
}

/** The 阶段 of the only step of a matter. */
export const ALL_STAGES: readonly Stage[] = keysOf(STAGES)
