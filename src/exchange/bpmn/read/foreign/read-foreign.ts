import type { ModdleElement } from 'bpmn-moddle'
import type { Formula } from '../../../../analysis/bundle/formula.ts'
import { failure, type Result, success } from '../../../../base/result.ts'
import type { Condition } from '../../../../model/condition.ts'
import type { JsonProblem } from '../../../../model/describe-issue.ts'
import { EMPTY_MATTER } from '../../../../model/empty-matter.ts'
import type { SpecialProcedure, Step } from '../../../../model/flow.ts'
import type { Matter } from '../../../../model/matter.ts'
import { readModelJson } from '../../../../model/read-model-json.ts'
import { MODEL_SCHEMA } from '../../../../model/write-model-json.ts'
import type { ImportedPart } from '../../../import-report.ts'
import { flowElementsOf } from '../collect-elements.ts'
import { elementsOf, textOf } from '../element.ts'
import { accountFor, aroundProcess, dataParts, remarksOf, textsOf } from './account.ts'
import { buildSteps } from './build-steps.ts'
import { type Collected, collectGraph, partOf } from './collect-graph.ts'
import { describeElement } from './describe-element.ts'
import type { ForeignGraph, ForeignNode } from './foreign-graph.ts'
import { orderGraph } from './order-graph.ts'
import { participantOf } from './participant.ts'
import { createNaming, plainLine, plainName } from './plain-text.ts'
import { askQuestions } from './questions.ts'
import { reachFormulas } from './reach.ts'

/** What is known of a picture that was ours once, and was changed since. */
export interface KnownBefore {
  readonly matter: Matter
  readonly carried: (node: ForeignNode) => Step | undefined
  /** The 特别程序 that a shape stands for, by its place in the model: it keeps what the picture does not say. */
  readonly procedureOf: (id: string) => number | undefined
  /** Our conditions by how they are written in FEEL. */
  readonly conditions: ReadonlyMap<string, Condition>
}

/** Shapes and flows of a process that people have drawn are fewer by far. */
const MOST_SHAPES = 5000

/**
 * Reads a picture that somebody else drew (导入外来的BPMN): tasks become steps, lanes roles, timers limits, gateways conditions. What a
 * machine cannot decide a person answers; what is no part of a matter is told as 说明; each element is accounted for.
 */
export function readForeign(
  definitions: ModdleElement,
  courses: readonly ModdleElement[],
  known?: KnownBefore,
): Result<{ readonly matter: Matter; readonly parts: readonly ImportedPart[] }, readonly JsonProblem[]> {
  const [course, ...others] = courses
  if (course === undefined) return failure([{ path: '', message: '里面没有流程' }])
  const shapes = flowElementsOf(course).length
  if (shapes > MOST_SHAPES)
    return failure([
      { path: '', message: `“${plainName(textOf(course, 'name'))}”有${shapes}个元素，超过${MOST_SHAPES}个的流程不读` },
    ])
  const collected = collectGraph(course, (id) => known?.procedureOf(id) !== undefined)
  const graph = orderGraph(collected.nodes, collected.flows)
  const questions = askQuestions(graph, known?.matter.facts ?? [], known?.conditions ?? new Map())
  const reached = reachFormulas(graph, questions.list)
  const carried = known?.carried ?? (() => undefined)
  const steps = buildSteps({ graph, questions: questions.list, reached, carried })
  const base = known?.matter ?? {
    ...EMPTY_MATTER,
    name: nameOf(definitions, course),
    ...authorityOf(definitions, course),
  }
  const outputs = namesOf(graph, 'outputs')
  const materials = namesOf(graph, 'materials').filter((name) => !outputs.includes(name))
  const matter: Matter = {
    ...base,
    facts: questions.facts.map((fact) => {
      const filledBy = steps.fillers.get(fact.name)
      return filledBy === undefined ? fact : { ...fact, filledBy }
    }),
    flow: steps.flow,
    specialProcedures: known === undefined ? sideProcedures(collected) : keptProcedures(known, reached),
    materials: [...base.materials, ...missing(materials, base.materials).map(emptyMaterial)],
    outputs: [...base.outputs, ...missing(outputs, base.outputs).map(emptyOutput)],
    notes: [
      ...base.notes,
      ...(known === undefined ? textsOf(course, collected, graph, others) : []),
      ...remarksOf(graph, questions.list),
    ],
  }
  const parts = [
    ...steps.parts,
    ...collected.parts,
    ...accountFor(graph, questions.list, known === undefined),
    ...dataParts(course, outputs, materials),
    ...collected.sides.map((side) => partOf(side, 'structured', `特别程序“${plainName(textOf(side, 'name'))}”`)),
    ...others.map((other) => partOf(other, 'note', '事项的说明：只读最大的一个流程')),
    ...aroundProcess(definitions, participantOf(definitions, course)),
  ]
  const places = new Map(flowElementsOf(course).map((element, index) => [textOf(element, 'id'), index]))
  const last = places.size
  const sorted = parts.toSorted((a, b) => (places.get(a.place) ?? last) - (places.get(b.place) ?? last))
  const document = readModelJson(JSON.stringify({ schema: MODEL_SCHEMA, matters: [matter] }))
  if (!document.ok) return document
  const [read] = document.value.matters
  return read === undefined
    ? failure([{ path: '', message: '里面没有流程' }])
    : success({ matter: read, parts: sorted })
}

function nameOf(definitions: ModdleElement, course: ModdleElement): string {
  const participant = participantOf(definitions, course)
  const names = [textOf(course, 'name'), textOf(participant, 'name'), textOf(course, 'id')].map(plainName)
  return names.find((name) => name !== '') ?? EMPTY_MATTER.name
}

function authorityOf(definitions: ModdleElement, course: ModdleElement): Pick<Matter, 'authority'> | object {
  const authority = plainName(textOf(participantOf(definitions, course), 'name'))
  return authority === '' || authority === nameOf(definitions, course) ? {} : { authority }
}

function namesOf({ nodes }: ForeignGraph, list: 'outputs' | 'materials'): readonly string[] {
  return [...new Set(nodes.flatMap((node) => (node.kind === 'work' ? node[list] : [])))]
}

function missing(names: readonly string[], there: readonly { readonly name: string }[]): readonly string[] {
  return names.filter((name) => !there.some((each) => each.name === name))
}

function emptyMaterial(name: string): Matter['materials'][number] {
  return { name, forms: [], sources: [], notes: [] }
}

function emptyOutput(name: string): Matter['outputs'][number] {
  return { name, forms: [], sources: [], notes: [] }
}

/** What the picture asks before a 特别程序 is its 当. */
function keptProcedures(
  { matter, procedureOf }: KnownBefore,
  reached: ReadonlyMap<string, Formula>,
): readonly SpecialProcedure[] {
  const asked = new Map([...reached].map(([id, formula]) => [procedureOf(id), formula]))
  return matter.specialProcedures.map((procedure, index) => {
    const formula = asked.get(index)
    const { when: _when, ...rest } = procedure
    if (formula === undefined || formula === false) return procedure
    return formula === true ? rest : { ...rest, when: formula }
  })
}

/** Work that begins beside the flow, with what stands in it as 说明. */
function sideProcedures({ sides }: Collected): readonly SpecialProcedure[] {
  const naming = createNaming()
  return sides.map((side) => {
    const inner = elementsOf(side, 'flowElements').filter(({ $type }) => /Task$|CallActivity$/.test($type))
    const note = inner.map(describeElement).join('、')
    return {
      name: naming(textOf(side, 'name'), '特别程序'),
      limits: [],
      clock: 'counted',
      sources: [],
      notes: note === '' ? [] : [plainLine(note)],
    }
  })
}
