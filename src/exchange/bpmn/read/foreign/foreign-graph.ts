import type { ModdleElement } from 'bpmn-moddle'
import type { Duration } from '../../../../calendar/duration.ts'

/** What an element of somebody else's picture is for us. */
export type ForeignKind = 'work' | 'one' | 'some' | 'all' | 'pass' | 'start' | 'end' | 'terminate'

/** A shape of somebody else's picture (外来的图形): `one` sends a token one way, `some` any number, `all` every way and waits for
 * every one; `pass` lets go on what comes. */
export interface ForeignNode {
  readonly id: string
  readonly kind: ForeignKind
  readonly name: string
  readonly element: ModdleElement
  readonly lane: string | undefined
  /** No person does it. */
  readonly isAutomatic: boolean
  /** The timer at its border. */
  readonly limit: Duration | undefined
  /** What its texts say, and what could not be read otherwise. */
  readonly notes: readonly string[]
  readonly outputs: readonly string[]
  readonly materials: readonly string[]
}

/** A flow from one shape to the next. */
export interface ForeignFlow {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly name: string
  readonly condition: string
  readonly isDefault: boolean
}

/** Somebody else's picture as far as our flow rule goes: no boundary events, subprocesses laid open, nothing that leads back. */
export interface ForeignGraph {
  /** In an order in which every flow leads on. */
  readonly nodes: readonly ForeignNode[]
  readonly flows: readonly ForeignFlow[]
}
