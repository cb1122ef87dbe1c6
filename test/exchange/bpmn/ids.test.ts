import { expect, test } from 'vitest'
import { readBpmn } from '../../../src/exchange/bpmn/read-bpmn.ts'

/** A process as some tools write it. */
async function read(elements: string) {
  const reading = await readBpmn(`<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn" id="d" targetNamespace="t">
<process id="p" name="许可">${elements}</process></definitions>`)
  if (!reading.ok) throw new Error(reading.error.map(({ message }) => message).join())
  const { parts, matter } = reading.value
  const steps = matter.flow.map((item) =>
    item.kind === 'step' ? { name: item.name, role: item.role, when: item.when, after: item.after } : item.kind,
  )
  return { matter, steps, told: parts.map(({ place, what, became }) => `${place}：${what} → ${became}`) }
}

const shapes = (a: string, g: string, b: string, c: string) =>
  `<task id="${a}" name="受理"/><exclusiveGateway id="${g}" name="结论"/><task id="${b}" name="准予"/><task id="${c}" name="不予"/>`
const flow = (id: string, from: string, to: string, name = '') =>
  `<sequenceFlow ${id && `id="${id}"`} name="${name}" sourceRef="${from}" targetRef="${to}"/>`

const when = (option: string) => ({
  kind: 'compare',
  fact: '结论',
  operator: 'eq',
  operand: { kind: 'option', option },
})
const steps = [
  { name: '受理' },
  { name: '准予', when: when('通过') },
  { name: '不予', when: when('不通过'), after: ['受理'] },
]

test('flows without an id are flows all the same', async () => {
  const { steps: found } = await read(
    `${shapes('a', 'g', 'b', 'c')}${flow('', 'a', 'g')}${flow('', 'g', 'b', '通过')}${flow('', 'g', 'c', '不通过')}`,
  )
  expect(found).toEqual(steps)
})

test('ids in Chinese, or of figures, are ids', async () => {
  const { steps: found, told } = await read(
    `<laneSet><lane name="窗口"><flowNodeRef>受理</flowNodeRef></lane></laneSet>${shapes('受理', '3', '4-b', '不予')}${flow('1', '受理', '3')}${flow('2', '3', '4-b', '通过')}${flow('5', '3', '不予', '不通过')}`,
  )
  expect(found).toEqual([{ ...steps[0], role: '窗口' }, ...steps.slice(1)])
  expect(told).toContain('4-b：任务“准予” → 环节“准予”')
})

test('what cannot be read is told', async () => {
  const { told } = await read(`<task id="a" name="受理"/><task id="a" name="决定"/>${flow('f', 'a', 'nowhere')}`)
  expect(told).toEqual([
    'a：任务“受理” → 环节“受理”',
    '第3行：<task> → 编号“a”和前面的重复',
    'f：顺序流连到的“nowhere” → 文件里没有这个编号',
  ])
})

test('a single group of candidates is the role, where there are no lanes', async () => {
  const { steps: found } = await read(
    `<userTask id="a" name="受理" flowable:candidateGroups="窗口"/><userTask id="b" name="审查" flowable:candidateGroups="甲,乙"/><userTask id="c" name="决定" flowable:candidateGroups="${'$'}{lead}"/>${flow('f', 'a', 'b')}${flow('g', 'b', 'c')}`,
  )
  expect(found).toEqual([{ name: '受理', role: '窗口' }, { name: '审查' }, { name: '决定' }])
})

test('a draft from before the standard is told by name', async () => {
  const reading = await readBpmn(
    '<definitions xmlns="http://schema.omg.org/spec/BPMN/2.0"><process id="p"/></definitions>',
  )
  expect(reading).toEqual({
    ok: false,
    error: [
      {
        path: '',
        message: '不是正确的BPMN：最外面不是BPMN 2.0的definitions（http://www.omg.org/spec/BPMN/20100524/MODEL）',
      },
    ],
  })
})
