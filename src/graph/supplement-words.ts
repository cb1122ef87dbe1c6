import { printDuration } from '../calendar/duration.ts'
import type { Supplement } from '../model/flow.ts'
import { OVERDUE_EFFECTS } from '../model/terms.ts'
import type { FlowGraph } from './flow-graph.ts'
import { CLOCK_WORDS } from './step-words.ts'

/** 补正 for people who do not know the word (补正的说法): who tells what by when, and what the clock does meanwhile. */
export function supplementLines(supplement: Supplement): readonly string[] {
  const { noticeLimit, supplementLimit, clock = 'paused', times, overdue } = supplement
  return [
    noticeLimit === undefined ? '材料不齐的，一次告知' : `材料不齐的，${printDuration(noticeLimit)}内一次告知`,
    ...(supplementLimit === undefined ? [] : [`申请人${printDuration(supplementLimit)}内补齐`]),
    clock === 'restarted' ? '补齐后重新计时' : CLOCK_WORDS[clock],
    ...(overdue === undefined ? [] : [`逾期不补：${OVERDUE_EFFECTS[overdue]}`]),
    ...(times === undefined ? [] : [`最多${times}次`]),
  ]
}

/** The step where a 补正 is asked for (补正的环节); the one that accepts where none is named, else the first. */
export function supplementNode({ nodes }: FlowGraph, { step }: Supplement): number {
  const named = nodes.findIndex(({ name, kind }) => name === step && kind === 'step')
  return named >= 0
    ? named
    : Math.max(
        0,
        nodes.findIndex(({ stages }) => stages.includes('acceptance')),
      )
}
