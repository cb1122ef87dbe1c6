import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, keyed, pdf, signIn } from './http.ts'
import { type OpenPortal, openPortal } from './open-portal.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())

interface Field {
  readonly id: string
  readonly widget: string
  readonly options: readonly string[]
}

/** Some answer that fits. */
function answerFor({ widget, options }: Field) {
  if (widget === 'yesNo') return true
  return widget === 'number' ? 12 : (options[0] ?? '2026-09-01')
}

async function apply(ask: Ask, service: string): Promise<string> {
  let { told } = await ask('POST', '/drafts', { service })
  const { id } = told
  while (told.next !== null) {
    const field = told.fields.find((each: Field) => each.id === told.next.id)
    ;({ told } = await ask('PUT', `/drafts/${id}/answers`, { id: field.id, value: answerFor(field) }))
  }
  for (const { name } of told.materials.flatMap((group: { members: readonly object[] }) => group.members)) {
    await ask('PUT', `/drafts/${id}/files/${encodeURIComponent(name)}`, pdf(name))
  }
  expect(await ask('POST', `/drafts/${id}/submit`, undefined, keyed(id))).toMatchObject({ status: 201 })
  return id
}

test.each(['nurse', 'food', 'id-card', 'disability', 'newborn', 'restaurant'])(
  '%s: from the application to the end by what the desk offers',
  async (service) => {
    const applicant = await signIn(portal.url, 'applicant-1')
    const id = await apply(applicant, service)
    const desk = await signIn(portal.url, 'staff-1')
    await expect
      .poll(async () =>
        (await desk('GET', `/desk/${id}`)).told.timeline.map(({ words }: { words: string }) => words).join(),
      )
      .not.toMatch(/请求[^,]*$/)
    let { told: shown } = await desk('GET', `/desk/${id}`)
    for (let round = 0; shown.status !== 'ended'; round++) {
      expect(round).toBeLessThan(30)
      const action = shown.actions.find(({ kind }: { kind: string }) => kind === 'accept' || kind === 'completeStep')
      expect(action, JSON.stringify(shown.next)).toBeDefined()
      const { kind, step, fields, judgements } = action
      const facts = Object.fromEntries(fields.map((field: Field) => [field.id, answerFor(field)]))
      const judged = Object.fromEntries(judgements.map(({ condition }: { condition: string }) => [condition, true]))
      const command = {
        kind,
        step,
        ...(fields.length > 0 && { facts }),
        ...(judgements.length > 0 && { judgements: judged }),
      }
      const done = await desk('POST', `/desk/${id}/commands`, command, keyed(`${id}-${round}`, shown.version))
      expect(done, JSON.stringify(command)).toMatchObject({ status: 200 })
      shown = done.told
    }
    const { told } = await applicant('GET', `/cases/${id}`)
    expect(told).toMatchObject({ ending: 'closed', statusWords: '已经办结' })
    expect(told.outputs.length).toBeGreaterThan(0)
    expect(told.steps.filter(({ standing }: { standing: string }) => standing !== 'done')).toEqual([])
    const flow = await fetch(`${portal.url}/api/services/${service}/flow?size=narrow`)
    expect(await flow.text()).toContain('<svg')
    const guide = await fetch(`${portal.url}/api/services/${service}/guide`)
    expect(await guide.text()).toContain('办事指南')
  },
)
