import type { Actor } from '../actor.ts'
import type { CommandKind } from '../command.ts'

/** What a command must still wait for (在等什么); until then it is refused. */
export interface WaitsFor {
  /** Answers that others give. */
  readonly facts?: readonly string[]
  readonly materials?: readonly string[]
  /** Services that have not answered, by their official names. */
  readonly services?: readonly string[]
  /** 特别程序 that go on. */
  readonly procedures?: readonly string[]
}

/** Something that somebody may do now (可办的事). */
export interface EnabledCommand {
  readonly command: CommandKind
  readonly who: Actor['kind']
  /** The 角色 that staff must hold; absent where any may. */
  readonly role?: string
  /** The organs whose staff may, where one receives and another decides (收受分离). */
  readonly organs?: readonly string[]
  /** The step or placed procedure that it is about. */
  readonly step?: string
  readonly procedure?: string
  /** Which 补正 or 延长. */
  readonly name?: string
  /** Which request a service answers. */
  readonly request?: number
  /** Answers that come with it, and are not there yet. */
  readonly facts?: readonly string[]
  /** Documents that come with it, and are not there yet. */
  readonly materials?: readonly string[]
  readonly waitsFor?: WaitsFor
}
