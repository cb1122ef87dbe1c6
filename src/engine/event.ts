import * as z from 'zod'
import { keysOf } from '../base/keys-of.ts'
import { dateSchema, nameSchema } from '../model/common.ts'
import { durationSchema } from '../model/duration.ts'
import { CLOCK_EFFECTS } from '../model/terms.ts'
import { actorSchema, idSchema } from './actor.ts'
import {
  channelSchema,
  factRecordSchema,
  handlingSchema,
  reasonSchema,
  receivedMaterialsSchema,
  serviceDataSchema,
  serviceSchema,
} from './parts.ts'

const facts = factRecordSchema.exactOptional()
const materials = receivedMaterialsSchema.exactOptional()
const judgements = z.record(nameSchema, z.boolean()).readonly().exactOptional()
const nodes = z.array(z.int().min(0)).readonly()
const clockEffect = z.enum(keysOf(CLOCK_EFFECTS))
const alertLevel = z.enum(['yellow', 'red'])

/** A step or procedure that an event is about: its node in the graph, and its name so that the history reads by itself. */
const node = { node: z.int().min(0), step: nameSchema }

/** What every event carries: version of its shape, place in the case, the moment, and who did it. */
const envelope = {
  v: z.literal(1),
  seq: z.int().min(1),
  /** Unit: milliseconds since 1970-01-01T00:00:00Z. What falls due by law carries the moment it fell due, however late the tick. */
  at: z.int(),
  by: actorSchema,
}

function event<K extends string, S extends z.ZodRawShape>(kind: K, shape: S) {
  return z.strictObject({ kind: z.literal(kind), ...envelope, ...shape }).readonly()
}

/** Something that happened to a case (事件), one kind each. Past tense; complete by itself, so that replaying needs no definition. */
export const caseEventSchema = z.discriminatedUnion('kind', [
  event('submitted', {
    caseId: idSchema,
    /** Hash of the definition that the case runs on. */
    definition: z.string(),
    matter: nameSchema,
    /** How many nodes, and procedures without a place, the definition has. */
    nodeCount: z.int().min(0),
    floatingCount: z.int().min(0),
    applicant: idSchema,
    facts,
    materials,
    channel: channelSchema.exactOptional(),
    handling: handlingSchema.exactOptional(),
  }),
  event('supplementRequested', {
    name: nameSchema,
    missing: z.array(nameSchema).readonly(),
    clock: clockEffect,
    limit: durationSchema.exactOptional(),
    reason: reasonSchema.exactOptional(),
  }),
  event('supplemented', { facts, materials }),
  /** The applicant did not supply in time and 逾期 says 继续办理: handling goes on without. */
  event('supplementLapsed', { name: nameSchema }),
  event('factsProvided', { facts: factRecordSchema }),
  event('materialsProvided', { materials: receivedMaterialsSchema }),
  event('accepted', {
    /** The day from which the limits run; the day of receipt where the law deems the case accepted. */
    acceptedOn: dateSchema,
    how: z.enum(['officer', 'deemed', 'withoutStep']),
    facts,
    judgements,
  }),
  event('refused', { reason: reasonSchema, judgements }),
  /**
   * What became of nodes: each stands in at most one list. `chosen` holds pairs of a choice and its branch. `decidedAt` is
   * there when the way that is left has no 决定 any more: the moment of the last one that was made.
   */
  event('flowAdvanced', {
    ready: nodes,
    passedOver: nodes,
    dead: nodes,
    blocked: nodes,
    cancelled: nodes,
    chosen: z.array(z.tuple([z.int().min(0), z.int().min(-1)]).readonly()).readonly(),
    decidedAt: z.int().exactOptional(),
  }),
  event('stepStarted', { ...node, clock: clockEffect }),
  event('stepCompleted', {
    ...node,
    outcome: z.string().exactOptional(),
    /** True for the last step of 决定 that the case waits for: the statutory clock stops. */
    decides: z.boolean(),
    outputs: z.array(nameSchema).readonly(),
    facts,
    materials,
  }),
  /** `reset` lists the step and all that depends on it; what these had found out and issued no longer holds. */
  event('returned', {
    ...node,
    reset: nodes,
    clearedFacts: z.array(nameSchema).readonly(),
    voidedOutputs: z.array(nameSchema).readonly(),
    reason: reasonSchema,
  }),
  event('procedureStarted', {
    procedure: nameSchema,
    /** Node of a procedure with 位置, else its place among the floating ones. */
    node: z.int().min(0).exactOptional(),
    floating: z.int().min(0).exactOptional(),
    clock: clockEffect,
    limit: durationSchema.exactOptional(),
    reason: reasonSchema.exactOptional(),
  }),
  event('procedureEnded', {
    procedure: nameSchema,
    node: z.int().min(0).exactOptional(),
    floating: z.int().min(0).exactOptional(),
    facts,
  }),
  event('extended', {
    name: nameSchema,
    extendBy: durationSchema.exactOptional(),
    extendTo: durationSchema.exactOptional(),
    reason: reasonSchema,
  }),
  event('closed', {
    outputs: z.array(nameSchema).readonly(),
    outstanding: z.array(nameSchema).readonly(),
    reason: reasonSchema.exactOptional(),
  }),
  event('delivered', { channel: channelSchema.exactOptional() }),
  /** `deemed`: the supplement was overdue and 逾期 says 视为撤回. */
  event('withdrawn', { deemed: z.boolean(), reason: reasonSchema.exactOptional() }),
  event('terminated', { reason: reasonSchema }),
  event('rated', {
    score: z.int().min(1).max(5),
    step: nameSchema.exactOptional(),
    comment: reasonSchema.exactOptional(),
  }),
  event('serviceRequested', {
    service: serviceSchema,
    step: nameSchema.exactOptional(),
    data: serviceDataSchema.exactOptional(),
  }),
  event('serviceAnswered', {
    request: z.int().min(1),
    service: serviceSchema,
    outcome: z.enum(['done', 'failed']),
    data: serviceDataSchema.exactOptional(),
    facts,
    materials,
  }),
  /** A clock reached a point that its supervisor wants to hear of (预警). */
  event('alerted', { clock: z.string(), level: alertLevel, dueOn: z.string() }),
  /** The case goes on under another version of the matter (过渡). */
  event('migrated', {
    definition: z.string(),
    nodeCount: z.int().min(0),
    floatingCount: z.int().min(0),
    /** For each node of the new definition the node of the old one whose state it takes, or -1. */
    from: z.array(z.int().min(-1)).readonly(),
    /** The branch that each choice of the new definition has taken, or -1: branches may stand in another order there. */
    chosen: z.array(z.int().min(-1)).readonly(),
    floatingFrom: z.array(z.int().min(-1)).readonly(),
  }),
])
/** Something that happened to a case (事件). */
export type CaseEvent = z.infer<typeof caseEventSchema>
/** The kind of an event (事件种类). */
export type EventKind = CaseEvent['kind']
/** All kinds of events (事件种类表). */
export const EVENT_KINDS: readonly EventKind[] = caseEventSchema.options.map(
  (option) => option.unwrap().shape.kind.value,
)
/** The event of one kind. */
export type EventOf<K extends EventKind> = Extract<CaseEvent, { readonly kind: K }>
