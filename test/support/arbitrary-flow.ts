import fc from 'fast-check'
import { PROFILES } from '../../src/calendar/profiles.ts'
import type { FlowItem } from '../../src/model/flow.ts'
import type { Matter } from '../../src/model/matter.ts'
import * as terms from '../../src/model/terms.ts'
import type { TimeLimit } from '../../src/model/time-limit.ts'
import { anyCondition, anyDate, anyDuration } from './arbitrary-conditions.ts'
import { anyName, anyPhrase, anyText } from './arbitrary-names.ts'
import {
  annotations,
  type Declared,
  few,
  fromSome,
  someTerms,
  sometimesWhen,
  term,
  type Whens,
  whensOver,
} from './arbitrary-parts.ts'
import { anyTimeTaken } from './arbitrary-time-taken.ts'

type Course = Pick<
  Matter,
  'flow' | 'supplements' | 'specialProcedures' | 'extensions' | 'statutoryLimits' | 'promisedLimits'
>

/** What the agency's side of a matter says: steps, what may interrupt them, limits. */
export function anyCourse(names: Declared): fc.Arbitrary<Course> {
  const condition = anyCondition(names)
  const whens = whensOver(condition)
  const stepLimits = few(sometimesWhen(fc.record({ limit: anyDuration }), whens))
  const step = (name: string): fc.Arbitrary<FlowItem> =>
    sometimesWhen(
      fc.record(
        {
          kind: fc.constant('step'),
          name: fc.constant(name),
          stages: fc.array(term(terms.STAGES), { minLength: 1, maxLength: 5 }),
          role: anyName,
          department: anyName,
          limits: stepLimits,
          timeTaken: anyTimeTaken,
          after: fromSome(names.steps, 1),
          clock: term(terms.CLOCK_EFFECTS),
          modes: someTerms(terms.STEP_MODES),
          reviewStandard: anyText,
          mandatory: fc.constant(true),
          mandatoryAfter: fromSome(names.steps, 1),
          outputs: fromSome(names.outputs, 0),
          collects: fromSome(
            names.facts.map((fact) => fact.name),
            0,
          ),
          terminates: fc.boolean(),
          ...annotations,
        },
        {
          requiredKeys: [
            'kind',
            'name',
            'stages',
            'limits',
            'modes',
            'outputs',
            'collects',
            'terminates',
            'sources',
            'notes',
          ],
        },
      ),
      whens,
    )
  const target = fc.constantFrom(...names.steps, '').map((name) => name || (names.steps[0] ?? ''))
  const choice = (name: string): fc.Arbitrary<FlowItem> =>
    fc.record(
      {
        kind: fc.constant('choice'),
        name: fc.constant(name),
        branches: condition === undefined ? fc.constant([]) : few(fc.record({ when: condition, target })),
        otherwise: target,
        ...annotations,
      },
      { requiredKeys: ['kind', 'name', 'branches', 'sources', 'notes'] },
    )
  const parallel: fc.Arbitrary<FlowItem> = fc.record({
    kind: fc.constant('parallel'),
    steps: fromSome(names.steps, 1),
    ...annotations,
  })
  const flow = fc
    .tuple(
      fc.tuple(...names.steps.map((name) => fc.oneof(step(name), step(name), choice(name)))),
      names.steps.length === 0 ? fc.constant([]) : few(parallel),
    )
    .chain(([items, parallels]) =>
      fc.shuffledSubarray([...items, ...parallels], { minLength: items.length + parallels.length }),
    )

  const supplement = (name: string) =>
    fc.record(
      {
        name: fc.constant(name),
        ...(names.steps.length === 0 ? {} : { step: target }),
        noticeLimit: anyDuration,
        supplementLimit: anyDuration,
        times: fc.nat({ max: 9 }),
        clock: term(terms.CLOCK_EFFECTS),
        overdue: term(terms.OVERDUE_EFFECTS),
        ...annotations,
      },
      { requiredKeys: ['name', 'sources', 'notes'] },
    )

  const places = [...names.steps, ...names.procedures]
  const placement = fc.record({
    step: fc.constantFrom(...places, '').map((name) => name || (places[0] ?? '')),
    where: fc.constantFrom('before', 'after', 'beside'),
  })
  const procedure = (name: string) =>
    sometimesWhen(
      fc.record(
        {
          name: fc.constant(name),
          ...(places.length === 0 ? {} : { placement }),
          limits: stepLimits,
          clock: term(terms.CLOCK_EFFECTS),
          notice: anyText,
          ...annotations,
        },
        { requiredKeys: ['name', 'limits', 'clock', 'sources', 'notes'] },
      ),
      whens,
    )

  const extension = (name: string) =>
    sometimesWhen(
      fc.record(
        {
          name: fc.constant(name),
          extendBy: anyDuration,
          extendTo: anyDuration,
          times: fc.nat({ max: 9 }),
          approver: anyPhrase,
          notice: anyText,
          ...annotations,
        },
        { requiredKeys: ['name', 'sources', 'notes'] },
      ),
      whens,
    )

  const timeLimit = anyTimeLimit(whens)
  return fc.record({
    flow,
    supplements: fc.tuple(...names.supplements.map(supplement)),
    specialProcedures: fc.tuple(...names.procedures.map(procedure)),
    extensions: fc.tuple(...names.extensions.map(extension)),
    statutoryLimits: few(timeLimit),
    promisedLimits: few(timeLimit),
  })
}

/** One line of 法定时限 or 承诺时限. */
export function anyTimeLimit(whens: Whens): fc.Arbitrary<TimeLimit> {
  return sometimesWhen(
    fc.record(
      {
        limit: anyDuration,
        from: anyDate,
        to: anyDate,
        startsAt: term(terms.LIMIT_STARTS),
        profile: fc.constantFrom(...PROFILES.map(({ name }) => name)),
        ...annotations,
      },
      { requiredKeys: ['limit', 'sources', 'notes'] },
    ),
    whens,
  )
}
