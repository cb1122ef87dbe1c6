import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { accountForBundle } from '../../src/analysis/bundle/account-for-bundle.ts'
import type { SelectionMeasure } from '../../src/analysis/bundle/measure-bundle.ts'
import { printRational } from '../../src/base/rational.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { parseCivilDate, printCivilDate } from '../../src/calendar/civil-date.ts'
import { civilDayAt } from '../../src/calendar/instant.ts'
import { NOTICES } from '../../src/calendar/notices.ts'
import { addWorkdays } from '../../src/calendar/workdays.ts'
import { compile } from '../../src/compile/compile.ts'
import { prepareDefinition } from '../../src/engine/flow/definition.ts'
import type { FactRecord } from '../../src/engine/parts.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Facts, FactValue } from '../../src/graph/fact-value.ts'
import { openEngine } from '../../src/runner/open-engine.ts'
import { likelyActor } from '../../src/testing/arbitraries/likely-command.ts'
import { moment } from '../support/engine/licence.ts'

const START = '2026-11-23'
const calendar = createCalendar({ notices: NOTICES })

/** The bundles whose steps all take whole working days, so that a case can be carried along by the calendar. */
const BUNDLES = ['after-death', 'close-company', 'newborn', 'restaurant-sichuan', 'veteran']

function open(folder: string) {
  const root = fileURLToPath(new URL(`../../examples/bundles/${folder}/`, import.meta.url))
  const files = readdirSync(root).filter((name) => name.endsWith('.zw'))
  const sources = files.map((uri) => ({ uri, text: readFileSync(`${root}${uri}`, 'utf8') }))
  const [found] = compile(sources, { asOf: START }).bundles.values()
  if (found === undefined) throw new Error(folder)
  return { bundle: found.bundle, matters: new Map([...found.components].map(([name, { matter }]) => [name, matter])) }
}

function factsOf({ situation }: SelectionMeasure): Facts {
  const parts = situation?.parts ?? []
  return new Map(
    parts.flatMap((part) =>
      part.kind === 'value' && part.value !== undefined ? [[part.fact, part.value] as const] : [],
    ),
  )
}

/** Carries one case along: every step is done on the day on which the schedule has it end. */
async function carry(folder: string, known: Facts) {
  const { bundle, matters } = open(folder)
  const account = accountForBundle(bundle, matters, { facts: known, start: { date: START, calendar }, asOf: START })
  const { matter } = account.bundled
  const ends = new Map(account.steps.map(({ name, endsOn }) => [name, endsOn]))
  const no: FactValue = { kind: 'boolean', value: false }
  const facts: FactRecord = Object.fromEntries(matter.facts.map(({ name }) => [name, known.get(name) ?? no]))
  const day = parseCivilDate(START)
  if (!day.ok) throw new Error(START)
  let today = day.value
  const engine = await openEngine({
    store: 'memory:',
    definitions: [{ matter, graph: buildGraph(matter).graph }],
    calendar,
    now: () => moment(`${printCivilDate(today)} 09:00`),
    pollEvery: false,
  })
  const read = async () => {
    const view = await engine.read('case-1')
    if (!view.ok) throw new Error(view.error.message)
    return view.value
  }
  const submit = {
    kind: 'submit' as const,
    facts,
    materials: matter.materials.map(({ name }) => ({ name })),
  }
  const submitted = await engine.dispatch({
    caseId: 'case-1',
    matter: matter.name,
    by: { kind: 'applicant', id: 'applicant-1', roles: [] },
    command: submit,
  })
  if (submitted.kind === 'refused') throw new Error(submitted.refusal.message)
  for (let turn = 0; turn < 200; turn++) {
    const view = await read()
    if (view.state.status === 'ended') break
    const ready = view.enabled.find(
      ({ command, step, waitsFor }) =>
        (command === 'accept' || command === 'completeStep') &&
        waitsFor === undefined &&
        step !== undefined &&
        (ends.get(step) ?? '') <= printCivilDate(today),
    )
    if (ready?.step === undefined) {
      today = addWorkdays(calendar, today, 1) ?? today
      continue
    }
    const by = likelyActor(ready, { definition: view.definition, state: view.state, facts, turn: 6 })
    const kind = ready.command === 'accept' ? 'accept' : 'completeStep'
    const answer = await engine.dispatch({ caseId: 'case-1', by, command: { kind, step: ready.step } })
    if (answer.kind === 'refused') throw new Error(`${ready.step}：${answer.refusal.message}`)
  }
  const { state, history, clocks } = await read()
  const done = new Map(
    history.flatMap(({ event }) =>
      event.kind === 'stepCompleted' ? [[event.step, printCivilDate(civilDayAt(event.at))] as const] : [],
    ),
  )
  await engine.stop()
  return { account, state, clocks, ends, done, endedOn: printCivilDate(today) }
}

describe.each(BUNDLES)('one case of %s', (folder) => {
  const { bundle, matters } = open(folder)
  const { selections } = accountForBundle(bundle, matters, { asOf: START })

  test.each(selections.map((each) => [each.components.length, each] as const))(
    'goes with %i components through the runner to its end, each step on the day of the schedule',
    async (_, selection) => {
      const { account, state, ends, done, endedOn } = await carry(folder, factsOf(selection))
      expect(account.chosen?.components).toEqual(selection.components)
      expect(state.status).toBe('ended')
      expect(done).toEqual(ends)
      // The measured path is what the case takes on the calendar.
      const first = parseCivilDate(START)
      const workdays = account.chosen?.path?.workdays
      const last =
        first.ok && workdays?.den === 1n ? addWorkdays(calendar, first.value, Number(workdays.num)) : undefined
      expect([endedOn, workdays && printRational(workdays)]).toEqual([last && printCivilDate(last), expect.any(String)])
      // It comes with the results of its components, of no others.
      const results = selection.components.flatMap(
        (name) => matters.get(name)?.outputs.map((output) => output.name) ?? [],
      )
      expect(state.outputs.map((name) => name.slice(name.indexOf('·') + 1)).sort()).toEqual(results.sort())
    },
  )

  test('can carry cases: the engine finds no fault with it', () => {
    const { bundled } = accountForBundle(bundle, matters)
    const prepared = prepareDefinition({ matter: bundled.matter, graph: buildGraph(bundled.matter).graph })
    expect(prepared.ok ? [] : prepared.error).toEqual([])
  })
})
