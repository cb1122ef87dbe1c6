import fc from 'fast-check'
import type { Duration } from '../../calendar/duration.ts'
import type { Condition } from '../../model/condition.ts'
import type { Choice, FlowItem, Parallel, Step } from '../../model/flow.ts'
import type { Stage } from '../../model/terms.ts'

/** What a flow may speak of (流程可以引用的). */
export interface FlowScope {
  /** Names of 情形 that sometimes hold and sometimes do not; default: none, so that nothing depends on the case. */
  readonly situations?: readonly string[]
  /** The name of the 结果 that the last step issues; default: 办理结果. */
  readonly output?: string
}

/** Review work as guides name it; each at most once in a flow. */
const REVIEWS = [
  ...['材料审查', '现场核查', '专家评审', '技术审查', '社会公示', '征求意见', '检验检测', '信息比对', '集体审议'],
  ...['部门会商', '实地踏勘', '听取陈述', '复核', '抽样检查'],
] as const

/** The most blocks of work between acceptance and decision; each takes at most four names. */
const MOST_BLOCKS = 3

/**
 * Any sound flow (任意流程): from acceptance over steps one after the other, side by side, by situation or by way of a 分流, to
 * the decision and the result. In every situation it comes to its result.
 */
export function arbitraryFlow({
  situations = [],
  output = '办理结果',
}: FlowScope = {}): fc.Arbitrary<readonly FlowItem[]> {
  const when = situations.length === 0 ? undefined : fc.constantFrom(...situations).map(named)
  const blocks = fc.array(fc.constantFrom(...BLOCKS.filter(({ asks }) => !asks || when !== undefined)), {
    maxLength: MOST_BLOCKS,
  })
  return fc
    .tuple(blocks, fc.shuffledSubarray([...REVIEWS], { minLength: REVIEWS.length }))
    .chain(([chosen, names]) => {
      const middle = chosen.map(({ draw }, index) => draw(names.slice(index * 4, index * 4 + 4), when ?? NO_CONDITION))
      return fc.tuple(
        fc.tuple(...middle),
        step('受理', ['acceptance']),
        step('决定', ['decision']),
        step('制证送达', ['certificate', 'delivery'], { outputs: [output] }),
      )
    })
    .map(([middle, accept, decide, deliver]) => [accept, ...middle.flat(), decide, deliver])
}

/** Stands where no block asks for a condition. */
const NO_CONDITION: fc.Arbitrary<Condition> = fc.constant({ kind: 'all', of: [] })

/** A way of arranging work, drawn with four names that nothing else has. */
interface Block {
  /** True where it depends on the case. */
  readonly asks: boolean
  readonly draw: (names: readonly string[], when: fc.Arbitrary<Condition>) => fc.Arbitrary<readonly FlowItem[]>
}

const BLOCKS: readonly Block[] = [
  { asks: false, draw: ([name = '']) => step(name, ['review']).map((one) => [one]) },
  {
    asks: false,
    draw: ([a = '', b = '', c = '']) =>
      fc
        .tuple(step(a, ['review']), step(b, ['review']), fc.option(step(c, ['review']), { nil: undefined }))
        .map((steps) => sideBySide(steps.filter((one) => one !== undefined))),
  },
  {
    asks: true,
    draw: ([name = ''], when) =>
      fc.tuple(step(name, ['review']), when).map(([one, condition]) => [{ ...one, when: condition }]),
  },
  {
    asks: true,
    draw: ([name = ''], when) =>
      fc
        .tuple(step(name, ['review']), when, workdays)
        .map(([one, condition, limit]) => [{ ...one, limits: [{ limit, when: condition }, ...one.limits] }]),
  },
  {
    asks: true,
    draw: ([a = '', b = '', merge = '', choice = ''], when) =>
      fc
        .tuple(step(a, ['review']), step(b, ['review']), step(merge, ['review']), when)
        .map(([one, other, next, condition]) => [
          eitherWay(`是否${choice}`, condition, one, other),
          one,
          other,
          { ...next, after: [one.name, other.name] },
        ]),
  },
]

/** Half a workday to fifteen. */
const workdays: fc.Arbitrary<Duration> = fc
  .oneof(
    { weight: 1, arbitrary: fc.constant('0.5') },
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 15 }).map(String) },
  )
  .map((amount) => ({ unit: 'workday', amount }))

function step(name: string, stages: readonly Stage[], rest: Partial<Step> = {}): fc.Arbitrary<Step> {
  return workdays.map((limit) => ({
    kind: 'step',
    name,
    stages,
    limits: [{ limit }],
    modes: [],
    outputs: [],
    collects: [],
    terminates: false,
    ...NOTHING_NOTED,
    ...rest,
  }))
}

function sideBySide(steps: readonly Step[]): readonly FlowItem[] {
  const parallel: Parallel = { kind: 'parallel', steps: steps.map(({ name }) => name), ...NOTHING_NOTED }
  return [...steps, parallel]
}

function eitherWay(name: string, when: Condition, one: Step, other: Step): Choice {
  return { kind: 'choice', name, branches: [{ when, target: one.name }], otherwise: other.name, ...NOTHING_NOTED }
}

function named(situation: string): Condition {
  return { kind: 'situation', situation }
}

const NOTHING_NOTED = { sources: [], notes: [] }
