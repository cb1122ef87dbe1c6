import { readFileSync } from 'node:fs'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { parseInstant } from '../../../src/calendar/instant.ts'
import { compile } from '../../../src/compile/compile.ts'
import type { Actor } from '../../../src/engine/actor.ts'
import type { CaseState } from '../../../src/engine/case-state.ts'
import type { Command } from '../../../src/engine/command.ts'
import { decide } from '../../../src/engine/decide.ts'
import type { CaseEvent } from '../../../src/engine/event.ts'
import { type CaseDefinition, prepareDefinition } from '../../../src/engine/flow/definition.ts'
import type { DefinitionSource } from '../../../src/engine/flow/print-definition.ts'
import { newCase } from '../../../src/engine/new-case.ts'

const text = readFileSync(new URL('licence.zw', import.meta.url), 'utf8')

export const calendar = createCalendar()

/** The licence of licence.zw, or another version of it made by replacing words. */
export function compileLicence(...changes: readonly (readonly [before: string, after: string])[]): DefinitionSource {
  const changed = changes.reduce((version, [before, after]) => {
    if (!version.includes(before)) throw new Error(`licence.zw has no “${before}”`)
    return version.replace(before, after)
  }, text)
  const { matters, diagnostics } = compile([{ uri: 'licence.zw', text: changed }], { asOf: '2026-09-28' })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const licence = matters.get('餐饮许可')
  if (licence === undefined || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  return { matter: licence.matter, graph: licence.graph }
}

/** A definition that is known to be sound. */
export function define(source: DefinitionSource): CaseDefinition {
  const prepared = prepareDefinition(source)
  if (!prepared.ok) throw new Error(prepared.error.message)
  return prepared.value
}

/** A moment in Beijing: `2026-09-28 10:20`. */
export function moment(words: string): number {
  const read = parseInstant(`${words.replace(' ', 'T')}+08:00`)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

export const applicant: Actor = { kind: 'applicant', id: 'person-1', roles: [] }
export const system: Actor = { kind: 'system', id: 'system', roles: [] }
export const counter = staff('窗口人员')
export const reviewer = staff('审查人员')
export const inspector = staff('核查人员')
export const approver = staff('审批负责人')

function staff(role: string): Actor {
  return { kind: 'staff', id: 'staff-1', roles: [role] }
}

export const area = {
  经营面积: { kind: 'number', amount: '80' },
  自制高风险食品: { kind: 'boolean', value: false },
} as const
export const form = [{ name: '申请书', reference: 'sha256:1' }] as const

/** One thing that somebody does in a story: when, who, what. */
export type Told = readonly [when: string, by: Actor, command: Command]

/** What is done to a licence from the application to delivery, across National Day. */
export const STORY: readonly Told[] = [
  ['2026-09-28 09:00', applicant, { kind: 'submit', facts: area, materials: form }],
  [
    '2026-09-28 09:01',
    system,
    { kind: 'answerService', request: 2, outcome: 'done', materials: [{ name: '营业执照' }] },
  ],
  ['2026-09-29 10:00', counter, { kind: 'accept' }],
  ['2026-09-30 10:00', reviewer, { kind: 'startStep', step: '材料审查' }],
  ['2026-09-30 11:00', reviewer, { kind: 'completeStep', step: '材料审查' }],
  ['2026-10-09 09:00', inspector, { kind: 'completeStep', step: '现场核查' }],
  ['2026-10-10 09:00', approver, { kind: 'completeStep', step: '决定', outcome: '通过' }],
  ['2026-10-12 09:00', counter, { kind: 'completeStep', step: '制证送达' }],
  ['2026-10-13 15:00', applicant, { kind: 'rate', score: 5 }],
]

/** Tells a story of one case: its events and where it ends. Throws for what is refused. */
export function tell(
  definition: CaseDefinition,
  story: readonly Told[],
  caseId = 'case-1',
): { readonly state: CaseState; readonly events: readonly CaseEvent[] } {
  let state: CaseState | undefined
  const events: CaseEvent[] = []
  for (const [when, by, command] of story) {
    const decided = decide(definition, state ?? newCase(caseId), command, { at: moment(when), by, calendar })
    if (decided.refused !== undefined) throw new Error(`${command.kind}：${decided.refused.message}`)
    events.push(...decided.events)
    state = decided.state
  }
  if (state === undefined) throw new Error('a story begins with 提交')
  return { state, events }
}
