import type { Condition } from '../../src/model/condition.ts'
import type { FlowItem, Step } from '../../src/model/flow.ts'
import { choice, isTrue, not, parallel, step } from '../graph/matters.ts'

/** The facts that the conditions of these flows ask for; both 是否. */
export const FLOW_FACTS = ['甲', '乙'] as const

/** A way of arranging steps; `draw` is given names that nothing else has. */
interface Block {
  readonly steps: number
  readonly draw: (names: readonly string[], when: Condition) => readonly FlowItem[]
}

const review = (name: string, parts: Partial<Step> = {}): Step => step(name, 1, { stages: ['review'], ...parts })

const BLOCKS: readonly Block[] = [
  { steps: 1, draw: ([a = '']) => [review(a)] },
  { steps: 1, draw: ([a = ''], when) => [review(a, { when })] },
  { steps: 1, draw: ([a = ''], when) => [review(a, { when, terminates: true, outputs: ['决定书'] })] },
  { steps: 2, draw: ([a = '', b = ''], when) => [review(a), review(b, { when }), parallel(a, b)] },
  {
    steps: 2,
    draw: ([a = '', b = ''], when) => [
      choice(`是否${a}`, [[when, a]], b),
      review(a, { terminates: true, outputs: ['决定书'] }),
      review(b),
    ],
  },
  {
    steps: 3,
    draw: ([a = '', b = '', c = ''], when) => [
      review(a),
      review(b, { when, terminates: true, outputs: ['决定书'] }),
      review(c),
      parallel(a, b, c),
    ],
  },
  {
    steps: 3,
    draw: ([a = '', b = '', c = ''], when) => [
      choice(`是否${a}`, [[when, a]], b),
      review(a),
      review(b),
      review(c, { after: [a, b] }),
    ],
  },
]

/**
 * Every flow that these arrangements make with so many steps at most (逐一列出的流程): 受理, any of them one after the other,
 * 决定. Conditions ask for one fact or the other by turns, so that each decides more than one place.
 */
export function* everyFlow(mostSteps: number): Generator<readonly FlowItem[]> {
  for (const middle of arrangements(mostSteps - 2)) {
    let used = 0
    const items = middle.flatMap(({ steps, draw }, index) => {
      const names = Array.from({ length: steps }, (_, offset) => `环节${used + offset + 1}`)
      used += steps
      return draw(names, conditionFor(index))
    })
    yield [
      step('受理', 1, { stages: ['acceptance'] }),
      ...items,
      step('决定', 1, { stages: ['decision'], outputs: ['批复'] }),
    ]
  }
}

function* arrangements(room: number): Generator<readonly Block[]> {
  yield []
  for (const block of BLOCKS) {
    if (block.steps > room) continue
    for (const rest of arrangements(room - block.steps)) yield [block, ...rest]
  }
}

function conditionFor(index: number): Condition {
  const fact = isTrue(FLOW_FACTS[index % FLOW_FACTS.length] ?? '')
  return index % 3 === 2 ? not(fact) : fact
}
