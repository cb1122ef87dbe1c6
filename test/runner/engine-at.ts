import type { Actor } from '../../src/engine/actor.ts'
import type { Command } from '../../src/engine/command.ts'
import type { Answer, Done } from '../../src/runner/answer.ts'
import type { Engine } from '../../src/runner/engine.ts'
import { type EngineOptions, openEngine } from '../../src/runner/open-engine.ts'
import type { Trouble } from '../../src/runner/trouble.ts'
import { compileLicence, moment, type Told } from '../support/engine/licence.ts'

/** An engine with a clock that a test sets, and nothing going on in the background. */
export interface TestedEngine extends Engine {
  /** Sets the clock: `2026-09-28 09:00`. */
  readonly setClock: (words: string) => void
  readonly pass: (milliseconds: number) => void
  readonly troubles: readonly Trouble[]
  /** Does what was told, each at its time; the submit goes to the licence. */
  readonly tell: (caseId: string, story: readonly Told[]) => Promise<Done>
  readonly send: (caseId: string, by: Actor, command: Command) => Promise<Answer>
}

/** Opens an engine for the licence at 2026-09-28 09:00 over a store in memory, unless told otherwise. */
export async function engineAt(options: Partial<EngineOptions> = {}): Promise<TestedEngine> {
  let time = moment('2026-09-28 09:00')
  const troubles: Trouble[] = []
  const engine = await openEngine({
    store: 'memory:',
    definitions: [compileLicence()],
    now: () => time,
    pollEvery: false,
    onTrouble: (trouble) => troubles.push(trouble),
    ...options,
  })
  const send = (caseId: string, by: Actor, command: Command) =>
    engine.dispatch({ caseId, by, command, ...(command.kind === 'submit' && { matter: '餐饮许可' }) })
  return {
    ...engine,
    troubles,
    setClock: (words) => {
      time = moment(words)
    },
    pass: (milliseconds) => {
      time += milliseconds
    },
    send,
    async tell(caseId, story) {
      let last: Done | undefined
      for (const [when, by, command] of story) {
        time = moment(when)
        const answer = await send(caseId, by, command)
        if (answer.kind === 'refused') throw new Error(`${command.kind}：${answer.refusal.message}`)
        last = answer
      }
      if (last === undefined) throw new Error('nothing was told')
      return last
    },
  }
}
