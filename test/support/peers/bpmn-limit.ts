import { Engine } from 'bpmn-engine'

/** A task with a limit as BPMN models it: a boundary timer with an ISO 8601 duration. BPMN knows no working days. */
function source(days: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:limit">
<process id="p" isExecutable="true">
<startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="task"/><userTask id="task"/>
<boundaryEvent id="limit" attachedToRef="task"><timerEventDefinition>
<timeDuration xsi:type="tFormalExpression">P${days}D</timeDuration></timerEventDefinition></boundaryEvent>
<sequenceFlow id="b" sourceRef="limit" targetRef="overdue"/><sequenceFlow id="c" sourceRef="task" targetRef="done"/>
<endEvent id="overdue"/><endEvent id="done"/>
</process></definitions>`
}

/** How many days pass until the limit runs out, by a clock that the caller moves; undefined where it never does. */
export async function overdueAfter(days: number, passOneDay: () => Promise<unknown>): Promise<number | undefined> {
  const { engine, hasEnded } = await start(new Engine({ name: 'limit', source: source(days) }))
  return countDays(engine, hasEnded, 0, days, passOneDay)
}

/** The same where the process is stopped on the way and started again from what the engine keeps, some days later. */
export async function overdueAfterRestart(
  days: number,
  { stopAt, stoppedFor }: { readonly stopAt: number; readonly stoppedFor: number },
  passOneDay: () => Promise<unknown>,
): Promise<number | undefined> {
  const { engine } = await start(new Engine({ name: 'limit', source: source(days) }))
  for (let day = 0; day < stopAt; day++) await passOneDay()
  const kept = JSON.stringify(await engine.getState())
  await engine.stop()
  for (let day = 0; day < stoppedFor; day++) await passOneDay()
  const restored = new Engine({ name: 'limit' }).recover(JSON.parse(kept))
  let ended = false
  restored.once('end', () => {
    ended = true
  })
  await restored.resume()
  return countDays(restored, () => ended, stopAt + stoppedFor, days, passOneDay)
}

async function start(engine: Engine) {
  let ended = false
  engine.once('end', () => {
    ended = true
  })
  await engine.execute()
  return { engine, hasEnded: () => ended }
}

async function countDays(
  engine: Engine,
  hasEnded: () => boolean,
  from: number,
  days: number,
  passOneDay: () => Promise<unknown>,
): Promise<number | undefined> {
  for (let day = from + 1; day <= 3 * days + 60; day++) {
    await passOneDay()
    if (hasEnded()) return day
  }
  await engine.stop()
  return undefined
}
