/**
 * Cases (办件): matters that run. `prepareDefinition` makes a compiled matter ready, `decide` says what comes of a command,
 * `evolve` and `replay` lead from events to the state, `readClocks` and `due` tell every limit. All of it is pure: moments,
 * people and the calendar are arguments, and whoever calls keeps the events.
 */
export type { Result } from '../base/result.ts'
export { type Calendar, createCalendar } from '../calendar/calendar.ts'
export { type Instant, parseInstant, printInstant } from '../calendar/instant.ts'
export type { FactValue } from '../graph/fact-value.ts'
export type { FlowGraph } from '../graph/flow-graph.ts'
export type { PlainFact } from '../graph/read-plain-fact.ts'
export type { Matter } from '../model/matter.ts'
export { type Actor, actorSchema } from './actor.ts'
export {
  type CaseEnding,
  type CaseState,
  type CaseStatus,
  type ClockLedger,
  type LedgerExtension,
  type LedgerPause,
  NODE,
  type NodeState,
  type OpenSupplement,
  type PendingService,
} from './case-state.ts'
export type { AlertLevel, AlertRule } from './clocks/alert-rule.ts'
export { alertRuleSchema } from './clocks/alert-rule.ts'
export { CLOCK_KINDS, type ClockKind } from './clocks/clock-kind.ts'
export type { ClockAlert, ClockAmount, ClockDue, ClockPause, ClockReading } from './clocks/clock-reading.ts'
export { DEFAULT_ALERTS } from './clocks/default-alerts.ts'
export { type DueDate, due } from './clocks/due.ts'
export { nextWake } from './clocks/due-actions.ts'
export { explainClock } from './clocks/explain-clock.ts'
export { readClocks } from './clocks/read-clocks.ts'
export { type Command, type CommandKind, type CommandOf, commandSchema } from './command.ts'
export { type CommandEnvelope, commandEnvelopeSchema } from './command-envelope.ts'
export { type CommandContext, DEFAULT_POLICY, type Policy } from './context.ts'
export { type Decision, decide } from './decide.ts'
export { describeEvent } from './describe-event.ts'
export { enabled } from './enabled/enabled.ts'
export type { EnabledCommand, WaitsFor } from './enabled/enabled-command.ts'
export { type CaseEvent, caseEventSchema, type EventKind, type EventOf } from './event.ts'
export { evolve } from './evolve.ts'
export { type CaseDefinition, prepareDefinition } from './flow/definition.ts'
export { type DefinitionSource, printDefinition } from './flow/print-definition.ts'
export { readDefinition } from './flow/read-definition.ts'
export type { CalendarBasis } from './history/calendar-basis.ts'
export type { ChainEnd } from './history/check-chain.ts'
export { HISTORY_FAULTS, type HistoryFault } from './history/history-fault.ts'
export { buildReceipt, hashReceipt, type Receipt, type ReceiptClock, type ReceiptLine } from './history/receipt.ts'
export { firstLink, sealEvents } from './history/seal-events.ts'
export type { SealedEvent } from './history/sealed-event.ts'
export { type VerifiedHistory, verifyHistory } from './history/verify-history.ts'
export type { Renamed } from './migration/counterpart.ts'
export { migrate } from './migration/migrate.ts'
export { type MigrationPlan, planMigration } from './migration/plan-migration.ts'
export { type NewCase, newCase } from './new-case.ts'
export { parseCommand } from './parse-command.ts'
export { parseEnvelope } from './parse-envelope.ts'
export type { FactRecord, Handling, ReceivedMaterial, ServiceData, ServiceKind } from './parts.ts'
export { SERVICES } from './parts.ts'
export { readFacts } from './read-facts.ts'
export type { Refusal } from './refusal.ts'
export { REFUSALS, type RefusalCode } from './refusals.ts'
export { replay } from './replay.ts'
