import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { findMissing } from '../../../src/engine/check-materials.ts'
import { decide } from '../../../src/engine/decide.ts'
import { type CaseDefinition, prepareDefinition } from '../../../src/engine/flow/definition.ts'
import { newCase } from '../../../src/engine/new-case.ts'
import { applicationSchema } from '../../../src/exchange/json-schema/application-schema.ts'
import type { FormAnswers } from '../../../src/exchange/json-schema/form.ts'
import { formFor } from '../../../src/exchange/json-schema/form-for.ts'
import { formSchema } from '../../../src/exchange/json-schema/form-schema.ts'
import { prepareForm } from '../../../src/exchange/json-schema/prepare-form.ts'
import { readApplication, writeAnswers } from '../../../src/exchange/json-schema/read-application.ts'
import { judgeAdmission } from '../../../src/graph/admission.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { createEvaluator } from '../../../src/graph/evaluate-condition.ts'
import type { Facts } from '../../../src/graph/fact-value.ts'
import type { FlowGraph } from '../../../src/graph/flow-graph.ts'
import { requiredMaterials } from '../../../src/graph/required-materials.ts'
import { runFlow } from '../../../src/graph/run-flow.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { arbitraryFacts } from '../../../src/testing/arbitraries/arbitrary-facts.ts'
import { moment } from '../../engine/case/walk.ts'
import { anyMatter as anyFlow } from '../../graph/arbitraries.ts'
import { arbitraryCaseMatter } from '../../support/arbitrary-case-matter.ts'
import { anyMatter } from '../../support/arbitrary-matter.ts'
import { anyAnswers, goodAnswers } from './arbitrary-answers.ts'
import { EVERY_TYPE } from './every-type.ts'
import { validatorOf } from './validate-with-ajv.ts'

interface Subject {
  readonly matter: Matter
  readonly graph: FlowGraph
}

const cases: fc.Arbitrary<CaseDefinition> = fc.oneof(
  { weight: 5, arbitrary: arbitraryCaseMatter },
  { weight: 1, arbitrary: fc.constant(EVERY_TYPE) },
)
const subjects: fc.Arbitrary<Subject> = fc.oneof(
  cases,
  anyFlow.map((matter) => ({ matter, graph: buildGraph(matter).graph })),
)

function withAnswers<S extends Subject>(some: fc.Arbitrary<S>): fc.Arbitrary<readonly [S, FormAnswers]> {
  return some.chain((subject) =>
    fc.tuple(
      fc.constant(subject),
      fc.oneof(
        { weight: 3, arbitrary: goodAnswers(subject.matter, subject.graph) },
        { weight: 1, arbitrary: anyAnswers(subject.matter) },
      ),
    ),
  )
}

function openIn(matter: Matter, answers: FormAnswers): readonly string[] {
  return formFor(matter, answers).sections.flatMap(({ fields }) =>
    fields.flatMap((field) => (field.kind === 'answer' && field.state === 'open' ? [field.id] : [])),
  )
}

test('a matter of any kind has a form whose JSON Schema ajv takes, strictly, and that can be asked for any answers', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyMatter, anyFlow).chain((matter) => fc.tuple(fc.constant(matter), anyAnswers(matter))),
      ([matter, answers]) => {
        const validate = validatorOf(applicationSchema(matter))
        expect(formSchema(matter).safeParse(answers).success).toBe(readable(matter, answers))
        if (formSchema(matter).safeParse(answers).success) expect(validate(answers)).toBe(true)
      },
    ),
    { numRuns: 150 },
  )
})

/** Complete by the form, and of the right shape: the form looks over empty boxes, the schemas do not. */
function readable(matter: Matter, answers: FormAnswers): boolean {
  const isEmpty = (value: unknown) => value === null || (typeof value === 'string' && value.trim() === '')
  return (
    formFor(matter, answers).complete &&
    ![...Object.values(answers.facts ?? {}), ...Object.values(answers.materials ?? {})].some(isEmpty)
  )
}

test('what the form calls complete is what the zod schema takes, and the JSON Schema refuses none of it', () => {
  let complete = 0
  fc.assert(
    fc.property(withAnswers(subjects), ([{ matter }, answers]) => {
      const parsed = formSchema(matter).safeParse(answers)
      expect(parsed.success).toBe(readable(matter, answers))
      const { facts = {}, materials = {} } = answers
      for (const some of [answers, { facts }, { materials }]) {
        expect(readApplication(matter, some).ok).toBe(formFor(matter, some).complete)
      }
      if (!parsed.success) return
      complete += 1
      const validate = validatorOf(applicationSchema(matter))
      expect([validate(answers), validate.errors]).toEqual([true, null])
      expect(validate(parsed.data)).toBe(true)
    }),
    { numRuns: 400 },
  )
  expect(complete).toBeGreaterThan(20)
})

test('the JSON Schema finds everything that is missing, but for what hangs on lengths of time and on two answers', () => {
  let refused = 0
  const sayable = arbitraryCaseMatter.filter(
    ({ matter }) =>
      matter.facts.every(({ type }) => type !== 'duration') &&
      matter.materialChoices.every(({ materials }) =>
        materials.every((name) => matter.materials.find((one) => one.name === name)?.necessity !== 'deferrable'),
      ),
  )
  fc.assert(
    fc.property(withAnswers(sayable), ([{ matter }, answers]) => {
      const isTaken = formSchema(matter).safeParse(answers).success
      if (!isTaken) refused += 1
      expect(validatorOf(applicationSchema(matter))(answers)).toBe(isTaken)
    }),
    { numRuns: 300 },
  )
  expect(refused).toBeGreaterThan(50)
})

test('the engine takes a complete application, and then lacks neither an answer of the applicant nor a document', () => {
  const calendar = createCalendar()
  const at = moment('2026-11-23 09:00')
  let submitted = 0
  fc.assert(
    fc.property(withAnswers(cases), ([definition, answers]) => {
      const read = readApplication(definition.matter, answers)
      if (!read.ok) return
      const { facts, materials } = read.value
      const by = { kind: 'applicant', id: 'applicant-1', roles: [] } as const
      const decided = decide(definition, newCase('A1'), { kind: 'submit', facts, materials }, { at, by, calendar })
      if ('refused' in decided) throw new Error(decided.refused.message)
      submitted += 1
      expect(findMissing(definition, decided.state.facts, decided.state.materials)).toMatchObject({
        now: [],
        openFacts: [],
      })
      const known = new Map(Object.entries(decided.state.facts))
      const evaluator = createEvaluator(definition.matter.situations, known)
      const judged = judgeAdmission(definition.matter.requirements, evaluator, new Map())
      const waiting = [
        ...judged.requirements.flatMap(({ neededFacts }) => neededFacts),
        ...runFlow(definition.graph, known).neededFacts,
      ]
      const told = prepareForm(definition.matter).facts.map(({ fact }) => fact.name)
      expect(waiting.filter((name) => told.includes(name))).toEqual([])
    }),
    { numRuns: 300 },
  )
  expect(submitted).toBeGreaterThan(20)
})

test('an answer only takes questions away: none comes back, in whatever order they are answered', () => {
  fc.assert(
    fc.property(
      subjects.chain((subject) =>
        fc.tuple(fc.constant(subject), goodAnswers(subject.matter, subject.graph, false), fc.infiniteStream(fc.nat())),
      ),
      ([{ matter }, all, picks]) => {
        let answers: FormAnswers = { materials: all.materials }
        for (let open = openIn(matter, answers); open.length > 0; ) {
          const id = open[(picks.next().value ?? 0) % open.length] ?? ''
          answers = { ...answers, facts: { ...answers.facts, [id]: all.facts?.[id] } }
          const rest = openIn(matter, answers)
          expect(open.filter((one) => one !== id)).toEqual(expect.arrayContaining([...rest]))
          expect(rest).not.toContain(id)
          open = rest
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('what the form did not ask for changes nothing: neither conditions nor documents nor the way of the case', () => {
  let spared = 0
  fc.assert(
    fc.property(
      subjects.chain((subject) => fc.tuple(fc.constant(subject), arbitraryFacts(subject))),
      ([subject, all]) => {
        const { matter } = subject
        const prepared = prepareForm(matter).facts
        const told = new Set(prepared.map(({ fact }) => fact.name))
        const others = [...all].filter(([name]) => !told.has(name))
        const everything = writeAnswers(matter, Object.fromEntries(all)).facts ?? {}
        let answers: FormAnswers = {}
        for (let open = openIn(matter, answers); open.length > 0; open = openIn(matter, answers)) {
          const [id = ''] = open
          answers = { facts: { ...answers.facts, [id]: everything[id] } }
        }
        const asked = prepared.filter(({ id }) => Object.hasOwn(answers.facts ?? {}, id)).map(({ fact }) => fact.name)
        spared += told.size - asked.length
        const part = new Map([...others, ...[...all].filter(([name]) => asked.includes(name))])
        expect(outcome(subject, part)).toEqual(outcome(subject, all))
      },
    ),
    { numRuns: 300 },
  )
  expect(spared).toBeGreaterThan(50)
})

function outcome({ matter, graph }: Subject, facts: Facts) {
  const evaluator = createEvaluator(matter.situations, facts)
  const { outcomes } = runFlow(graph, facts)
  return {
    outcomes,
    limits: graph.nodes.map(({ limits }, id) =>
      outcomes[id] === 'run'
        ? limits.findIndex(({ when }) => when === undefined || evaluator.truthOf(when) === 'yes')
        : -1,
    ),
    failing: judgeAdmission(matter.requirements, evaluator, new Map()).requirements.map(({ failing }) => failing),
    materials: requiredMaterials(matter, evaluator, new Map()).filter(({ required }) => required !== 'no'),
  }
}

test('a definition that was read back from JSON has the same form', () => {
  fc.assert(
    fc.property(withAnswers(cases), ([{ matter, graph }, answers]) => {
      const copy: Matter = JSON.parse(JSON.stringify(matter))
      expect(prepareDefinition({ matter: copy, graph }).ok).toBe(true)
      expect(formFor(copy, answers)).toEqual(formFor(matter, answers))
      expect(applicationSchema(copy)).toEqual(applicationSchema(matter))
    }),
    { numRuns: 50 },
  )
})
