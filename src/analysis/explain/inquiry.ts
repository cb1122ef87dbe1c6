import { DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { failureOf } from '../../graph/admission.ts'
import { collectedFacts, isToldByApplicant } from '../../graph/applicants-fact.ts'
import { ALWAYS, type Diagram, NEVER } from '../../graph/decision-diagram.ts'
import type { Facts, FactValue } from '../../graph/fact-value.ts'
import { matterSituations } from '../../graph/matter-conditions.ts'
import { type Measuring, startMeasuring } from '../../graph/measuring.ts'
import type { SituationSpace } from '../../graph/situation-space.ts'
import type { SituationVariable } from '../../graph/situation-variables.ts'
import type { Fact, Requirement } from '../../model/application.ts'
import { type OutcomePart, outcomeAspects } from '../cases/outcome-aspects.ts'
import type { MeasurableMatter } from '../matter-report.ts'
import type { Circumstances } from './explained-case.ts'

/** What an answer can settle (要弄清的事): a condition of acceptance, a material, a step, or the promised limit. */
export interface Matters {
  readonly kind: 'requirement' | 'material' | 'step' | 'limit'
  readonly name: string
}

/** One yes-or-no thing that is open, and in which situations it is so. */
interface OpenThing {
  readonly situations: Diagram
  /** The same whether the case is admitted or not. */
  readonly own: Diagram
  readonly about: Matters
}

/** How questions are weighed, and on which day (提问的口径). */
export interface InquiryOptions extends Circumstances {
  /** The date whose rules count, `YYYY-MM-DD`; without it the latest rules. */
  readonly asOf?: string | undefined
  /**
   * How many applicants give a value (各种回答的人数), a whole number; the value is undefined for whatever no condition
   * mentions. Where it is left out, every range of values that makes a difference counts the same.
   */
  readonly shareOf?: ((fact: string, value: FactValue | undefined) => number) | undefined
}

/** Everything that questions to an applicant of a matter can settle (要问清的事). */
export interface Inquiry {
  readonly measuring: Measuring
  readonly space: SituationSpace
  /** The situations in which no condition of acceptance fails. */
  readonly admitted: Diagram
  /** Where each condition of acceptance fails, in the order of the matter. */
  readonly failing: readonly { readonly requirement: Requirement; readonly situations: Diagram }[]
  /** What has to be known: of the situations that are admitted, since nobody else needs a material or a step. */
  readonly things: readonly OpenThing[]
  /** What the applicant can be asked, in the order of the matter. */
  readonly askable: readonly Fact[]
  /** The facts that a variable of the space is decided by. */
  readonly factsOf: (variable: number) => readonly string[]
}

/** Room for the diagrams of one matter. */
const ROOM = 1_000_000

/** Works out what depends on which answers: whether the case is admitted, the materials, the steps, the promised limit. */
export function openInquiry(
  { matter, graph }: Pick<MeasurableMatter, 'matter' | 'graph'>,
  { asOf, judgements = new Map() }: InquiryOptions = {},
): Inquiry {
  const space = matterSituations(matter, graph, ROOM)
  const { store } = space
  const measuring = startMeasuring(matter, graph, { asOf, conversion: DEFAULT_CONVERSION, space })
  const failing = matter.requirements.flatMap((requirement) => {
    const situations = failureIn(space, requirement, judgements.get(requirement.name))
    return situations === NEVER ? [] : [{ requirement, situations }]
  })
  const admitted = failing.reduce((sum, { situations }) => store.and(sum, store.not(situations)), ALWAYS)
  const aspects = outcomeAspects(measuring, ['promised'])
  const things = aspects.flatMap(({ parts }) => {
    const [about] = parts.map(({ value }) => aboutOf(value, graph.nodes)).filter(({ name }) => name !== '')
    // The last part is where none of the others is, and need not be looked at.
    return about === undefined
      ? []
      : parts
          .slice(0, -1)
          .map(({ situations }) => ({ situations: store.and(admitted, situations), own: situations, about }))
  })
  const collected = collectedFacts(matter.flow)
  const factsOfVariable = space.variables.map(namesIn)
  return {
    measuring,
    space,
    admitted,
    failing,
    things,
    askable: matter.facts.filter((fact) => isToldByApplicant(fact, collected)),
    factsOf: (variable) => factsOfVariable[variable] ?? [],
  }
}

/** Where a condition fails, for sure; a person's 不符合 fails it wherever it applies. */
function failureIn(space: SituationSpace, requirement: Requirement, answer: boolean | undefined): Diagram {
  const { rule, ...others } = requirement
  if (answer === false) return space.diagramOf(failureOf(others))
  return rule === undefined ? NEVER : space.diagramOf(failureOf(requirement))
}

function aboutOf(part: OutcomePart, nodes: Measuring['graph']['nodes']): Matters {
  if (part.kind === 'step') return { kind: 'step', name: nodes[part.node]?.name ?? '' }
  if (part.kind === 'materials') return { kind: 'material', name: part.materials.map(({ name }) => name).join('、') }
  return { kind: 'limit', name: '承诺时限' }
}

function namesIn(variable: SituationVariable): readonly string[] {
  if (variable.kind === 'domain') return [variable.fact]
  const { operand } = variable
  return 'fact' in operand && operand.fact !== undefined ? [variable.fact, operand.fact] : [variable.fact]
}

/** The cells in which the facts that are known put the variables. */
export function knownCells({ space }: Pick<Inquiry, 'space'>, facts: Facts): ReadonlyMap<number, number> {
  const cells = new Map<number, number>()
  let node = space.given(facts)
  for (let test = space.store.testOf(node); test !== undefined; test = space.store.testOf(node)) {
    const cell = test.children.findIndex((child) => child !== NEVER)
    cells.set(test.variable, cell)
    node = test.children[cell] ?? NEVER
  }
  return cells
}
