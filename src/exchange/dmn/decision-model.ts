/** A decision model as plain data (判定模型), before it becomes XML: what goes in, and what is decided from it. */
export interface DecisionModel {
  readonly inputs: readonly DecisionInput[]
  /** In such an order that each stands behind what it rests on. */
  readonly decisions: readonly Decision[]
}

/** What is known of a case (输入). */
export interface DecisionInput {
  readonly id: string
  /** As FEEL knows it. */
  readonly name: string
  /** As people know it. */
  readonly label: string
  readonly type: FeelType
  /** What it is asked as. */
  readonly question?: string | undefined
}

/** What follows from inputs and other decisions (判定). */
export interface Decision {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly type: FeelType
  /** The ids of the inputs and decisions that it rests on. */
  readonly requires: readonly string[]
  readonly logic: DecisionLogic
}

/** The types of FEEL; a 时长 is a context, since FEEL knows no 工作日. */
export type FeelType = 'boolean' | 'string' | 'number' | 'date' | 'Any'

/** How a decision is made: one expression, or a table. */
export type DecisionLogic =
  | { readonly kind: 'expression'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly hits: 'UNIQUE' | 'FIRST' | 'COLLECT'
      readonly inputs: readonly { readonly label: string; readonly expression: string; readonly type: FeelType }[]
      readonly outputs: readonly { readonly name: string; readonly label: string; readonly type: FeelType }[]
      /** Cells in the order of the columns; a dash where the value does not matter. */
      readonly rules: readonly { readonly inputs: readonly string[]; readonly outputs: readonly string[] }[]
    }
