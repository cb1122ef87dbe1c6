import type { ModdleElement } from 'bpmn-moddle'
import type { ImportedPart } from '../../../import-report.ts'
import { flowElementsOf } from '../collect-elements.ts'
import { elementsOf, textOf } from '../element.ts'
import { type Collected, partOf } from './collect-graph.ts'
import { describeElement } from './describe-element.ts'
import type { ForeignNode } from './foreign-graph.ts'
import type { OrderedGraph } from './order-graph.ts'
import { plainLine, plainName } from './plain-text.ts'
import type { Question } from './questions.ts'

/** What stands written in a picture of somebody else's, and what else is in its file (图上的文字). */
export function textsOf(
  course: ModdleElement,
  { remarks }: Collected,
  { nodes }: OrderedGraph,
  others: readonly ModdleElement[],
): readonly string[] {
  return [
    ...elementsOf(course, 'documentation').map((each) => textOf(each, 'text')),
    ...remarks,
    ...nodes.flatMap(({ kind, name }) =>
      name !== '' && (kind === 'start' || isEnd(kind)) ? [`${isEnd(kind) ? '结束' : '开始'}：${name}`] : [],
    ),
    ...others.map((other) => {
      const work = flowElementsOf(other).filter(({ $type }) => /Task$|CallActivity$/.test($type))
      return `原文件另有${describeElement(other)}：${work.map(describeElement).join('、') || '没有任务'}`
    }),
  ]
    .map(plainLine)
    .filter((text) => text !== '')
}

/** What of the flow itself can only be told in words (说明). */
export function remarksOf({ back, unreached, nodes }: OrderedGraph, questions: readonly Question[]): readonly string[] {
  const unread = questions
    .filter(({ asked }) => asked.length > 0)
    .flatMap(({ ways }) => ways.flatMap(({ flow }) => (flow.condition === '' ? [] : [flow])))
  const named = (id: string) => nodes.find((node) => node.id === id)?.name || id
  const lost = unreached.filter(({ kind }) => kind === 'work').map(({ element }) => describeElement(element))
  return [
    ...unread.map(({ condition, from, to }) => `原图从“${named(from)}”到“${named(to)}”的条件：${condition}`),
    ...back.map(
      ({ name, from, to }) => `原图在“${named(from)}”之后${name === '' ? '' : `“${name}”`}回到“${named(to)}”`,
    ),
    ...(lost.length === 0 ? [] : [`原图里不在主流程上的：${lost.join('、')}`]),
  ].map(plainLine)
}

function isEnd(kind: ForeignNode['kind']): boolean {
  return kind === 'end' || kind === 'terminate'
}

/** What became of what is no work (各元素的去处). */
export function accountFor(
  { nodes, back, unreached }: OrderedGraph,
  questions: readonly Question[],
  isForeign: boolean,
): readonly ImportedPart[] {
  const asking = new Map(questions.map((question) => [question.gateway.id, question]))
  const parts = nodes.flatMap(({ id, kind, element, name }): readonly ImportedPart[] => {
    const question = asking.get(id)
    if (question !== undefined && question.asked.length > 0)
      return [partOf(element, 'manual', `由经办人填写${question.asked.map((each) => `“${each}”`).join('、')}`)]
    if (question !== undefined) return [partOf(element, 'structured', '后面各环节的“当”')]
    if (kind === 'work' || id !== textOf(element, 'id')) return []
    if (kind === 'terminate') return [partOf(element, 'structured', '前一环节的“终止：是”')]
    if (isForeign && name !== '' && (kind === 'start' || kind === 'end')) return [partOf(element, 'note', '事项的说明')]
    const why = kind === 'start' || kind === 'end' ? '办件的开始和办结不用写' : '先后次序已经写在环节里'
    return [partOf(element, 'omitted', why)]
  })
  return [
    ...parts,
    ...back.map(
      ({ id, name }): ImportedPart => ({
        place: id,
        what: `回头的顺序流${name === '' ? '' : `“${name}”`}`,
        outcome: 'note',
        became: '事项的说明；办件时用“退回”',
      }),
    ),
    ...unreached
      .filter(({ id, element }) => id === textOf(element, 'id'))
      .map(({ element, kind }) =>
        kind === 'work'
          ? partOf(element, 'note', '事项的说明：不在主流程上')
          : partOf(element, 'omitted', '不在主流程上'),
      ),
  ]
}

/** Pools of others, and what goes between the pools. */
export function aroundProcess(definitions: ModdleElement, own: ModdleElement | undefined): readonly ImportedPart[] {
  return elementsOf(definitions, 'rootElements').flatMap((root) => [
    ...elementsOf(root, 'participants').flatMap((participant) =>
      participant === own ? [] : [partOf(participant, 'omitted', '不是办理机关的一方')],
    ),
    ...elementsOf(root, 'messageFlows').map((flow) => partOf(flow, 'omitted', '事项里没有相当的内容')),
  ])
}

/** What became of data: what work makes is a 结果, what it needs a 材料. */
export function dataParts(
  course: ModdleElement,
  outputs: readonly string[],
  materials: readonly string[],
): readonly ImportedPart[] {
  return flowElementsOf(course).flatMap((element) => {
    const name = plainName(textOf(element, 'name'))
    if (!/Data(?:Object|Store)Reference$/.test(element.$type) || name === '') return []
    if (outputs.includes(name)) return [partOf(element, 'structured', `结果“${name}”`)]
    if (materials.includes(name)) return [partOf(element, 'structured', `材料“${name}”`)]
    return [partOf(element, 'omitted', '没有环节用到它')]
  })
}
