import type { CaseWork } from './case-work.ts'
import type { CommandKind, CommandOf } from './command.ts'
import type { Refusal } from './refusal.ts'

/**
 * What one kind of command does (命令的办理): it refuses, or emits what happens. What follows by itself is not its matter, nor
 * whether the case has ended.
 */
export type Handler<K extends CommandKind> = (work: CaseWork, command: CommandOf<K>) => Refusal | undefined
