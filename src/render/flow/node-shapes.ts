import type { ComponentFrame, Framing } from '../../analysis/bundle/frame-components.ts'
import { printConditionWords } from '../../graph/condition-words.ts'
import { endResultLines, endResults } from '../../graph/end-results.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'
import { CLOCK_WORDS, stepLimitLines } from '../../graph/step-words.ts'
import { supplementLines, supplementNode } from '../../graph/supplement-words.ts'
import type { Condition } from '../../model/condition.ts'
import type { Step, Supplement } from '../../model/flow.ts'
import type { Matter } from '../../model/matter.ts'
import { CHANNELS } from '../../model/terms.ts'
import { visibleText } from '../html/html.ts'
import type { FlowRendering, StepProgress } from './flow-rendering.ts'
import type { FlowWay } from './follow-way.ts'
import type { Shape, WayState } from './picture.ts'
import { drawBar, drawDiamond, drawPill, drawTag, SIZES } from './shapes.ts'
import { besideCard } from './side-box.ts'
import { drawCard } from './step-card.ts'
import { type SetLine, setLines, TEXTS } from './text-block.ts'
import { textWidth } from './text-width.ts'

/** How each thing of a flow looks (图形的样子). */
export interface NodeShapes {
  readonly start: () => Shape
  readonly node: (id: number) => Shape
  readonly end: (id: number, state: WayState) => Shape
  readonly fork: (targets: readonly number[], state: WayState) => Shape
  readonly join: (state: WayState) => Shape
  readonly branch: (id: number, branch: number, state: WayState) => Shape
  readonly feed: (documents: string, state: WayState) => Shape
  readonly otherwise: (state: WayState) => Shape
  readonly frameTitle: (frame: ComponentFrame) => readonly SetLine[]
}

/** How many lines of a card a condition with its meaning may fill. */
const MOST_LINES = 4

/** Makes the shapes of a matter's flow. */
export function shapeNodes(
  matter: Matter,
  graph: FlowGraph,
  framing: Framing,
  way: FlowWay,
  rendering: FlowRendering,
): NodeShapes {
  const sizes = SIZES[rendering.size ?? 'wide']
  const steps = new Map(matter.flow.flatMap((item) => (item.kind === 'step' ? [[item.name, item] as const] : [])))
  const supplements = supplementsByNode(matter, graph)
  /** With what its situations mean, where that is short enough to be read in a box. */
  const say = (when: Condition) => {
    const whole = visibleText(printConditionWords(when, matter, { explain: true }))
    const isShort = textWidth(whole, TEXTS.soft.size) <= sizes.card * MOST_LINES
    return isShort ? whole : visibleText(printConditionWords(when, matter))
  }
  const pillWidth = sizes.card + 20
  const resultsAt = endResults(matter, graph, {
    given: rendering.given,
    isDone: (step) => isDone(rendering.progress?.get(step)),
  })
  /** Results as the frame of a step calls them. */
  const namesAt = (id: number, results: readonly string[]) => {
    const [own] = framing.frameOf(id) === undefined ? [] : framing.componentsOf(id)
    return results.map((result) => shorten(result, own))
  }
  const whenOf = (id: number) => {
    const when = framing.ownWhen(id)
    return when && `仅当${say(when)}`
  }

  return {
    start: () => {
      const channels = matter.channels.map((channel) => CHANNELS[channel]).join('、')
      const lines = [...setLines('提交申请', 'name', pillWidth), ...setLines(channels, 'soft', pillWidth, 2)]
      return drawPill('start', lines, way.outcomes === undefined ? 'plain' : 'taken')
    },
    node: (id) => {
      const node = graph.nodes[id]
      const state = way.nodes[id] ?? 'plain'
      if (node === undefined || node.kind === 'choice')
        return drawDiamond(visibleText(framing.shortName(id)), sizes.choice, state, id)
      const step = steps.get(node.name)
      const isLast = node.terminates || graph.edges.outStart[id] === graph.edges.outStart[id + 1]
      const count = rendering.counts?.get(node.name)
      const name = visibleText(framing.shortName(id))
      const card = drawCard(
        {
          id,
          node,
          name,
          when: whenOf(id),
          who: whoOf(step).map(visibleText),
          limits: stepLimitLines(node.limits, matter).map(visibleText),
          clock: node.clock === 'counted' ? undefined : CLOCK_WORDS[node.clock],
          notes:
            isLast || node.outputs.length === 0 ? [] : [visibleText(`出具：${namesAt(id, node.outputs).join('、')}`)],
          progress: rendering.progress?.get(node.name),
          count: count === undefined ? undefined : `${count}${rendering.countUnit ?? '件'}`,
          state,
        },
        sizes.card,
      )
      const [own] = framing.componentsOf(id)
      const beside = (supplements.get(id) ?? []).map((each) => ({
        name: visibleText(`补正：${shorten(each.name, framing.frameOf(id) === undefined ? undefined : own)}`),
        lines: supplementLines(each),
      }))
      return besideCard(card, beside, sizes.side, state)
    },
    end: (id, state) => {
      const node = graph.nodes[id]
      const isStop = node?.terminates === true
      const { sure, conditional } = resultsAt(id)
      const named = { sure: namesAt(id, sure), conditional: namesAt(id, conditional) }
      const results = endResultLines(named, isStop ? '发给' : '取得')
      return drawPill(
        isStop ? 'stop' : 'end',
        [
          ...setLines(isStop ? '到此为止' : '办结', 'name', pillWidth),
          ...results.flatMap((line) => setLines(visibleText(line), 'soft', pillWidth)),
        ],
        state,
      )
    },
    fork: (targets, state) => drawBar('fork', forkWords(targets, graph), state),
    join: (state) => drawBar('join', '以上都办完再往下', state),
    branch: (id, branch, state) => {
      const when = graph.nodes[id]?.branches[branch]?.when
      return drawTag(
        when === undefined ? 'else' : 'when',
        when === undefined ? '其他情形' : say(when),
        sizes.tag,
        state,
      )
    },
    feed: (documents, state) => drawTag('feed', visibleText(documents), sizes.tag, state),
    otherwise: (state) => drawTag('else', '不用办这一步的', sizes.tag, state),
    frameTitle: ({ title, when }) => [
      ...setLines(visibleText(title), 'frame', sizes.card, 4),
      ...(when === undefined ? [] : setLines(`仅当${say(when)}`, 'soft', sizes.card, 4)),
    ],
  }
}

/** What is overdue is still to be done. */
function isDone(progress: StepProgress | undefined): boolean | undefined {
  return progress === undefined ? undefined : progress !== 'skipped'
}

/** What begins side by side; where each of them is done in some situations only, perhaps none or one of them is. */
function forkWords(targets: readonly number[], { nodes }: FlowGraph): string {
  const conditional = targets.every((id) => nodes[id]?.when !== undefined)
  return conditional ? `以下${targets.length}项按情形办` : `以下${targets.length}项同时办`
}

/** 部门 and 角色; a role that names its department says both. */
function whoOf(step: Step | undefined): readonly string[] {
  if (step === undefined) return []
  const { department, role, modes } = step
  const automatic = modes.includes('automatic') ? ['系统自动办'] : []
  if (department === undefined || role?.startsWith(department) === true)
    return [...(role === undefined ? [] : [role]), ...automatic]
  return [department, ...(role === undefined ? [] : [role]), ...automatic]
}

function shorten(name: string, component: string | undefined): string {
  return component !== undefined && name.startsWith(`${component}·`) ? name.slice(component.length + 1) : name
}

/** 补正 by the step where it is asked for; by default the one that accepts. */
function supplementsByNode(matter: Matter, graph: FlowGraph): ReadonlyMap<number, readonly Supplement[]> {
  const found = new Map<number, Supplement[]>()
  for (const supplement of matter.supplements) {
    const node = supplementNode(graph, supplement)
    found.set(node, [...(found.get(node) ?? []), supplement])
  }
  return found
}
