import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Append } from '../../../src/stores/case-store.ts'
import { openStore } from '../../../src/stores/open-store.ts'
import { checkHistories } from './check-histories.ts'
import { SHARED_STORES } from './places.ts'
import { type Program, startProgram } from './start-program.ts'

const ROUNDS = 100

/** How many lines a writer writes at most before its end is near: two for every append. */
const MOST_LINES = 24

/** The longest that it goes on after that. Unit: milliseconds. */
const LONGEST_END = 6

/** How many writers are loaded in advance. */
const LOADED = 3

const appendSchema = z.custom<Append>((value) => typeof value === 'object' && value !== null && 'events' in value)
const lineSchema = z.union([
  z.strictObject({ tried: appendSchema }),
  z.strictObject({
    acknowledged: z.string(),
    answer: z.strictObject({ kind: z.literal('appended'), version: z.int(), position: z.int() }),
  }),
])

describe.each(SHARED_STORES)('a writer on $name killed at random moments', ({ newPlace }) => {
  test(`${ROUNDS} times: nothing acknowledged is lost, nothing is there twice, nothing half`, {
    timeout: 400_000,
  }, async () => {
    const place = await newPlace()
    const store = await openStore(place)
    const acknowledged = new Map<string, number>()
    const tried = new Map<string, Append>()
    const resent = { appended: 0, repeated: 0 }
    const loaded: Program[] = []
    for (let round = 0; round < ROUNDS; round++) {
      while (loaded.length < Math.min(LOADED, ROUNDS - round))
        loaded.push(startProgram('writer', place, `${round + loaded.length}`))
      const writer = loaded.shift()
      if (writer === undefined) throw new Error('a writer is loaded')
      await writer.ready
      writer.go()
      // Not by the time alone: on a busy machine none would come as far as its first append.
      await writer.wrote(Math.floor(Math.random() * MOST_LINES))
      await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_END))
      writer.kill()
      expect(await writer.ending).toEqual({ errors: '', code: null, signal: 'SIGKILL' })

      let unanswered: Append | undefined
      for (const line of z.array(lineSchema).parse(await writer.lines)) {
        if ('tried' in line) {
          unanswered = line.tried
          tried.set(unanswered.idempotencyKey ?? '', unanswered)
        } else {
          unanswered = undefined
          acknowledged.set(line.acknowledged, line.answer.position)
        }
      }
      // Its client has heard no answer and asks again.
      if (unanswered !== undefined) {
        const answer = await store.append(unanswered)
        if (answer.kind === 'repeated') expect(answer).toMatchObject({ version: unanswered.summary.version })
        else expect(answer).toMatchObject({ kind: 'appended' })
        if (answer.kind !== 'conflict') resent[answer.kind]++
      }
    }

    const histories = await checkHistories(store)
    let events = 0
    for (const [key, append] of tried) {
      const kept = histories.get(append.summary.caseId)?.slice(append.expectedVersion, append.summary.version)
      expect(kept?.map(({ hash }) => hash)).toEqual(append.events.map(({ hash }) => hash))
      const position = acknowledged.get(key)
      if (position !== undefined) expect(kept?.at(-1)?.position).toBe(position)
      events += append.events.length
    }
    // Nothing but what was tried is there, so nothing is there twice.
    expect([...histories.values()].flat()).toHaveLength(events)
    expect(acknowledged.size).toBeGreaterThan(ROUNDS)
    // The kills fell into appends, not between them: many were never acknowledged.
    expect(resent.appended + resent.repeated).toBeGreaterThan(ROUNDS / 4)
    await store.close()
  })
})
