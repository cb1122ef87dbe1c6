import * as z from 'zod'
import { annotations, nameSchema } from './common.ts'
import { conditionSchema } from './condition.ts'
import { targetSchema } from './matter.ts'

/** A 目标 that stands by itself: what several matters must reach, each by itself or all together. */
export const selectionTargetSchema = z
  .strictObject({
    kind: z.literal('selectionTarget'),
    name: nameSchema,
    /** 范围: which matters, by their properties (事项类型, 行使层级 …) in place of facts; all where left out. */
    selection: conditionSchema.exactOptional().describe('范围：事项的要素要满足的条件；不写就是全部事项'),
    /** 每项: what every one of them must reach. */
    each: z.array(targetSchema).readonly().describe('每项都要达到的'),
    /** 合计: what they must reach together, by the ratio of the sums. */
    total: z.array(targetSchema).readonly().describe('合计要达到的'),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'SelectionTarget', title: 'SelectionTarget', description: '一批事项的目标' })
/** A 目标 that stands by itself (一批事项的目标): what several matters must reach, each by itself or all together. */
export type SelectionTarget = z.infer<typeof selectionTargetSchema>
