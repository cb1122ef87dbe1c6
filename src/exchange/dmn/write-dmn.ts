import { type DmnElement, DmnModdle } from 'dmn-moddle'
import type { Matter } from '../../model/matter.ts'
import { arrangeDiagram, type Box } from './arrange-diagram.ts'
import type { Decision, DecisionInput, DecisionLogic } from './decision-model.ts'
import { planDecisions } from './plan-decisions.ts'

/** The namespace of what is written here. */
const NAMESPACE = 'https://zhengwu.dev/dmn'
const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/'

/**
 * Writes what a matter decides as DMN 1.3 with FEEL (判定模型导出): 情形, 受理条件 and 判定表, with a diagram. Numbers of FEEL are those
 * of the engine that runs it: feelin's are floats, ours are exact.
 */
export async function writeDmn(matter: Matter): Promise<string> {
  const moddle = new DmnModdle()
  const model = planDecisions(matter)
  const create = (type: string, attributes: Readonly<Record<string, unknown>>) => moddle.create(type, attributes)
  const isInput = new Set(model.inputs.map(({ id }) => id))
  const elements = new Map<string, DmnElement>([
    ...model.inputs.map((input) => [input.id, writeInput(input, create)] as const),
    ...model.decisions.map((decision) => [decision.id, writeDecision(decision, isInput, create)] as const),
  ])
  const definitions = create('dmn:Definitions', {
    id: 'definitions',
    name: matter.name,
    namespace: NAMESPACE,
    expressionLanguage: FEEL,
    typeLanguage: FEEL,
    exporter: 'zhengwu',
    drgElement: [...elements.values()],
    dmnDI: drawDiagram(model.decisions, arrangeDiagram(model), elements, create),
  })
  const { xml } = await moddle.toXML(definitions, { format: true })
  return xml
}

type Create = (type: string, attributes: Readonly<Record<string, unknown>>) => DmnElement

function writeInput({ id, name, label, type, question }: DecisionInput, create: Create): DmnElement {
  return create('dmn:InputData', {
    id,
    name: label,
    ...(question !== undefined && { description: question }),
    variable: create('dmn:InformationItem', { id: `${id}_variable`, name, typeRef: type }),
  })
}

function writeDecision(decision: Decision, isInput: ReadonlySet<string>, create: Create): DmnElement {
  const { id, name, label, type, requires, logic } = decision
  return create('dmn:Decision', {
    id,
    name: label,
    variable: create('dmn:InformationItem', { id: `${id}_variable`, name, typeRef: type }),
    informationRequirement: requires.map((other) =>
      create('dmn:InformationRequirement', {
        id: requirementId(id, other),
        [isInput.has(other) ? 'requiredInput' : 'requiredDecision']: create('dmn:DMNElementReference', {
          href: `#${other}`,
        }),
      }),
    ),
    decisionLogic: writeLogic(id, logic, type, create),
  })
}

function requirementId(decision: string, other: string): string {
  return `${decision}_on_${other}`
}

function writeLogic(id: string, logic: DecisionLogic, type: string, create: Create): DmnElement {
  if (logic.kind === 'expression') {
    return create('dmn:LiteralExpression', { id: `${id}_logic`, typeRef: type, text: logic.text })
  }
  const { hits, inputs, outputs, rules } = logic
  return create('dmn:DecisionTable', {
    id: `${id}_logic`,
    hitPolicy: hits,
    input: inputs.map(({ label, expression, type: typeRef }, column) =>
      create('dmn:InputClause', {
        id: `${id}_in_${column + 1}`,
        label,
        inputExpression: create('dmn:LiteralExpression', {
          id: `${id}_in_${column + 1}_expression`,
          typeRef,
          text: expression,
        }),
      }),
    ),
    output: outputs.map(({ name, label, type: typeRef }, column) =>
      create('dmn:OutputClause', { id: `${id}_out_${column + 1}`, label, name, typeRef }),
    ),
    rule: rules.map((rule, row) =>
      create('dmn:DecisionRule', {
        id: `${id}_rule_${row + 1}`,
        inputEntry: rule.inputs.map((text, column) =>
          create('dmn:UnaryTests', { id: `${id}_rule_${row + 1}_in_${column + 1}`, text }),
        ),
        outputEntry: rule.outputs.map((text, column) =>
          create('dmn:LiteralExpression', { id: `${id}_rule_${row + 1}_out_${column + 1}`, text }),
        ),
      }),
    ),
  })
}

function drawDiagram(
  decisions: readonly Decision[],
  boxes: readonly Box[],
  elements: ReadonlyMap<string, DmnElement>,
  create: Create,
): DmnElement {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const shapes = boxes.map(({ id, x, y, width, height }) =>
    create('dmndi:DMNShape', {
      id: `${id}_shape`,
      dmnElementRef: elements.get(id),
      bounds: create('dc:Bounds', { x, y, width, height }),
    }),
  )
  const edges = decisions.flatMap(({ id, requires }) =>
    requires.flatMap((other) => {
      const [from, to] = [byId.get(other), byId.get(id)]
      if (from === undefined || to === undefined) return []
      const points = [
        { x: from.x + from.width / 2, y: from.y },
        { x: to.x + to.width / 2, y: to.y + to.height },
      ]
      return create('dmndi:DMNEdge', {
        id: `${requirementId(id, other)}_edge`,
        dmnElementRef: { $type: 'dmn:InformationRequirement', id: requirementId(id, other) },
        waypoint: points.map((point) => create('dc:Point', point)),
      })
    }),
  )
  return create('dmndi:DMNDI', {
    diagrams: [create('dmndi:DMNDiagram', { id: 'diagram', diagramElements: [...shapes, ...edges] })],
  })
}
