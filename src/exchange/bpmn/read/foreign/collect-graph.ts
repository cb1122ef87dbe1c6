import type { ModdleElement } from 'bpmn-moddle'
import type { Duration } from '../../../../calendar/duration.ts'
import type { ImportedPart } from '../../../import-report.ts'
import { elementsOf, extensionsOf, read, textOf } from '../element.ts'
import { readLanes } from '../read-lanes.ts'
import { describeElement } from './describe-element.ts'
import type { ForeignFlow, ForeignKind, ForeignNode } from './foreign-graph.ts'
import { plainLine, plainName } from './plain-text.ts'
import { readDuration } from './read-duration.ts'

/** What the elements of a process are for us, with what became of the others. */
export interface Collected {
  readonly nodes: readonly ForeignNode[]
  readonly flows: readonly ForeignFlow[]
  /** Work that begins beside the flow. */
  readonly sides: readonly ModdleElement[]
  readonly remarks: readonly string[]
  readonly parts: readonly ImportedPart[]
}

const WORK = new Set([
  'Task',
  'UserTask',
  'ManualTask',
  'ServiceTask',
  'ScriptTask',
  'BusinessRuleTask',
  'SendTask',
  'ReceiveTask',
  'CallActivity',
])
const AUTOMATIC = new Set(['ServiceTask', 'ScriptTask', 'BusinessRuleTask', 'SendTask'])
const SUBPROCESSES = new Set(['SubProcess', 'Transaction', 'AdHocSubProcess'])
const GATEWAYS: Readonly<Record<string, ForeignKind>> = {
  ExclusiveGateway: 'one',
  EventBasedGateway: 'one',
  InclusiveGateway: 'some',
  ComplexGateway: 'some',
  ParallelGateway: 'all',
}

/**
 * Goes through a process (收集元素), subprocesses laid open: an empty one is work, another what stands in it. What is passed lets
 * all go on, and is told elsewhere.
 */
export function collectGraph(course: ModdleElement, isPassed: (id: string) => boolean = () => false): Collected {
  const nodes: ForeignNode[] = []
  const flows: ForeignFlow[] = []
  const sides: ModdleElement[] = []
  const remarks: string[] = []
  const parts: ImportedPart[] = []
  const lanes = readLanes(course)
  const timers = new Map<string, Duration>()
  const notes = new Map<string, string[]>()
  /** Where flows to and from a subprocess that was laid open lead. */
  const links: ForeignFlow[] = []
  const entries = new Map<string, string>()
  const exits = new Map<string, string>()
  collect(course, undefined)
  return {
    nodes: nodes.map((node) => ({
      ...node,
      limit: timers.get(node.id) ?? node.limit,
      notes: [...node.notes, ...(notes.get(node.id) ?? [])],
    })),
    flows: [
      ...flows.map((flow) => ({
        ...flow,
        from: exits.get(flow.from) ?? flow.from,
        to: entries.get(flow.to) ?? flow.to,
      })),
      ...links,
    ],
    sides,
    remarks,
    parts,
  }

  function collect(container: ModdleElement, lane: string | undefined): void {
    for (const element of elementsOf(container, 'flowElements')) collectElement(container, element, lane)
    for (const artifact of elementsOf(container, 'artifacts')) {
      const text = plainLine(textOf(artifact, 'text'))
      if (artifact.$type !== 'bpmn:TextAnnotation' || text === '') {
        parts.push(partOf(artifact, 'omitted', '只是画法'))
        continue
      }
      remarks.push(text)
      parts.push(partOf(artifact, 'note', '事项的说明'))
    }
  }

  function collectElement(container: ModdleElement, element: ModdleElement, outer: string | undefined): void {
    const type = element.$type.replace('bpmn:', '')
    const id = textOf(element, 'id')
    const lane = lanes.get(id) ?? outer
    const gateway = GATEWAYS[type]
    if (type === 'SequenceFlow') flows.push(flowOf(element))
    else if (WORK.has(type)) add(element, 'work', lane, type)
    else if (gateway !== undefined) add(element, gateway, lane, type)
    else if (SUBPROCESSES.has(type)) collectSubprocess(element, lane)
    else if (type === 'BoundaryEvent') collectBoundary(element)
    else if (type === 'StartEvent') add(element, container === course ? 'start' : 'pass', lane, type)
    else if (type === 'EndEvent') add(element, endKind(element, container === course), lane, type)
    else if (type.startsWith('Intermediate'))
      add(element, plainName(textOf(element, 'name')) === '' ? 'pass' : 'work', lane, type)
    else if (type.startsWith('Data')) collectData(element, type)
    else parts.push(partOf(element, 'omitted', '事项里没有相当的内容'))
  }

  function add(element: ModdleElement, kind: ForeignKind, lane: string | undefined, type: string): void {
    const references = (list: string, end: string) =>
      elementsOf(element, list).flatMap((association) =>
        elementsOf(association, end)
          .map((target) => plainName(textOf(target, 'name')))
          .filter((name) => name !== ''),
      )
    nodes.push({
      id: textOf(element, 'id'),
      kind,
      element,
      lane: lane ?? groupOf(element),
      name: plainName(textOf(element, 'name')),
      isAutomatic: AUTOMATIC.has(type) || type.startsWith('Intermediate'),
      limit: type.startsWith('Intermediate') ? timerOf(element).limit : undefined,
      notes: elementsOf(element, 'documentation')
        .map((each) => plainLine(textOf(each, 'text')))
        .filter((text) => text !== ''),
      outputs: references('dataOutputAssociations', 'targetRef'),
      materials: references('dataInputAssociations', 'sourceRef'),
    })
  }

  function collectSubprocess(element: ModdleElement, lane: string | undefined): void {
    const inner = elementsOf(element, 'flowElements').filter(({ $type }) => $type !== 'bpmn:SequenceFlow')
    const id = textOf(element, 'id')
    if (isPassed(id)) {
      add(element, 'pass', lane, 'SubProcess')
      return
    }
    if (read(element, 'triggeredByEvent') === true) {
      sides.push(element)
      return
    }
    if (inner.length === 0) {
      add(element, 'work', lane, 'SubProcess')
      return
    }
    const [begin, end] = [`${id} begin`, `${id} end`]
    for (const bound of [begin, end]) nodes.push({ ...emptyNode(element), id: bound, lane })
    entries.set(id, begin)
    exits.set(id, end)
    parts.push(partOf(element, 'structured', '里面的各项并入流程'))
    collect(element, lane)
    const lines = elementsOf(element, 'flowElements')
      .filter(({ $type }) => $type === 'bpmn:SequenceFlow')
      .map(flowOf)
    for (const each of inner) {
      const inside = textOf(each, 'id')
      if (each.$type === 'bpmn:BoundaryEvent') continue
      if (!lines.some(({ to }) => to === inside)) links.push(link(begin, entries.get(inside) ?? inside))
      if (!lines.some(({ from }) => from === inside)) links.push(link(exits.get(inside) ?? inside, end))
    }
  }

  /** A timer at the border is a limit; anything else is told of the work that it stands at. */
  function collectBoundary(element: ModdleElement): void {
    const [host] = elementsOf(element, 'attachedToRef')
    const name = plainLine(textOf(element, 'name'))
    const hostId = textOf(host, 'id')
    const { limit, text } = timerOf(element)
    if (limit !== undefined && !timers.has(hostId)) {
      timers.set(hostId, limit)
      parts.push(partOf(element, 'structured', `“${plainName(textOf(host, 'name'))}”的时限`))
      return
    }
    const note = plainLine(`${describeElement(element)}${text === '' ? '' : `：${text}`}`)
    notes.set(hostId, [...(notes.get(hostId) ?? []), note])
    parts.push(
      partOf(element, 'note', `“${plainName(textOf(host, 'name')) || hostId}”的说明${name === '' ? '' : `：${name}`}`),
    )
  }

  function collectData(element: ModdleElement, type: string): void {
    if (type !== 'DataObjectReference' && type !== 'DataStoreReference') return
    const name = plainName(textOf(element, 'name'))
    if (name !== '') return
    parts.push(partOf(element, 'omitted', '没有名称'))
  }
}

/** Who does it as Camunda, Flowable and Activiti say it, where it is one group and no expression. */
function groupOf({ $attrs = {} }: ModdleElement): string | undefined {
  const [, group] = Object.entries($attrs).find(([name]) => name.endsWith(':candidateGroups')) ?? []
  if (typeof group !== 'string' || /[$#{,]/.test(group)) return undefined
  return plainName(group) || undefined
}

/** A shape of ours at the border of a subprocess. */
function emptyNode(element: ModdleElement): ForeignNode {
  return {
    id: '',
    kind: 'pass',
    name: '',
    element,
    lane: undefined,
    isAutomatic: false,
    limit: undefined,
    notes: [],
    outputs: [],
    materials: [],
  }
}

function link(from: string, to: string): ForeignFlow {
  return { id: `${from} ${to}`, from, to, name: '', condition: '', isDefault: false }
}

/** What became of an element. */
export function partOf(element: ModdleElement, outcome: ImportedPart['outcome'], became: string): ImportedPart {
  return { place: textOf(element, 'id'), what: describeElement(element), outcome, became }
}

function endKind(element: ModdleElement, isOuter: boolean): ForeignKind {
  if (!isOuter) return 'pass'
  const ends = elementsOf(element, 'eventDefinitions').some(({ $type }) => /Terminate|Error/.test($type))
  return ends ? 'terminate' : 'end'
}

function flowOf(element: ModdleElement): ForeignFlow {
  const [from] = elementsOf(element, 'sourceRef')
  const [to] = elementsOf(element, 'targetRef')
  const [condition] = elementsOf(element, 'conditionExpression')
  const [usual] = elementsOf(from, 'default')
  return {
    id: textOf(element, 'id'),
    from: textOf(from, 'id'),
    to: textOf(to, 'id'),
    name: plainName(textOf(element, 'name')),
    condition: textOf(condition, 'body').trim(),
    isDefault: usual !== undefined && textOf(usual, 'id') === textOf(element, 'id'),
  }
}

/** What a timer waits for: as we wrote it, or else as it stands there. */
function timerOf(element: ModdleElement): { readonly limit: Duration | undefined; readonly text: string } {
  const [timer] = elementsOf(element, 'eventDefinitions').filter(({ $type }) => $type === 'bpmn:TimerEventDefinition')
  const texts = ['timeDuration', 'timeDate', 'timeCycle'].flatMap((name) =>
    elementsOf(timer, name).map((each) => textOf(each, 'body')),
  )
  const [exact] = extensionsOf(element, 'zw:Limit')
  const unit = textOf(exact, 'unit')
  const amount = textOf(exact, 'amount')
  if (unit === 'workday' && /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(amount)) return { limit: { unit, amount }, text: '' }
  const [first = ''] = texts
  return { limit: readDuration(first), text: plainLine(texts.join(' ')) }
}
