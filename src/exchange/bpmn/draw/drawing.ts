import type { Duration } from '../../../calendar/duration.ts'
import type { Condition } from '../../../model/condition.ts'

/** What a shape is in BPMN; `procedure` is a subprocess, `terminate` an end event that ends all else. */
export type ShapeKind =
  | 'start'
  | 'end'
  | 'terminate'
  | 'userTask'
  | 'serviceTask'
  | 'sendTask'
  | 'exclusive'
  | 'parallel'
  | 'eventBased'
  | 'messageCatch'
  | 'timerCatch'
  | 'procedure'

/** Which part of the matter a shape stands for: the list and the place in it. */
export interface PartOf {
  readonly list: 'flow' | 'specialProcedures' | 'supplements' | 'extensions'
  readonly index: number
}

/** A shape of the process (图形). */
export interface DrawnNode {
  readonly id: string
  readonly kind: ShapeKind
  readonly name: string
  /** Index into the lanes. */
  readonly lane: number
  readonly part?: PartOf
  /** A time limit: of work a timer at its border, of a timer event what it waits for. */
  readonly limit?: Duration
  /** For a subprocess: what is told before it begins (告知). */
  readonly notice?: string
  readonly documentation?: readonly string[]
}

/** A sequence flow (顺序流). */
export interface DrawnFlow {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly name?: string
  /** In FEEL. */
  readonly condition?: string
  /** The same in the words of the model. */
  readonly when?: Condition
  readonly isDefault?: true
  /** When its gateway tries it, where that tries several in an order; the one tried first is 0. */
  readonly turn?: number
  /** It leads back to what came before. */
  readonly isBack?: true
}

/** Work that a message starts beside the flow (事件子流程): 延长, 特别程序 without 位置. */
export interface DrawnSide {
  readonly id: string
  readonly name: string
  readonly part: PartOf
  /** The work, then what is told. */
  readonly tasks: readonly { readonly kind: 'userTask' | 'sendTask'; readonly name: string }[]
}

/** A matter as a process of BPMN, not yet laid out (流程图的内容). */
export interface Drawing {
  readonly lanes: readonly string[]
  readonly nodes: readonly DrawnNode[]
  readonly flows: readonly DrawnFlow[]
  readonly sides: readonly DrawnSide[]
  /** What readers are told beside the picture: 法定时限, 承诺时限. */
  readonly remarks: readonly string[]
}
