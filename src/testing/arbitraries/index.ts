/**
 * Arbitraries for fast-check (任意值): `zhengwu/testing/arbitraries`. Matters, facts, flows, commands and the courses of cases, for
 * property tests of programs that work with them: a portal, an import, a queue.
 */

export { arbitraryActor } from './arbitrary-actor.ts'
export { arbitraryCaseHistory, type HistoryOptions } from './arbitrary-case-history.ts'
export { arbitraryCaseWalk, type WalkOptions } from './arbitrary-case-walk.ts'
export { arbitraryCommand, type CommandOptions } from './arbitrary-command.ts'
export { arbitraryFacts, type FactsOptions } from './arbitrary-facts.ts'
export { arbitraryFlow, type FlowScope } from './arbitrary-flow.ts'
export { arbitraryMatter } from './arbitrary-matter.ts'
export type { CaseHistory, CaseSpan } from './case-history.ts'
export type { CaseAttempt, CaseWalk } from './case-walk.ts'
