import type { DurationUnit } from '../../calendar/duration.ts'
import { collectedFacts, isToldByApplicant } from '../../graph/applicants-fact.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { findComparableUnits } from '../../graph/comparable-units.ts'
import { printConditionWords } from '../../graph/condition-words.ts'
import type { Fact, Material, MaterialChoice } from '../../model/application.ts'
import type { Matter } from '../../model/matter.ts'
import { idOf, idsOf } from './english-ids.ts'
import { findNeeds } from './matter-needs.ts'
import type { Settled } from './settled.ts'

/** A fact with its id (备好的填写项). */
export interface PreparedFact {
  readonly id: string
  readonly fact: Fact
  /** False for what the application says whatever the case: it is asked for always. */
  readonly decides: boolean
  /** What makes the question needless; undefined where only its answer does. */
  readonly settled: Settled | undefined
  /** The units that an answer of type 时长 must have, so that conditions can compare it. */
  readonly units: ReadonlySet<DurationUnit> | undefined
}

/** A document with its id (备好的上传项). */
export interface PreparedMaterial {
  readonly id: string
  readonly material: Material
  /** 当, in plain words. */
  readonly when: string | undefined
}

/** A 任选 with its id and its members (备好的任选项). */
export interface PreparedChoice {
  readonly id: string
  readonly choice: MaterialChoice
  /** 当, in plain words. */
  readonly when: string | undefined
  readonly members: readonly PreparedMaterial[]
}

/** All that a form of a matter can ask an applicant (备好的表单). */
export interface PreparedForm {
  readonly matter: Matter
  readonly facts: readonly PreparedFact[]
  /** Documents that belong to no 任选, then the 任选. 免提交 ones are among them. */
  readonly materials: readonly PreparedMaterial[]
  readonly choices: readonly PreparedChoice[]
}

const prepared = new WeakMap<Matter, PreparedForm>()

/** Makes a form of a matter ready (备好表单); the same matter is made ready once. */
export function prepareForm(matter: Matter): PreparedForm {
  const before = prepared.get(matter)
  if (before !== undefined) return before
  const form = prepare(matter)
  prepared.set(matter, form)
  return form
}

function prepare(matter: Matter): PreparedForm {
  const { graph } = buildGraph(matter)
  const needs = findNeeds(matter, graph)
  const comparable = findComparableUnits(matter, graph)
  const collected = collectedFacts(matter.flow)
  const told = matter.facts.filter((fact) => isToldByApplicant(fact, collected))
  const factIds = idsOf(told.map(({ name }) => name))
  const facts = told.map((fact): PreparedFact => {
    const { name } = fact
    const id = factIds.get(name) ?? name
    return { id, fact, decides: needs.has(name), settled: needs.get(name), units: comparable.get(name) }
  })
  const codes = new Map(matter.materials.map(({ name, code }) => [name, code]))
  const materialIds = idsOf(
    matter.materials.map(({ name }) => name),
    (name) => codeId(codes.get(name)) ?? idOf(name),
  )
  const sayWhen = ({ when }: Pick<Material, 'when'>) => when && printConditionWords(when, matter, { explain: true })
  const all = matter.materials.map((material) => ({
    id: materialIds.get(material.name) ?? material.name,
    material,
    when: sayWhen(material),
  }))
  const byName = new Map(all.map((one) => [one.material.name, one]))
  const chosenFrom = new Set(matter.materialChoices.flatMap((choice) => choice.materials))
  const titles = matter.materialChoices.map(choiceName)
  const choiceIds = idsOf(titles)
  return {
    matter,
    facts,
    materials: all.filter(({ material }) => !chosenFrom.has(material.name)),
    choices: matter.materialChoices.map((choice, index) => ({
      id: choiceIds.get(titles[index] ?? '') ?? '',
      choice,
      when: sayWhen(choice),
      members: choice.materials.flatMap((name) => byName.get(name) ?? []),
    })),
  }
}

/** A code that programs can take as it is names a material better than its title, which may be reworded. */
function codeId(code: string | undefined): string | undefined {
  return code !== undefined && /^[A-Za-z][\w-]*$/.test(code) ? code : undefined
}

/** What a 任选 is called: by its name, else by its members. */
export function choiceName({ name, materials }: MaterialChoice): string {
  return name ?? materials.join('或')
}
