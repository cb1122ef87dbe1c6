import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandSchema } from '../../src/engine/command.ts'
import { prepareDefinition } from '../../src/engine/flow/definition.ts'
import { COMMAND_KINDS } from '../../src/testing/arbitraries/arbitrary-command.ts'
import {
  arbitraryActor,
  arbitraryCaseWalk,
  arbitraryCommand,
  arbitraryMatter,
  type CaseWalk,
} from '../../src/testing/arbitraries/index.ts'
import { matterIn } from '../../src/testing/index.ts'
import { SHOP_PERMIT, workspaceOf } from './shop-permit.ts'

const permit = matterIn(workspaceOf(SHOP_PERMIT), '小餐饮店许可')
const definition = (() => {
  const prepared = prepareDefinition(permit)
  if (!prepared.ok) throw new Error(prepared.error.message)
  return prepared.value
})()

const walks = fc.sample(arbitraryCaseWalk(definition), { numRuns: 300, seed: 1 })

describe('arbitraryCommand', () => {
  test('gives well-formed commands of every kind, most of them about parts of the matter', () => {
    const commands = fc.sample(arbitraryCommand(permit), { numRuns: 5_000, seed: 1 })
    expect(new Set(commands.map(({ kind }) => kind))).toEqual(new Set(COMMAND_KINDS))
    for (const command of commands) expect(commandSchema.parse(command)).toEqual(command)
    const steps = commands.flatMap((command) => (command.kind === 'completeStep' ? [command.step] : []))
    const known = steps.filter((step) => definition.nodeOf.has(step))
    expect(known.length).toBeLessThan(steps.length)
    expect(known.length).toBeGreaterThan(0.8 * steps.length)
  })

  test('keeps to the kinds that are asked for', () => {
    fc.assert(
      fc.property(arbitraryCommand(permit, { kinds: ['accept', 'rate'] }), ({ kind }) => {
        expect(['accept', 'rate']).toContain(kind)
      }),
    )
  })
})

describe('arbitraryActor', () => {
  test('is anybody: applicants, staff with the roles of the matter or without, the system', () => {
    const roles = ['窗口人员', '审查人员']
    const flow = permit.matter.flow.map((item, index) => ({ ...item, role: roles[index % 2] ?? '' }))
    const actors = fc.sample(arbitraryActor({ flow }), { numRuns: 300, seed: 1 })
    expect(new Set(actors.map(({ kind }) => kind))).toEqual(new Set(['applicant', 'staff', 'system']))
    expect(new Set(actors.flatMap((actor) => actor.roles))).toEqual(new Set(roles))
    expect(actors.some(({ kind, roles: held }) => kind === 'staff' && held.length === 0)).toBe(true)
  })
})

describe('arbitraryCaseWalk', () => {
  test('comes to every end, and often to a good one', () => {
    const endings = walks.map(({ state }) => ('ending' in state ? state.ending : undefined))
    expect(new Set(endings)).toEqual(new Set(['closed', 'refused', 'withdrawn', 'terminated', undefined]))
    expect(endings.filter((ending) => ending === 'closed').length).toBeGreaterThan(walks.length / 4)
  })

  test('keeps its promise about length and moments, and never goes back in time', () => {
    const from = Date.UTC(2025, 2, 3, 1)
    fc.assert(
      fc.property(arbitraryCaseWalk(definition, { from, mostCommands: 8 }), ({ attempts }) => {
        const moments = attempts.map(({ context }) => context.at)
        expect(attempts.length).toBeLessThanOrEqual(8)
        expect(moments[0]).toBeGreaterThanOrEqual(from)
        expect(moments).toEqual([...moments].sort((a, b) => a - b))
      }),
    )
  })

  test('tells a counterexample as a story, one command a line', () => {
    const tells = (walk: CaseWalk) => fc.stringify(walk)
    expect(walks.map(tells).find((story) => story.includes('wrong-role'))).toMatch(
      /^小餐饮店许可（.*）\n.* → submitted、/,
    )
  })

  test('any matter of the kit can carry cases', () => {
    fc.assert(
      fc.property(arbitraryMatter, (measurable) => {
        expect(prepareDefinition(measurable).ok).toBe(true)
      }),
    )
  })
})
