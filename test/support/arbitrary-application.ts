import fc from 'fast-check'
import type { Fact } from '../../src/model/application.ts'
import type { Matter } from '../../src/model/matter.ts'
import * as terms from '../../src/model/terms.ts'
import { foldKey } from '../../src/syntax/fold.ts'
import { anyCondition, anyDuration } from './arbitrary-conditions.ts'
import { anyName, anyPhrase, anyText, names } from './arbitrary-names.ts'
import {
  annotations,
  type Declared,
  few,
  fromSome,
  someTerms,
  sometimesWhen,
  term,
  whensOver,
} from './arbitrary-parts.ts'

/** Units that a fact may be counted in, among them those that numbers, time and money are read with. */
const UNITS = [
  '平方米',
  '㎡',
  '人次',
  '%',
  '元',
  '万元',
  '分',
  '年',
  '个月',
  '天',
  '个工作日',
  '个小时',
  '公里/小时',
  '万人',
  '份',
]

/** Any fact of this name. */
export function factNamed(name: string): fc.Arbitrary<Fact> {
  const rest = { question: anyText, filledBy: anyName, default: anyPhrase, ...annotations }
  const required = ['name', 'type', 'options', 'sources', 'notes'] as const
  const plain = fc.record(
    {
      name: fc.constant(name),
      type: term(terms.FACT_TYPES).filter((type) => type !== 'option'),
      options: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: names(1, 2) }),
      ...rest,
    },
    { requiredKeys: [...required] },
  )
  const withOptions = fc.record(
    { name: fc.constant(name), type: fc.constant('option'), options: names(1, 4), ...rest },
    { requiredKeys: [...required] },
  )
  return fc
    .tuple(fc.oneof(plain, plain, withOptions), fc.constantFrom(...UNITS))
    .map(([fact, unit]) => (fact.type === 'number' ? { ...fact, unit } : fact))
}

/** The names of a matter, with its facts. */
export const anyDeclared: fc.Arbitrary<Declared> = fc
  .record({
    tables: names(0, 2),
    said: names(0, 3),
    words: names(0, 10),
    requirements: names(0, 2),
    materials: names(0, 4),
    choices: names(0, 2),
    steps: names(0, 5),
    supplements: names(0, 2),
    procedures: names(0, 2),
    extensions: names(0, 2),
    outputs: names(0, 3),
    measures: names(0, 3),
  })
  .chain(({ words, said, ...rest }) =>
    fc.tuple(...words.slice(0, 4).map(factNamed)).map((facts): Declared => {
      // What lines such as 位置 and 发生 name must be one thing only.
      const seen = new Set<string>()
      const unseen = (name: string) => !seen.has(foldKey(name)) && seen.add(foldKey(name)).size > 0
      return {
        ...rest,
        steps: rest.steps.filter(unseen),
        supplements: rest.supplements.filter(unseen),
        procedures: rest.procedures.filter(unseen),
        extensions: rest.extensions.filter(unseen),
        facts,
        situations: words.slice(4, 7),
        columns: words.slice(7),
        words: said,
      }
    }),
  )

type Application = Pick<Matter, 'situations' | 'requirements' | 'materials' | 'materialChoices'>

/** What the applicant's side of a matter says: situations, conditions of acceptance, materials. */
export function anyApplication(names: Declared): fc.Arbitrary<Application> {
  const condition = anyCondition(names)
  const whens = whensOver(condition)
  const situation = (name: string, index: number) => {
    const before = anyCondition({ facts: names.facts, situations: names.situations.slice(0, index) })
    return before && fc.record({ name: fc.constant(name), when: before, ...annotations })
  }
  const situations = names.situations.map(situation).filter((one) => one !== undefined)

  const requirement = (name: string) =>
    sometimesWhen(
      fc.record(
        {
          name: fc.constant(name),
          ...(condition === undefined ? {} : { rule: condition }),
          manualCheck: anyText,
          except: condition === undefined ? fc.constant([]) : few(condition),
          hint: anyText,
          ...annotations,
        },
        { requiredKeys: ['name', 'except', 'sources', 'notes'] },
      ),
      whens,
    )

  const material = (name: string) =>
    sometimesWhen(
      fc.record(
        {
          name: fc.constant(name),
          code: anyPhrase,
          forms: someTerms(terms.DOCUMENT_FORMS),
          copies: fc.nat({ max: 20 }).map(String),
          source: term(terms.MATERIAL_SOURCES),
          necessity: term(terms.NECESSITIES),
          deferral: anyDuration,
          mandatory: fc.constant(true),
          standard: anyText,
          sample: anyText,
          ...annotations,
        },
        { requiredKeys: ['name', 'forms', 'sources', 'notes'] },
      ),
      whens,
    )

  const materialChoice = (name: string) =>
    sometimesWhen(
      fc.record(
        {
          name: fc.constant(name),
          atLeast: fc.integer({ min: 1, max: 4 }),
          materials: fromSome(names.materials, 1),
          ...annotations,
        },
        { requiredKeys: ['atLeast', 'materials', 'sources', 'notes'] },
      ),
      whens,
    )

  return fc.record({
    situations: fc.tuple(...situations),
    requirements: fc.tuple(...names.requirements.map(requirement)),
    materials: fc.tuple(...names.materials.map(material)),
    materialChoices: names.materials.length === 0 ? fc.constant([]) : fc.tuple(...names.choices.map(materialChoice)),
  })
}
