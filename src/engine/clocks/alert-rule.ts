import * as z from 'zod'
import { decimalSchema } from '../../model/common.ts'

/** When a supervisor wants to hear of a clock (预警规则). Parameters, not law: 督办办法 differ from place to place. */
export const alertRuleSchema = z
  .strictObject({
    scope: z.enum(['total', 'step']).describe('total=总时限、step=环节时限'),
    level: z.enum(['yellow', 'red']).describe('yellow=黄牌、red=红牌'),
    when: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('left'), workdays: decimalSchema }).readonly(),
        z.strictObject({ kind: z.literal('used'), percent: decimalSchema }).readonly(),
        z.strictObject({ kind: z.literal('overdue'), workdays: decimalSchema }).readonly(),
      ])
      .describe('left=剩余几个工作日以内、used=已用百分之几、overdue=超期几个工作日，0是一超期就报'),
  })
  .readonly()
  .meta({ id: 'AlertRule', title: 'AlertRule', description: '预警规则' })
/**
 * When a supervisor wants to hear of a clock (预警规则): 剩余 N, 已用 N% or 超期 N of 总时限 or 环节时限. 剩余 N speaks
 * only of limits longer than N, so that a limit of one day is not in danger from its first moment.
 */
export type AlertRule = z.infer<typeof alertRuleSchema>

/** How pressing an alert is (预警等级): 黄牌, 红牌. */
export type AlertLevel = AlertRule['level']
