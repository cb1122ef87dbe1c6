import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import { type BpmnEngineOptions, Engine } from 'bpmn-engine'
import { evaluate } from 'feelin'

/** What the facts of a case are for FEEL, by their names there. */
export type FeelFacts = Readonly<Record<string, unknown>>

/** A case that bpmn-engine does (办件), step by step. */
export interface TokenCase {
  /** The ids of the user tasks that wait, in the order of their ids. */
  readonly waiting: () => readonly string[]
  /** Does one of them, and all that follows by itself. */
  readonly complete: (id: string) => void
  readonly hasEnded: () => boolean
}

/** The parts of bpmn-engine's elements that are touched here. */
interface SequenceFlow {
  discard: () => void
}
interface Elements {
  readonly SequenceFlow: new (...parts: readonly unknown[]) => SequenceFlow
  readonly Timers: new (options: {
    readonly setTimeout: () => number
    readonly clearTimeout: () => void
  }) => NonNullable<BpmnEngineOptions['timers']>
}

const elements: Elements = createRequire(import.meta.resolve('bpmn-engine'))('bpmn-elements')

/** The condition of a flow as bpmn-engine hands it over. */
interface ConditionHolder {
  readonly id: string
  readonly type: string
  readonly behaviour: { readonly conditionExpression?: { readonly language?: string; readonly body?: string } }
}

/** Conditions in FEEL, which the engine leaves to others. What is unknown does not hold. */
function feelScripts(facts: FeelFacts): NonNullable<BpmnEngineOptions['scripts']> {
  const bodies = new Map<string, string>()
  return {
    register(activity: ConditionHolder) {
      const body = activity.behaviour?.conditionExpression?.body
      if (body !== undefined) bodies.set(activity.id, body)
      return undefined
    },
    getScript(_language: string, { id }: { readonly id: string }) {
      const body = bodies.get(id) ?? 'null'
      return {
        execute: (_scope: unknown, next: (error: null, result: boolean) => void) => next(null, holds(body, facts)),
      }
    },
  }
}

function holds(body: string, facts: FeelFacts): boolean {
  return evaluate(body, facts).value === true
}

/**
 * bpmn-engine 25 sends "dead" tokens along the flows that an exclusive gateway does not take, and counts them where a parallel
 * gateway waits, so that one behind an exclusive join goes on too early (fixed in its next version, which this registry lacks;
 * test/differential/bpmn-engine.test.ts shows it). The standard knows no such tokens: without them the engine does what it says.
 */
function withoutDeadTokens(): Pick<Elements, 'SequenceFlow'> {
  return {
    SequenceFlow: class extends elements.SequenceFlow {
      override discard = () => undefined
    },
  }
}

/** Begins a case. `deadTokens` leaves the engine as it comes. */
export async function beginTokenCase(
  source: string,
  facts: FeelFacts,
  { deadTokens = false }: { readonly deadTokens?: boolean } = {},
): Promise<TokenCase> {
  const engine = new Engine({
    name: 'case',
    source,
    scripts: feelScripts(facts),
    // Time does not pass in these cases: no limit runs out.
    timers: new elements.Timers({ setTimeout: () => 0, clearTimeout: () => undefined }),
    ...(!deadTokens && { elements: withoutDeadTokens() }),
  })
  const listener = new EventEmitter()
  const waiting = new Set<string>()
  const isUserTask = (type: string) => type === 'bpmn:UserTask'
  listener.on('activity.wait', ({ id, type }: { id: string; type: string }) => isUserTask(type) && waiting.add(id))
  for (const event of ['activity.end', 'activity.leave', 'activity.discard'])
    listener.on(event, ({ id }: { id: string }) => waiting.delete(id))
  let ended = false
  let failure: unknown
  engine.once('end', () => {
    ended = true
  })
  engine.once('error', (error: unknown) => {
    failure = error
  })
  const check = () => {
    if (failure !== undefined) throw failure
  }
  const execution = await engine.execute({ listener })
  check()
  return {
    waiting: () => (ended ? [] : [...waiting].toSorted()),
    complete: (id) => {
      execution.signal({ id })
      check()
    },
    hasEnded: () => ended,
  }
}
