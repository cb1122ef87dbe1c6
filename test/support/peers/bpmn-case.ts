import { EventEmitter } from 'node:events'
import { type BpmnEngineExecutionState, Engine } from 'bpmn-engine'
import { AREA, FIRST, LARGE, LAST, SIDE_BY_SIDE } from './ten-steps.ts'

/** The ten-step case as BPMN 2.0: user tasks, an exclusive and two parallel gateways. Ids are ASCII, as BPMN asks. */
const NAMES = [...FIRST, ...SIDE_BY_SIDE, '简易核查', ...LAST]
const idOf = new Map(NAMES.map((name, index) => [name, `task${index}`]))
const nameOf = new Map(NAMES.map((name, index) => [`task${index}`, name]))

const flows: string[] = []
function flow(from: string, to: string, condition = ''): string {
  const id = `flow${flows.length}`
  flows.push(
    `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${
      condition && `<conditionExpression xsi:type="tFormalExpression">${condition}</conditionExpression>`
    }</sequenceFlow>`,
  )
  return id
}

const task = (name: string) => idOf.get(name) ?? name
flow('start', task(FIRST[0]))
flow(task(FIRST[0]), task(FIRST[1]))
flow(task(FIRST[1]), 'choice')
flow('choice', 'fork', '$' + '{environment.variables.large}')
const otherwise = flow('choice', task('简易核查'))
for (const name of SIDE_BY_SIDE) {
  flow('fork', task(name))
  flow(task(name), 'join')
}
flow('join', 'merge')
flow(task('简易核查'), 'merge')
flow('merge', task(LAST[0]))
for (const [index, name] of LAST.entries()) flow(task(name), task(LAST[index + 1] ?? 'end'))

/** Ours reads its definition once and bpmn-engine reads this each time; that is {@link readDiagram}, to be told apart. */
const source = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:case">
<process id="case" isExecutable="true">
<startEvent id="start"/><endEvent id="end"/>
<exclusiveGateway id="choice" default="${otherwise}"/><exclusiveGateway id="merge"/>
<parallelGateway id="fork"/><parallelGateway id="join"/>
${NAMES.map((name) => `<userTask id="${task(name)}" name="${name}"/>`).join('\n')}
${flows.join('\n')}
</process></definitions>`

/** Reads the diagram only. */
export async function readDiagram(): Promise<number> {
  return (await new Engine({ name: 'read', source }).getDefinitions()).length
}

/** Does the case; answers the steps in the order in which they were signalled. */
export async function runBpmn(steps: readonly string[]): Promise<readonly string[]> {
  const { execution, done } = await openBpmn()
  const visited: string[] = []
  for (const step of steps) {
    execution.signal({ id: idOf.get(step) ?? step })
    visited.push(step)
  }
  await done
  return visited
}

/** A live case after some steps. */
export async function openBpmn(steps: readonly string[] = []) {
  const engine = new Engine({ name: 'case', source, variables: { large: AREA >= LARGE } })
  const listener = new EventEmitter()
  const waiting: string[] = []
  listener.on('activity.wait', ({ id }: { id: string }) => waiting.push(nameOf.get(id) ?? id))
  const done = new Promise<void>((resolve, reject) => {
    engine.once('end', () => resolve())
    engine.once('error', reject)
  })
  const execution = await engine.execute({ listener })
  for (const step of steps) execution.signal({ id: idOf.get(step) ?? step })
  return { engine, execution, done, waiting }
}

/** Saves a live case to text. */
export async function saveBpmn(engine: Engine): Promise<string> {
  return JSON.stringify(await engine.getState())
}

/** Takes it up again. */
export async function restoreBpmn(text: string) {
  const state: BpmnEngineExecutionState = JSON.parse(text)
  const engine = new Engine({ name: 'case' }).recover(state)
  const execution = await engine.resume()
  return { engine, execution }
}
