import type { ConditionSyntax, Name, OperandSyntax } from '../tree.ts'
import { ScenarioRules } from './scenario-rules.ts'
import { Comma } from './tokens.ts'

/** The rules of the cells of a table (格): what stands there is said of the name at the head of the column. */
export class TableRules extends ScenarioRules {
  /** 不满50, 50以上不满150, ≥150, 不属于 甲、乙 */
  readonly cellRelation = this.RULE('格中的条件', (left: Name, start: number): ConditionSyntax => {
    return this.OR([
      { ALT: () => this.SUBRULE(this.relation, { ARGS: [left, start] }) },
      { ALT: () => this.SUBRULE(this.range, { ARGS: [left, start] }) },
    ])
  })

  /** 是; 甲、乙 */
  readonly cellValues = this.RULE('格中的值', (): readonly OperandSyntax[] => {
    const values: OperandSyntax[] = []
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => values.push(this.SUBRULE(this.operand)) })
    return values
  })
}
