import { isDeepStrictEqual } from 'node:util'
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBpmn } from '../../../src/exchange/bpmn/read-bpmn.ts'
import { writeBpmn } from '../../../src/exchange/bpmn/write-bpmn.ts'
import type { Step } from '../../../src/model/flow.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { withoutOrigins } from '../../../src/model/write-model-json.ts'
import { arbitraryMatter } from '../../../src/testing/arbitraries/arbitrary-matter.ts'
import { fact, matter, procedure, step, workdays } from '../../graph/matters.ts'
import { fitModel } from '../../support/bpmn-matters.ts'

const subject = fitModel(
  matter({
    name: '占道许可',
    facts: [fact('甲')],
    flow: [
      step('受理', 1, { role: '窗口' }),
      step('勘验', 2, { role: '市政科', when: { kind: 'fact', fact: '甲' } }),
      step('审查', 3, { role: '市政科' }),
      step('决定', 4, { role: '局长' }),
    ],
    specialProcedures: [procedure('听证', 20, { step: '审查', where: 'after' })],
    supplements: [
      { name: '补正', step: '受理', supplementLimit: workdays(5), overdue: 'terminate', sources: [], notes: [] },
    ],
  }),
)

async function read(xml: string) {
  const reading = await readBpmn(xml)
  if (!reading.ok) throw new Error(reading.error.map(({ message }) => message).join())
  const { parts, matter: found } = reading.value
  return { matter: found, told: parts.map(({ what, became }) => `${what} → ${became}`) }
}

/** As a person takes a shape away in an editor: what leads to it and from it goes with it. */
async function remove(xml: string, id: string): Promise<string> {
  const moddle = new BpmnModdle()
  const { rootElement } = await moddle.fromXML(xml)
  const [course] = listed(rootElement, 'rootElements').filter((root) => root.get?.('id') === 'Process_matter')
  const isOf = (element: ModdleElement) =>
    element.get?.('id') === id ||
    ['sourceRef', 'targetRef', 'attachedToRef'].some((end) => listed(element, end)[0]?.get?.('id') === id)
  course?.set?.(
    'flowElements',
    listed(course, 'flowElements').filter((element) => !isOf(element)),
  )
  for (const set of listed(course, 'laneSets')) {
    for (const lane of listed(set, 'lanes'))
      lane.set?.(
        'flowNodeRef',
        listed(lane, 'flowNodeRef').filter((element) => !isOf(element)),
      )
  }
  return (await moddle.toXML(rootElement)).xml
}

function listed(element: ModdleElement | undefined, name: string): readonly ModdleElement[] {
  const value: unknown = element?.get?.(name)
  return (Array.isArray(value) ? value : [value]).filter((each) => each !== undefined)
}

/** What the picture does not say of each step: who does it, how long it takes, and whatever else. */
function kept({ flow }: Matter): ReadonlyMap<string, unknown> {
  const steps = flow.filter((item): item is Step => item.kind === 'step')
  return new Map(
    steps.map((each) => {
      const { after: _after, when: _when, mandatoryAfter: _must, terminates: _ends, collects: _asked, ...rest } = each
      return [each.name, rest]
    }),
  )
}

describe('a shape that was taken away', () => {
  test('takes its own part with it, and nobody else’s', async () => {
    const { matter: found, told } = await read(await remove(await writeBpmn(subject), 'Step_1'))
    const before = kept(subject)
    expect([...kept(found)]).toEqual(['受理', '审查', '决定'].map((name) => [name, before.get(name)]))
    expect(found.specialProcedures).toEqual(withoutOrigins(subject).specialProcedures)
    expect(told).toContain('原来的“勘验” → 图里删去了')
  })

  test('whichever it was, of any matter', async () => {
    let asked = 0
    await fc.assert(
      fc.asyncProperty(arbitraryMatter, fc.nat(), async ({ matter: made }, turn) => {
        const xml = await writeBpmn(made, { diagram: false })
        const ids = [...xml.matchAll(/<bpmn:(?:userTask|serviceTask) id="(Step_\d+)" name="([^"]*)"/g)]
        fc.pre(ids.length > 1)
        const [, id = '', name = ''] = ids[turn % ids.length] ?? []
        const { matter: found, told } = await read(await remove(xml, id))
        const before = kept(withoutOrigins(made))
        for (const [each, rest] of kept(found)) expect(rest).toEqual(before.get(each))
        expect(kept(found).has(name)).toBe(false)
        expect(told).toContain(`原来的“${name}” → 图里删去了`)
        asked++
      }),
      { numRuns: 200 },
    )
    expect(asked).toBe(200)
  })

  test('a shape that lost what it carried is read by the picture, its timer too', async () => {
    const xml = (await writeBpmn(subject)).replace(/<zw:part list="flow" index="2"[\s\S]*?<\/zw:part>/, '')
    const { matter: found, told } = await read(xml)
    expect(kept(found).get('决定')).toEqual(kept(subject).get('决定'))
    expect(kept(found).get('审查')).toMatchObject({ role: '市政科', limits: [{ limit: workdays(3) }] })
    expect(told).toContain('原来的“审查” → 图里的没有带着它的时限、依据这些，只照图读')
  })

  test('a copy keeps what its original carries', async () => {
    const xml = await writeBpmn(subject)
    const [, task = ''] = /(<bpmn:userTask id="Step_2"[\s\S]*?<\/bpmn:userTask>)/.exec(xml) ?? []
    const copy = task
      .replace('id="Step_2" name="审查"', 'id="Activity_1" name="复核"')
      .replace(/<bpmn:(?:incoming|outgoing)>\w+<\/bpmn:\w+>/g, '')
    const flow = '<bpmn:sequenceFlow id="Flow_x" sourceRef="Step_0" targetRef="Activity_1"/>'
    const { matter: found } = await read(xml.replace('</bpmn:process>', `${copy}${flow}</bpmn:process>`))
    expect(kept(found).get('审查')).toEqual(kept(subject).get('审查'))
    expect(kept(found).get('复核')).toMatchObject({ limits: [{ limit: workdays(3) }], role: '市政科' })
  })
})

describe('what a picture was given besides', () => {
  async function changed(from: RegExp | string, to: string) {
    const xml = await writeBpmn(subject)
    expect(xml.replace(from, to)).not.toBe(xml)
    const { matter: found, told } = await read(xml.replace(from, to))
    return { matter: found, told, isSame: isDeepStrictEqual(found, withoutOrigins(subject)) }
  }

  test('a name left out, or that another has, is told', async () => {
    expect(await changed('id="Step_2" name="审查"', 'id="Step_2" name=" "')).toMatchObject({
      isSame: true,
      told: ['图里的名称空着 → 仍叫“审查”'],
    })
    expect(await changed('id="Step_2" name="审查"', 'id="Step_2" name="决定"')).toMatchObject({
      isSame: true,
      told: ['图里的名称“决定” → 已经有叫这个名称的，仍叫“审查”'],
    })
  })

  test('the pool is the matter', async () => {
    const { matter: found, told } = await changed(
      '<bpmn:participant id="Participant_agency" name="占道许可"',
      '<bpmn:participant id="Participant_agency" name="占用道路许可"',
    )
    expect(found.name).toBe('占用道路许可')
    expect(told).toEqual(['图里的名称“占用道路许可” → 事项改名为“占用道路许可”'])
  })

  test('a timer changes no limit, and that is told', async () => {
    expect(await changed('>P5D<', '>P1D<')).toMatchObject({
      isSame: true,
      told: ['“审查”的定时器P1D → 时限没有改，请在事项里改'],
    })
  })

  test('annotations and new lines about a task are 说明', async () => {
    const note =
      '<bpmn:textAnnotation id="Note_1"><bpmn:text>雨天不勘验</bpmn:text></bpmn:textAnnotation></bpmn:process>'
    const { matter: found, told } = await changed('</bpmn:process>', note)
    expect(found.notes).toEqual(['雨天不勘验'])
    expect(told).toEqual(['注释“雨天不勘验” → 事项的说明'])
    const task = /(<bpmn:userTask id="Step_2"[^>]*>)/
    const described = await changed(task, '$1<bpmn:documentation>要拍照</bpmn:documentation>')
    expect(described.matter.flow[2]).toMatchObject({ name: '审查', notes: ['要拍照'] })
    expect(described.told).toEqual(['图里写的“要拍照” → “审查”的说明'])
  })

  test('where the flow was changed too they are not lost', async () => {
    const note =
      '<bpmn:textAnnotation id="Note_1"><bpmn:text>雨天不勘验</bpmn:text></bpmn:textAnnotation></bpmn:process>'
    const { matter: found } = await changed('</bpmn:process>', `<bpmn:task id="T" name="公示"/>${note}`)
    expect(found.notes).toEqual(['雨天不勘验'])
  })

  test('the words at a flow change no condition, and that is told', async () => {
    const { isSame, told } = await changed(/(<bpmn:sequenceFlow id="\w+" name=)"不要"/, '$1"不用勘验"')
    expect({ isSame, told }).toEqual({ isSame: true, told: ['连线上写的“不用勘验” → 条件没有改，请在事项里改'] })
  })
})
