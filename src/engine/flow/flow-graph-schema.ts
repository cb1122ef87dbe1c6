import * as z from 'zod'
import { keysOf } from '../../base/keys-of.ts'
import { type FlowGraph, NO_BRANCH } from '../../graph/flow-graph.ts'
import { nameSchema, phraseSchema, termSchema } from '../../model/common.ts'
import { conditionSchema } from '../../model/condition.ts'
import { stepLimitSchema } from '../../model/flow.ts'
import { CLOCK_EFFECTS, FACT_TYPES, STAGES } from '../../model/terms.ts'

const ids = z.array(z.int().min(0)).readonly()
const clockEffect = z.enum(keysOf(CLOCK_EFFECTS))

const nodeSchema = z
  .strictObject({
    kind: z.enum(['step', 'choice', 'procedure']),
    name: nameSchema,
    stages: z.array(termSchema(STAGES)).readonly(),
    limits: z.array(stepLimitSchema).readonly(),
    clock: clockEffect,
    when: conditionSchema.exactOptional(),
    branches: z
      .array(z.strictObject({ when: conditionSchema.exactOptional(), target: nameSchema }).readonly())
      .readonly(),
    outputs: z.array(nameSchema).readonly(),
    terminates: z.boolean(),
  })
  .readonly()

/** The shape of a flow graph in JSON (流程图的JSON). Whether the arrays fit together is for `findGraphFaults` to say. */
export const flowGraphSchema: z.ZodType<FlowGraph> = z
  .strictObject({
    nodes: z.array(nodeSchema).readonly(),
    edges: z
      .strictObject({
        source: ids,
        target: ids,
        branch: z.array(z.int().min(NO_BRANCH)).readonly(),
        outStart: ids,
        inStart: ids,
        inEdge: ids,
      })
      .readonly(),
    floating: z.array(nodeSchema).readonly(),
    facts: z
      .array(
        z
          .strictObject({
            name: nameSchema,
            type: z.enum(keysOf(FACT_TYPES)),
            options: z.array(nameSchema).readonly(),
            unit: phraseSchema.exactOptional(),
          })
          .readonly(),
      )
      .readonly(),
    situations: z.array(z.strictObject({ name: nameSchema, when: conditionSchema }).readonly()).readonly(),
  })
  .readonly()
