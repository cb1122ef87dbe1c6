import fc from 'fast-check'
import { PROFILES } from '../../src/calendar/profiles.ts'
import { EMPTY_MATTER } from '../../src/model/empty-matter.ts'
import type { Matter } from '../../src/model/matter.ts'
import type { Scenario } from '../../src/model/scenario.ts'
import * as terms from '../../src/model/terms.ts'
import { anyApplication, anyDeclared } from './arbitrary-application.ts'
import { anyDate, anyDuration, anyFen } from './arbitrary-conditions.ts'
import { anyCourse } from './arbitrary-flow.ts'
import { anyName, anyPhrase, anyText, anyTrailing } from './arbitrary-names.ts'
import { annotations, type Declared, few, fromSome, someTerms, term } from './arbitrary-parts.ts'
import { anyScenario, scopeOf } from './arbitrary-scenarios.ts'
import { anyTable } from './arbitrary-tables.ts'

/** The attributes of a matter itself that may be left out. */
const optional = fc.record(
  {
    code: anyPhrase,
    version: anyPhrase,
    type: term(terms.MATTER_TYPES),
    caseType: term(terms.CASE_TYPES),
    authority: anyName,
    effectiveFrom: anyDate,
    effectiveTo: anyDate,
    mainItem: anyName,
    businessItem: anyName,
    trips: fc.nat({ max: 9 }),
    transition: term(terms.TRANSITIONS),
    checkedOn: anyDate,
    location: anyText,
    openingHours: anyText,
    enquiryPhone: anyPhrase,
    complaintPhone: anyPhrase,
  },
  { requiredKeys: [] },
)

function anyProperties(declared: Declared): fc.Arbitrary<Matter> {
  const { facts, outputs, measures } = declared
  const given = fc.record({
    name: anyName,
    levels: someTerms(terms.LEVELS),
    audiences: someTerms(terms.AUDIENCES),
    coAuthorities: few(anyName),
    profile: fc.constantFrom(...PROFILES.map(({ name }) => name)),
    revisions: few(fc.record({ date: anyDate, text: anyText })),
    unified: few(anyName),
    refinable: few(anyName),
    facts: fc.constant(facts),
    targets: few(anyTarget),
    measures: fc.tuple(...measures.map((name) => measure(name, declared))),
    fees: few(fee),
    channels: someTerms(terms.CHANNELS),
    outputs: fc.tuple(...outputs.map(output)),
    ...annotations,
  })
  return fc.tuple(given, optional).map(([all, some]): Matter => ({ ...EMPTY_MATTER, ...all, ...some }))
}

/** One line of 目标. */
export const anyTarget: fc.Arbitrary<Matter['targets'][number]> = fc.record(
  {
    subject: term(terms.TARGET_SUBJECTS),
    sense: fc.constantFrom('cut', 'remaining'),
    operator: fc.constantFrom('ge', 'gt', 'eq', 'le', 'lt'),
    percent: fc.constantFrom('0', '60', '72.92', '100', '33.3'),
    basis: fc.record({ before: term(terms.QUANTITIES), after: term(terms.QUANTITIES) }),
  },
  { requiredKeys: ['subject', 'sense', 'operator', 'percent'] },
)

const fee: fc.Arbitrary<Matter['fees'][number]> = fc
  .record(
    {
      text: anyPhrase,
      charged: fc.constant(true),
      amountFen: anyFen,
      per: anyTrailing,
      relief: anyText,
      ...annotations,
    },
    { requiredKeys: ['text', 'charged', 'sources', 'notes'] },
  )
  .map(({ per, ...rest }) => ({
    ...rest,
    ...(per !== undefined && rest.amountFen !== undefined && { per }),
    ...(['否', '无', '不收费'].includes(rest.text) && { charged: false }),
  }))

function measure(name: string, { steps, materials, measures }: Declared): fc.Arbitrary<Matter['measures'][number]> {
  const others = measures.filter((other) => other !== name)
  return fc.record(
    {
      name: fc.constant(name),
      kind: term(terms.MEASURE_KINDS),
      steps: fromSome(steps, 0),
      materials: fromSome(materials, 0),
      limit: anyDuration,
      deferral: anyDuration,
      cost: fc.record({ amount: fc.constantFrom('0', '3', '4.5', '1200'), unit: fc.constantFrom('人日', '元', '分') }),
      precondition: anyText,
      requires: fromSome(others, 0),
      excludes: fromSome(others, 0),
      taken: fc.constant(true),
      ...annotations,
    },
    { requiredKeys: ['name', 'kind', 'steps', 'materials', 'cost', 'requires', 'excludes', 'sources', 'notes'] },
  )
}

function output(name: string): fc.Arbitrary<Matter['outputs'][number]> {
  return fc.record(
    {
      name: fc.constant(name),
      type: term(terms.OUTPUT_TYPES),
      validity: anyDuration,
      forms: someTerms(terms.DOCUMENT_FORMS),
      ...annotations,
    },
    { requiredKeys: ['name', 'forms', 'sources', 'notes'] },
  )
}

/** Any well-formed matter: names resolve, conditions are well typed, and nothing says what a file cannot. */
export const anyMatter: fc.Arbitrary<Matter> = anyDeclared
  .chain((names) => {
    const tables = names.tables.flatMap((name, index) => {
      const columns = names.columns.filter((_, place) => place % names.tables.length === index)
      return anyTable(name, columns, names) ?? []
    })
    return fc
      .tuple(anyProperties(names), anyApplication(names), anyCourse(names), fc.tuple(...tables))
      .map(([properties, application, course, decisionTables]) => ({
        ...properties,
        ...application,
        ...course,
        decisionTables,
      }))
  })
  .chain((matter) =>
    few(anyScenario(scopeOf(matter))).map((scenarios) => ({ ...matter, scenarios: [...scenarios].sort(ownFirst) })),
  )

/** Those of 针对 stand behind the matter. */
function ownFirst(a: Scenario, b: Scenario): number {
  return Number(a.matter !== undefined) - Number(b.matter !== undefined)
}
