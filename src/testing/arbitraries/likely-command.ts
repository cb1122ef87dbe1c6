import type { Actor } from '../../engine/actor.ts'
import type { CaseState } from '../../engine/case-state.ts'
import type { Command, CommandKind, CommandOf } from '../../engine/command.ts'
import type { EnabledCommand } from '../../engine/enabled/enabled-command.ts'
import type { CaseDefinition } from '../../engine/flow/definition.ts'
import type { FactRecord } from '../../engine/parts.ts'

/** What a likely command is filled in from. */
export interface Filling {
  readonly definition: CaseDefinition
  readonly state: CaseState | undefined
  /** The answers to all that the matter asks. */
  readonly facts: FactRecord
  /** Decides where several ways are open. */
  readonly turn: number
}

/** Somebody who may do what is enabled (有权办理的人). */
export function likelyActor({ who, role, organs }: EnabledCommand, { state, turn }: Filling): Actor {
  if (who === 'system') return { kind: 'system', id: 'system', roles: [] }
  if (who === 'applicant') return { kind: 'applicant', id: state?.applicant ?? 'applicant-1', roles: [] }
  const organ = organs?.[turn % organs.length]
  return {
    kind: 'staff',
    id: `staff-${(turn % 2) + 1}`,
    roles: role === undefined ? [] : [role],
    ...(organ !== undefined && { organ }),
  }
}

/** What is enabled as a command, with what has to come with it (可办的命令). */
export function likelyCommand(enabled: EnabledCommand, filling: Filling): Command {
  return commandOf(enabled.command, enabled, filling)
}

function commandOf<K extends CommandKind>(kind: K, enabled: EnabledCommand, filling: Filling): Command {
  return KINDS[kind](enabled, filling)
}

const reason = '按规定办理'

const KINDS: { readonly [K in CommandKind]: (enabled: EnabledCommand, filling: Filling) => CommandOf<K> } = {
  submit: ({ who }, filling) => {
    const { definition, turn } = filling
    const names = [...definition.facts.values()].filter(({ filledBy, name }) => {
      return filledBy === undefined && !definition.collectors.has(name)
    })
    // Some leave out answers and documents, so that there is something to ask for.
    const some = <T>(all: readonly T[]) => (turn % 3 === 0 ? all : all.filter((_, index) => (turn >> index) % 2 === 0))
    return {
      kind: 'submit',
      facts: picked(
        some(names).map(({ name }) => name),
        filling,
      ),
      materials: some([...definition.materials.keys()]).map((name) => ({ name })),
      ...(who === 'staff' && { applicant: 'applicant-1' }),
      ...(turn % 5 === 0 && { handling: { receivingOrgan: '甲市政务大厅', decidingOrgan: '乙市政务大厅' } }),
    }
  },
  requestSupplement: ({ name }, { definition, turn }) => {
    const own = [...definition.facts.values()].filter((fact) => {
      return fact.filledBy === undefined && !definition.collectors.has(fact.name)
    })
    const possible = [...definition.materials.keys(), ...own.map((fact) => fact.name)]
    const missing = possible.filter((_, index) => index === turn % possible.length || (turn >> index) % 5 === 0)
    return { kind: 'requestSupplement', ...(name !== undefined && { name }), missing }
  },
  supplement: (enabled, filling) => ({ kind: 'supplement', ...brought(enabled, filling) }),
  provideFacts: ({ facts = [] }, filling) => ({ kind: 'provideFacts', facts: picked(facts, filling) }),
  provideMaterials: ({ materials }, { definition }) => ({
    kind: 'provideMaterials',
    materials: (materials ?? [...definition.materials.keys()]).map((name) => ({ name })),
  }),
  accept: (enabled, filling) => {
    const { facts } = brought(enabled, filling)
    const asked = filling.definition.matter.requirements.filter(({ manualCheck }) => manualCheck !== undefined)
    return {
      kind: 'accept',
      ...(enabled.step !== undefined && { step: enabled.step }),
      ...(facts !== undefined && { facts }),
      ...(filling.turn % 2 === 0 && {
        judgements: Object.fromEntries(asked.map(({ name }) => [name, filling.turn % 8 !== 0])),
      }),
    }
  },
  refuse: () => ({ kind: 'refuse', reason }),
  startStep: ({ step = '' }) => ({ kind: 'startStep', step }),
  completeStep: (enabled, filling) => {
    const { facts } = brought(enabled, filling)
    return { kind: 'completeStep', step: enabled.step ?? '', ...(facts !== undefined && { facts }) }
  },
  returnTo: ({ step = '' }) => ({ kind: 'returnTo', step, reason }),
  startProcedure: ({ procedure = '' }) => ({ kind: 'startProcedure', procedure }),
  endProcedure: ({ procedure = '' }) => ({ kind: 'endProcedure', procedure }),
  extend: ({ name }) => ({ kind: 'extend', reason, ...(name !== undefined && { name }) }),
  close: () => ({ kind: 'close', reason }),
  deliver: () => ({ kind: 'deliver' }),
  withdraw: () => ({ kind: 'withdraw' }),
  terminate: () => ({ kind: 'terminate', reason }),
  rate: ({ step }, { turn }) => ({ kind: 'rate', score: (turn % 5) + 1, ...(step !== undefined && { step }) }),
  requestService: ({ step }, { turn }) => ({
    kind: 'requestService',
    service: turn % 2 === 0 ? 'seal' : 'payment',
    ...(step !== undefined && { step }),
  }),
  answerService: ({ request = 0 }, { turn }) => ({
    kind: 'answerService',
    request,
    outcome: turn % 4 === 0 ? 'failed' : 'done',
  }),
  tick: () => ({ kind: 'tick' }),
}

/** The answers and documents that come with a command. */
function brought({ facts, materials }: EnabledCommand, filling: Filling) {
  return {
    ...(facts !== undefined && { facts: picked(facts, filling) }),
    ...(materials !== undefined && { materials: materials.flatMap((name) => documentsFor(name, filling)) }),
  }
}

/** A document, or for a 任选 all that it offers. */
function documentsFor(name: string, { definition }: Filling) {
  if (definition.materials.has(name)) return [{ name }]
  const choice = definition.matter.materialChoices.find((each) => each.name === name)
  return (choice?.materials ?? []).map((each) => ({ name: each }))
}

function picked(names: readonly string[], { facts }: Filling): FactRecord {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = facts[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
