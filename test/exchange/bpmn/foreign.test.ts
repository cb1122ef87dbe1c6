import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { printMatters } from '../../../src/compile/print/matter.ts'
import { readBack } from '../../../src/compile/print/read-back.ts'
import { type BpmnReading, readBpmn } from '../../../src/exchange/bpmn/read-bpmn.ts'
import { writeBpmn } from '../../../src/exchange/bpmn/write-bpmn.ts'
import type { ImportOutcome } from '../../../src/exchange/import-report.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { runFlow } from '../../../src/graph/run-flow.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { ALL_SITUATIONS, anyMatter, toFacts } from '../../graph/arbitraries.ts'
import { fact, matter, step, workdays } from '../../graph/matters.ts'
import { anyBpmnMatter, fitModel } from '../../support/bpmn-matters.ts'
import { expectGolden } from '../../support/golden.ts'

/** An expression as Camunda 7 writes it. */
function camunda(expression: string): string {
  return ['$', '{', expression, '}'].join('')
}

const folder = join(import.meta.dirname, 'foreign')

async function reading(xml: string): Promise<BpmnReading> {
  const read = await readBpmn(xml)
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join())
  return read.value
}

/** A process around some elements. */
function around(elements: string): string {
  return `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
<process id="p" name="示例">${elements}</process></definitions>`
}

const flow = (from: string, to: string, more = '') =>
  `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" ${more.startsWith('<') ? `>${more}</sequenceFlow>` : `${more}/>`}`

const condition = (text: string) =>
  `<conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="tFormalExpression"><![CDATA[${text}]]></conditionExpression>`

describe('a picture from Camunda Modeler', () => {
  const xml = readFileSync(join(folder, 'camunda.bpmn'), 'utf8')

  test('becomes a matter, each element accounted for', async () => {
    const { matter: read, parts } = await reading(xml)
    const words: Readonly<Record<ImportOutcome, string>> = {
      structured: '对应',
      manual: '人工',
      note: '说明',
      omitted: '不用',
    }
    const lines = parts.map(({ place, what, outcome, became }) => `${words[outcome]} ${place} ${what} → ${became}`)
    expectGolden(join(folder, 'camunda.golden.zw'), printMatters([read]))
    expectGolden(join(folder, 'camunda.golden.txt'), `${lines.join('\n')}\n`)
    expect(readBack(read, 'a.zw').lost).toEqual([])
  })

  test('leaves out no element that has an id, but flows that need no word of their own', async () => {
    const { parts } = await reading(xml)
    const places = new Set(parts.map(({ place }) => place))
    const elements = [...xml.matchAll(/<bpmn:(\w+) id="(\w+)"/g)].filter(
      ([, type = '']) =>
        !/[Ff]low$|Association$|EventDefinition$|^(?:collaboration|process|lane|laneSet|dataObject)$/.test(type),
    )
    const untold = elements.map(([, , id = '']) => id).filter((id) => !places.has(id) && id !== 'Participant_1')
    expect(elements.length).toBeGreaterThan(20)
    expect(untold).toEqual([])
  })
})

describe('conditions of others', () => {
  const gateway = (text: string) =>
    around(`<startEvent id="s"/><task id="a" name="审查"/><exclusiveGateway id="g" name="结论" default="g_m"/><task id="b" name="核查"/><task id="m" name="决定"/>
${flow('s', 'a')}${flow('a', 'g')}${flow('g', 'b', condition(text))}${flow('g', 'm')}${flow('b', 'm')}`)

  test.each([
    [camunda('area >= 150'), '【area】不低于 150'],
    ['=amount > 100.50', '【amount】超过 100.5'],
    [camunda('approved'), '【approved】'],
    ['!approved', '非【approved】'],
    ['not(approved)', '非【approved】'],
    ['approved == true && area < 50', '【approved】 且 【area】低于 50'],
    ['kind = "新设"', '【kind】为 新设'],
    ['#{bean.check(execution)}', '【结论】为 去核查'],
  ])('%s', async (text, words) => {
    const { matter: read } = await reading(gateway(text))
    const printed = printMatters([read])
    expect(/环节：核查\n +当：(.*)\n/.exec(printed)?.[1]).toBe(words)
    expect(
      compile([{ uri: 'a.zw', text: printed }]).diagnostics.filter(({ severity }) => severity === 'error'),
    ).toEqual([])
  })

  test('what parts at a gateway and meets again asks nothing more', async () => {
    const { matter: read } = await reading(gateway(camunda('area >= 150')))
    const last = read.flow.find((item) => item.kind === 'step' && item.name === '决定')
    expect(last).not.toHaveProperty('when')
    expect(last).not.toHaveProperty('after')
  })

  test('an inclusive gateway asks for each way by itself', async () => {
    const xml =
      around(`<task id="a" name="受理"/><inclusiveGateway id="g" name="要征求谁的意见"/><task id="b" name="征求环保意见"/><task id="c" name="征求消防意见"/>
${flow('a', 'g')}${flow('g', 'b', 'name="环保"')}${flow('g', 'c', 'name="消防"')}`)
    const { matter: read } = await reading(xml)
    expect(read.facts.map(({ name, type }) => [name, type])).toEqual([
      ['要征求谁的意见：环保', 'boolean'],
      ['要征求谁的意见：消防', 'boolean'],
    ])
    expect(read.flow[0]).toMatchObject({ collects: ['要征求谁的意见：环保', '要征求谁的意见：消防'] })
  })
})

describe('our own picture, changed in another tool', () => {
  const subject = fitModel(
    matter({
      facts: [fact('甲')],
      flow: [
        step('受理', 1, { role: '窗口' }),
        step('核查', 2, { when: { kind: 'fact', fact: '甲' }, role: '核查岗' }),
        step('决定', 1, { role: '负责人', after: ['受理', '核查'], outputs: ['证'] }),
      ],
      outputs: [{ name: '证', forms: [], sources: [], notes: [] }],
      supplements: [{ name: '补正', supplementLimit: workdays(5), overdue: 'terminate', sources: [], notes: [] }],
    }),
  )

  test('a new name is that of the step, wherever it is spoken of', async () => {
    const xml = (await writeBpmn(subject)).replace(/(<bpmn:userTask id="Step_1" name=)"核查"/, '$1"现场勘验"')
    const { matter: read, parts } = await reading(xml)
    expect(read.flow.map((item) => item.kind === 'step' && [item.name, item.after])).toEqual([
      ['受理', undefined],
      ['现场勘验', undefined],
      ['决定', ['受理', '现场勘验']],
    ])
    expect(parts.map(({ became }) => became)).toEqual(['“核查”改名为“现场勘验”，提到它的地方一起改'])
  })

  test('another lane is another role', async () => {
    const xml = (await writeBpmn(subject)).replace('name="核查岗"', 'name="第三方机构"')
    const { matter: read, parts } = await reading(xml)
    expect(read.flow[1]).toMatchObject({ name: '核查', role: '第三方机构' })
    expect(parts.map(({ became }) => became)).toEqual(['“核查”的角色'])
  })

  test('a new task is a new step; the others keep what the picture does not say', async () => {
    const written = await writeBpmn(subject)
    const xml = written
      .replace(/(<bpmn:sequenceFlow id="\w+" sourceRef="Step_2") targetRef="(\w+)"/, '$1 targetRef="Task_new"')
      .replace(
        '</bpmn:process>',
        '<bpmn:userTask id="Task_new" name="公示"/><bpmn:endEvent id="End_new"/><bpmn:sequenceFlow id="Flow_new" sourceRef="Task_new" targetRef="End_new"/></bpmn:process>',
      )
    const { matter: read } = await reading(xml)
    expect(read.flow.map((item) => item.kind === 'step' && item.name)).toEqual(['受理', '核查', '决定', '公示'])
    expect(read.flow[1]).toMatchObject({ when: { kind: 'fact', fact: '甲' }, limits: [{ limit: workdays(2) }] })
    expect(read).toMatchObject({ supplements: subject.supplements, outputs: subject.outputs, facts: subject.facts })
  })

  test('read by its picture alone, any flow does the same steps', async () => {
    await fc.assert(
      fc.asyncProperty(anyMatter, fc.constantFrom(...ALL_SITUATIONS), async (drawn, plain) => {
        const original = fitModel(drawn)
        const xml = await writeBpmn(original, { diagram: false })
        // One more gateway on the first flow: nothing is done otherwise, but the picture is not ours any more.
        const steps = original.flow.filter(({ kind }) => kind === 'step')
        // What can never be done is not in the picture, and so gone with it.
        const drawnParts = steps.length + original.specialProcedures.length
        fc.pre(drawnParts === [...xml.matchAll(/<bpmn:(?:userTask id="Step|subProcess id="Procedure)_/g)].length)
        const first = /<bpmn:sequenceFlow id="(\w+)" sourceRef="Start" targetRef="(\w+)" \/>/.exec(xml)
        fc.pre(first !== null && !/End/.test(first[2] ?? ''))
        const changed = xml.replace(
          first?.[0] ?? '',
          `<bpmn:sequenceFlow id="N1" sourceRef="Start" targetRef="New"/><bpmn:exclusiveGateway id="New"/><bpmn:sequenceFlow id="N2" sourceRef="New" targetRef="${first?.[2]}"/>`,
        )
        const { matter: read, parts } = await reading(changed)
        expect(parts.length).toBeGreaterThan(0)
        expect(stepsRun(read, plain)).toEqual(stepsRun(original, plain))
      }),
      { numRuns: 500 },
    )
  })

  function stepsRun(subject: Matter, plain: (typeof ALL_SITUATIONS)[number]): readonly string[] {
    const { graph } = buildGraph(subject)
    const { outcomes } = runFlow(graph, toFacts(plain))
    return graph.nodes
      .flatMap(({ name, kind }, id) => (outcomes[id] === 'run' && kind !== 'choice' ? [name] : []))
      .toSorted()
  }
})

describe('what is no BPMN', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 20 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i === 0 ? '' : i};`.repeat(10)}">`).join('')}]><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p" name="&lol20;"/></definitions>`

  test.each([
    ['nothing', '', '不是正确的BPMN'],
    ['plain text', '事项：取水许可', '不是正确的BPMN'],
    ['another language', '<html><body/></html>', '不是'],
    ['a torn document', around('<task id="a"/>').slice(0, -30), '不是正确的BPMN'],
    [
      'no process',
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"/>',
      '里面没有流程',
    ],
    ['too deep', around('<subProcess id="s">'.repeat(100_000)), '嵌套超过'],
    ['too long', ' '.repeat(10_000_001), '不读'],
    ['elements without end', around('<task/>'.repeat(300_000)), '元素超过20万个'],
    ['more tasks than anybody draws', around('<task/>'.repeat(6000)), '超过5000个的流程不读'],
  ])('%s is told', async (_, xml, message) => {
    const read = await readBpmn(xml)
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.error[0]?.message).toContain(message)
  })

  test('many elements side by side are not deep, whatever stands in quotes, comments and texts', async () => {
    const tasks = Array.from(
      { length: 500 },
      (_, index) =>
        `<task id="t${index}" name="a > b"/><!-- <task> --><task id="u${index}"><documentation><![CDATA[<x>]]></documentation></task>`,
    )
    expect((await reading(around(tasks.join('')))).matter.flow.length).toBeGreaterThan(1000)
  })

  test('entities that multiply are not expanded', async () => {
    const { matter: read } = await reading(laughs)
    expect(read.name.length).toBeLessThan(100)
  })

  test('a model that was spoilt is told', async () => {
    const xml = await writeBpmn(fitModel(matter({ flow: [step('受理')] })), { diagram: false })
    const spoilt = await readBpmn(
      xml
        .replace('"kind":"step"', '"kind":"stop"')
        .replace('&#34;kind&#34;:&#34;step&#34;', '&#34;kind&#34;:&#34;stop&#34;'),
    )
    expect(spoilt.ok).toBe(false)
    const torn = await readBpmn(xml.replace(/(<zw:matter[^>]*>)[\s\S]*?(<\/zw:matter>)/, '$1{"kind"$2'))
    expect(torn).toEqual({ ok: false, error: [{ path: '', message: '流程里的 zw:matter 不是完整的JSON' }] })
  })

  test('nothing makes it throw', async () => {
    const samples = await Promise.all(fc.sample(anyBpmnMatter, 20).map((each) => writeBpmn(each, { diagram: false })))
    const foreign = readFileSync(join(folder, 'camunda.bpmn'), 'utf8')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples, foreign),
        fc.array(
          fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 60 }), fc.string({ maxLength: 8 })),
          { minLength: 1, maxLength: 4 },
        ),
        async (xml, cuts) => {
          const text = cuts.reduce((sum, [at, length, put]) => {
            const place = Math.floor(at * sum.length)
            return sum.slice(0, place) + put + sum.slice(place + length)
          }, xml)
          const read = await readBpmn(text)
          if (!read.ok) expect(read.error.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 500 },
    )
  })
})
