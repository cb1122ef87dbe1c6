import type { Matter } from '../../../model/matter.ts'
import type { Component } from '../component.ts'
import type { MergedFlow } from '../merge-flow.ts'
import { type Capacity, limitCapacity } from './limit-capacity.ts'

/** A flow in which no office has more to do at a time than it can, and the offices that were named but do nothing in it. */
export type QueuedFlow = ReturnType<typeof limitCapacity> & {
  readonly offices: readonly string[]
  readonly unknown: readonly string[]
}

/**
 * Queues the steps of a bundle at the offices that do them (排队): its own 部门, else the 实施主体 of the component; of a joint
 * inspection all that take part; of 统一受理 and 统一出件 the window.
 */
export function queueSteps(
  matter: Matter,
  capacity: Capacity,
  course: MergedFlow,
  components: readonly Component[],
): QueuedFlow {
  const byStep = new Map(course.steps.map(({ name, from }) => [name, officesOf(name, from)]))
  const offices = [...new Set([...byStep.values()].flat())].sort()
  const known = new Map([...capacity].filter(([office]) => offices.includes(office)))
  return {
    ...limitCapacity(matter, known, (step) => byStep.get(step) ?? []),
    offices,
    unknown: [...capacity.keys()].filter((office) => !known.has(office)),
  }

  function officesOf(name: string, from: MergedFlow['steps'][number]['from']): readonly string[] {
    const step = matter.flow.find((item) => item.kind === 'step' && item.name === name)
    if (step?.kind !== 'step') return []
    if (step.department !== undefined) return [step.department]
    const isAtWindow = step.stages.every((stage) => stage === 'acceptance' || stage === 'delivery')
    if (isAtWindow && step.role !== undefined) return [step.role]
    return [
      ...new Set(
        from.flatMap((path) => {
          const component = components.find((each) => each.name === path.component)?.matter
          const own = component?.flow.find((item) => item.kind === 'step' && item.name === path.name)
          return (own?.kind === 'step' ? own.department : undefined) ?? component?.authority ?? []
        }),
      ),
    ]
  }
}
