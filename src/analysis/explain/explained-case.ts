import { createEvaluator, type Evaluator } from '../../graph/evaluate-condition.ts'
import type { Facts } from '../../graph/fact-value.ts'
import type { FlowFact } from '../../graph/flow-graph.ts'
import type { Condition } from '../../model/condition.ts'
import type { MeasurableMatter } from '../matter-report.ts'

/** What is known of an applicant beside the facts (申请人的情况). */
export interface Circumstances {
  /** The answers to 人工判断, by the name of the condition; a condition without one is left to a person. */
  readonly judgements?: ReadonlyMap<string, boolean> | undefined
}

/** A matter with what is known of one applicant (事项和申请人), as explanations look at it. */
export interface ExplainedCase {
  readonly facts: Facts
  readonly judgements: ReadonlyMap<string, boolean>
  readonly evaluator: Evaluator
  /** What a 情形 means; undefined for a name that the matter has not. */
  readonly definitionOf: (situation: string) => Condition | undefined
  readonly declared: ReadonlyMap<string, FlowFact>
}

/** Brings a matter and the facts of an applicant together. */
export function explainedCase(
  { graph }: Pick<MeasurableMatter, 'graph'>,
  facts: Facts,
  { judgements = new Map() }: Circumstances = {},
): ExplainedCase {
  const definitions = new Map(graph.situations.map(({ name, when }) => [name, when]))
  return {
    facts,
    judgements,
    evaluator: createEvaluator(graph.situations, facts),
    definitionOf: (situation) => definitions.get(situation),
    declared: new Map(graph.facts.map((fact) => [fact.name, fact])),
  }
}
