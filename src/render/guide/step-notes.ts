import type { SpecialProcedure, Step } from '../../model/flow.ts'
import type { Matter } from '../../model/matter.ts'
import { CLOCK_EFFECTS } from '../../model/terms.ts'

/** What the time of a step or procedure is to the limit (计时方式), for people. */
export const CLOCK_NOTES = {
  counted: `${CLOCK_EFFECTS.counted}办理时限`,
  excluded: '不算在办理时限里',
  paused: '这段时间办理时限暂停',
  restarted: '办理时限重新开始数',
  ownClock: '另外计时',
} as const

/** The same behind a length of time; only what is not counted has to be said. */
export function clockNote(clock: Step['clock']): string {
  return clock === undefined || clock === 'counted' ? '' : `（${CLOCK_NOTES[clock]}）`
}

/** The steps that are done at the same time as one (同时办). */
export function stepsBeside(name: string, { flow }: Matter): readonly string[] {
  const together = flow.flatMap((item) => (item.kind === 'parallel' && item.steps.includes(name) ? item.steps : []))
  return [...new Set(together)].filter((each) => each !== name)
}

const PLACES = { before: '之前', after: '之后', beside: '的同时' } as const

/** When a special procedure happens (特别程序的位置): 在“审查”之后. */
export function placementWords({ step, where }: NonNullable<SpecialProcedure['placement']>): string {
  return `在“${step}”${PLACES[where]}`
}
