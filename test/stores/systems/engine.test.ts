import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '../../../src/engine/event.ts'
import type { ServicePort } from '../../../src/runner/services.ts'
import { engineAt } from '../../runner/engine-at.ts'
import { compileLicence, define, moment, STORY, tell } from '../../support/engine/licence.ts'
import { SHARED_STORES } from './places.ts'

const registry: ServicePort = async ({ data }) => ({
  outcome: 'done',
  materials: [{ name: String(data['material']) }],
})
/** The story without the answer that the registry gives. */
const [submitted, , ...rest] = STORY

describe.each(SHARED_STORES)('engines that share $name', ({ newPlace }) => {
  test('handle the same cases together: each command, answer and event once', async () => {
    const store = await newPlace()
    const engines = await Promise.all([0, 1, 2].map(() => engineAt({ store, services: { dataSharing: registry } })))
    const heard = new Map<string, CaseEvent[]>()
    for (const engine of engines) {
      engine.subscribe('archive', ({ key, event }) => {
        heard.set(key.caseId, [...(heard.get(key.caseId) ?? []), event])
      })
    }
    const ids = Array.from({ length: 8 }, (_, index) => `case-${index}`)
    for (const [step, told] of [submitted, ...rest].entries()) {
      if (told === undefined) continue
      const [when, by, command] = told
      for (const engine of engines) engine.setClock(when)
      const answers = await Promise.all(
        ids.flatMap((caseId) =>
          engines.map((engine) =>
            engine.dispatch({ caseId, matter: '餐饮许可', by, command, idempotencyKey: `${caseId}/${step}` }),
          ),
        ),
      )
      expect(answers.map(({ kind }) => kind)).toEqual(answers.map(() => 'done'))
      expect(answers.filter((answer) => answer.kind === 'done' && !answer.repeated)).toHaveLength(ids.length)
      await Promise.all(engines.map((engine) => engine.deliver()))
    }
    const whole = tell(define(compileLicence()), STORY).events.map(({ kind }) => kind)
    for (const caseId of ids) {
      const read = await engines[0]?.read(caseId)
      if (read?.ok !== true) throw new Error(read?.error.message)
      const events = read.value.history.map(({ event }) => event)
      expect(events.map(({ kind }) => kind)).toEqual(whole)
      expect(heard.get(caseId)).toEqual(events)
    }
    for (const engine of engines) {
      expect(engine.troubles).toEqual([])
      await engine.stop()
    }
  })

  test('wake each due case once', async () => {
    const store = await newPlace()
    const engines = await Promise.all([0, 1].map(() => engineAt({ store })))
    for (let id = 0; id < 250; id++) await engines[id % 2]?.tell(`case-${id}`, STORY.slice(0, 1))
    const runs = await Promise.all(engines.map((engine) => engine.runDue(moment('2026-09-29 08:00'))))
    expect(runs.reduce((sum, { ticked }) => sum + ticked, 0)).toBe(250)
    expect(runs.flatMap(({ broken }) => broken)).toEqual([])
    const versions = (await engines[0]?.list({ limit: 1_000 }))?.map(({ version }) => version)
    expect(versions).toEqual(versions?.map(() => 4))
    for (const engine of engines) await engine.stop()
  })
})
