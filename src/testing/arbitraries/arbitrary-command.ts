import fc from 'fast-check'
import { keysOf } from '../../base/keys-of.ts'
import type { Command, CommandKind, CommandOf } from '../../engine/command.ts'
import type { DefinitionSource } from '../../engine/flow/print-definition.ts'
import { type FactRecord, type ReceivedMaterial, SERVICES } from '../../engine/parts.ts'
import { CHANNELS } from '../../model/terms.ts'
import { arbitraryFacts } from './arbitrary-facts.ts'

/** Which commands there are (命令的范围). */
export interface CommandOptions {
  /** Only these kinds; default: all. */
  readonly kinds?: readonly CommandKind[]
}

/** A name that no matter has. */
const UNKNOWN = '没有的名称'

/**
 * Any command on a case of a matter (任意命令). Most speak of steps, facts and materials that the matter has, a few of what it
 * has not; few fit the moment. For programs that must take whatever comes: a gateway, an audit, the engine itself.
 */
export function arbitraryCommand(
  source: DefinitionSource,
  { kinds = COMMAND_KINDS }: CommandOptions = {},
): fc.Arbitrary<Command> {
  const parts = partsOf(source)
  return fc.oneof(...kinds.map((kind) => commandOf(kind, parts)))
}

function commandOf<K extends CommandKind>(kind: K, parts: Parts): fc.Arbitrary<Command> {
  return KINDS[kind](parts)
}

/** What commands are made of, drawn from one matter. */
interface Parts {
  readonly step: fc.Arbitrary<string>
  readonly procedure: fc.Arbitrary<string>
  readonly supplement: fc.Arbitrary<string>
  readonly extension: fc.Arbitrary<string>
  readonly missing: fc.Arbitrary<readonly string[]>
  readonly facts: fc.Arbitrary<FactRecord>
  readonly materials: fc.Arbitrary<readonly ReceivedMaterial[]>
  readonly judgements: fc.Arbitrary<Readonly<Record<string, boolean>>>
  readonly outcome: fc.Arbitrary<string>
}

function partsOf(source: DefinitionSource): Parts {
  const { matter, graph } = source
  const nodes = graph.nodes.map(({ name }) => name)
  const procedures = matter.specialProcedures.map(({ name }) => name)
  const materials = matter.materials.map(({ name }) => name)
  const options = matter.facts.flatMap((fact) => fact.options)
  return {
    step: nameAmong(nodes),
    procedure: nameAmong(procedures),
    supplement: nameAmong(matter.supplements.map(({ name }) => name)),
    extension: nameAmong(matter.extensions.map(({ name }) => name)),
    missing: fc.array(nameAmong([...materials, ...matter.facts.map(({ name }) => name)]), {
      minLength: 1,
      maxLength: 3,
    }),
    facts: arbitraryFacts(source, { partial: true }).map((facts) => Object.fromEntries(facts)),
    materials: fc.array(
      nameAmong(materials).map((name) => ({ name })),
      { maxLength: Math.max(1, materials.length) },
    ),
    judgements: fc.dictionary(nameAmong(matter.requirements.map(({ name }) => name)), fc.boolean(), { maxKeys: 3 }),
    outcome: fc.constantFrom('通过', '不通过', ...options, UNKNOWN),
  }
}

/** One name in twenty is unknown. */
function nameAmong(names: readonly string[]): fc.Arbitrary<string> {
  if (names.length === 0) return fc.constant(UNKNOWN)
  return fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.constant(UNKNOWN) })
}

const channel = fc.constantFrom(...keysOf(CHANNELS))
const reason = fc.constantFrom('材料不符', '需要进一步核实', '申请人要求')
const service = fc.constantFrom(...keysOf(SERVICES))
const data = fc.constantFrom({}, { 编号: 'A-1' }, { 已支付: true, 金额: 1200 })

/** For each kind of command how it is drawn; parts that may be left out sometimes are. */
const KINDS: { readonly [K in CommandKind]: (parts: Parts) => fc.Arbitrary<CommandOf<K>> } = {
  submit: ({ facts, materials }) =>
    fc.record(
      {
        kind: fc.constant('submit'),
        facts,
        materials,
        channel,
        applicant: fc.constantFrom('applicant-1', 'applicant-2'),
        handling: fc.constant({ receivingOrgan: '甲市政务大厅', decidingOrgan: '乙市政务大厅' }),
      },
      { requiredKeys: ['kind'] },
    ),
  requestSupplement: ({ missing, supplement: name }) =>
    fc.record({ kind: fc.constant('requestSupplement'), missing, name, reason }, { requiredKeys: ['kind', 'missing'] }),
  supplement: ({ facts, materials }) =>
    fc.record({ kind: fc.constant('supplement'), facts, materials }, { requiredKeys: ['kind'] }),
  provideFacts: ({ facts }) => fc.record({ kind: fc.constant('provideFacts'), facts }),
  provideMaterials: ({ materials }) => fc.record({ kind: fc.constant('provideMaterials'), materials }),
  accept: ({ step, facts, judgements }) =>
    fc.record({ kind: fc.constant('accept'), step, facts, judgements }, { requiredKeys: ['kind'] }),
  refuse: ({ judgements }) =>
    fc.record({ kind: fc.constant('refuse'), reason, judgements }, { requiredKeys: ['kind', 'reason'] }),
  startStep: ({ step }) => fc.record({ kind: fc.constant('startStep'), step }),
  completeStep: ({ step, outcome, facts, materials }) =>
    fc.record(
      { kind: fc.constant('completeStep'), step, outcome, facts, materials },
      { requiredKeys: ['kind', 'step'] },
    ),
  returnTo: ({ step }) => fc.record({ kind: fc.constant('returnTo'), step, reason }),
  startProcedure: ({ procedure }) =>
    fc.record({ kind: fc.constant('startProcedure'), procedure, reason }, { requiredKeys: ['kind', 'procedure'] }),
  endProcedure: ({ procedure, facts }) =>
    fc.record({ kind: fc.constant('endProcedure'), procedure, facts }, { requiredKeys: ['kind', 'procedure'] }),
  extend: ({ extension: name }) =>
    fc.record({ kind: fc.constant('extend'), reason, name }, { requiredKeys: ['kind', 'reason'] }),
  close: () => fc.record({ kind: fc.constant('close'), reason }, { requiredKeys: ['kind'] }),
  deliver: () => fc.record({ kind: fc.constant('deliver'), channel }, { requiredKeys: ['kind'] }),
  withdraw: () => fc.record({ kind: fc.constant('withdraw'), reason }, { requiredKeys: ['kind'] }),
  terminate: () => fc.record({ kind: fc.constant('terminate'), reason }),
  rate: ({ step }) =>
    fc.record(
      { kind: fc.constant('rate'), score: fc.integer({ min: 1, max: 5 }), step, comment: reason },
      { requiredKeys: ['kind', 'score'] },
    ),
  requestService: ({ step }) =>
    fc.record({ kind: fc.constant('requestService'), service, step, data }, { requiredKeys: ['kind', 'service'] }),
  answerService: ({ facts, materials }) =>
    fc.record(
      {
        kind: fc.constant('answerService'),
        request: fc.integer({ min: 1, max: 30 }),
        outcome: fc.constantFrom('done', 'failed'),
        data,
        facts,
        materials,
      },
      { requiredKeys: ['kind', 'request', 'outcome'] },
    ),
  tick: () => fc.constant({ kind: 'tick' }),
}

/** All kinds of commands (命令种类). */
export const COMMAND_KINDS: readonly CommandKind[] = keysOf(KINDS)
