import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { printMatters } from '../../../src/compile/print/matter.ts'
import { readBack } from '../../../src/compile/print/read-back.ts'
import { readBpmn } from '../../../src/exchange/bpmn/read-bpmn.ts'

const TYPES = [
  'task',
  'userTask',
  'serviceTask',
  'callActivity',
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'eventBasedGateway',
  'intermediateCatchEvent',
  'startEvent',
  'endEvent',
  'subProcess',
]

const NAMES = [
  '受理',
  '审查',
  '审查',
  '是否齐全？',
  '',
  ' 一\n二 ',
  '。',
  '】【',
  'A、B，C',
  '情形',
  '1.5',
  '否则',
  '“引”',
  '且或非',
  '转 决定',
  '\u200b',
]
const LABELS = ['', '是', '否', '同意', '不同意；', '【甲】', '150以上']
/** An expression as Camunda 7 writes it. */
const camunda = (expression: string) => ['$', '{', expression, '}'].join('')
const CONDITIONS = [
  '',
  '',
  camunda('a > 1'),
  '=b',
  'not(b)',
  'a = 3',
  'a = "x"',
  '#{c.d()}',
  '甲 且 乙',
  camunda('a >= 1 && b'),
]

interface Picture {
  readonly nodes: readonly {
    readonly type: string
    readonly name: string
    readonly parent: number
    readonly lane: number
  }[]
  readonly flows: readonly {
    readonly from: number
    readonly to: number
    readonly label: string
    readonly condition: string
    readonly isDefault: boolean
  }[]
}

/** Any picture: circles, islands, gateways in odd places, names that are none. */
const anyPicture: fc.Arbitrary<Picture> = fc.record({
  nodes: fc.array(
    fc.record({
      type: fc.constantFrom(...TYPES),
      name: fc.constantFrom(...NAMES),
      parent: fc.nat({ max: 30 }),
      lane: fc.nat({ max: 3 }),
    }),
    { minLength: 1, maxLength: 14 },
  ),
  flows: fc.array(
    fc.record({
      from: fc.nat({ max: 13 }),
      to: fc.nat({ max: 13 }),
      label: fc.constantFrom(...LABELS),
      condition: fc.constantFrom(...CONDITIONS),
      isDefault: fc.boolean(),
    }),
    { maxLength: 24 },
  ),
})

function escaped(text: string): string {
  return text.replace(/[&<>"\n]/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

function draw({ nodes, flows }: Picture): string {
  // A subprocess may hold what comes after it.
  const parents = nodes.map(({ parent }, index) =>
    parent < index && nodes[parent]?.type === 'subProcess' ? parent : -1,
  )
  const usual = new Map(flows.flatMap(({ from, isDefault }, index) => (isDefault ? [[from, index]] : [])))
  const element = (index: number): string => {
    const node = nodes[index]
    if (node === undefined) return ''
    const by = usual.get(index)
    const ids = `id="n${index}" name="${escaped(node.name)}"${by === undefined || !/Gateway|ask/.test(node.type) ? '' : ` default="f${by}"`}`
    return `<${node.type} ${ids}>${inside(index)}</${node.type}>`
  }
  const inside = (parent: number): string =>
    nodes.map((_, index) => (parents[index] === parent ? element(index) : '')).join('')
  const lanes = [1, 2].map(
    (lane) =>
      `<lane id="l${lane}" name="科室${lane}">${nodes.map((node, index) => (node.lane === lane ? `<flowNodeRef>n${index}</flowNodeRef>` : '')).join('')}</lane>`,
  )
  const lines = flows.map(({ from, to, label, condition }, index) => {
    const body = condition === '' ? '' : `<conditionExpression>${escaped(condition)}</conditionExpression>`
    return `<sequenceFlow id="f${index}" name="${escaped(label)}" sourceRef="n${from}" targetRef="n${to}">${body}</sequenceFlow>`
  })
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p" name="示例">
<laneSet id="s">${lanes.join('')}</laneSet>${inside(-1)}${lines.join('')}</process></definitions>`
}

test('any picture becomes a matter that a file can hold, without an error in it', async () => {
  await fc.assert(
    fc.asyncProperty(anyPicture, async (picture) => {
      const read = await readBpmn(draw(picture))
      expect(read.ok).toBe(true)
      if (!read.ok) return
      const { matter, parts } = read.value
      expect(readBack(matter, 'a.zw').lost).toEqual([])
      const { diagnostics } = compile([{ uri: 'a.zw', text: printMatters([matter]) }])
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      const places = new Set(parts.map(({ place }) => place))
      expect(picture.nodes.flatMap((_, index) => (places.has(`n${index}`) ? [] : [index]))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
