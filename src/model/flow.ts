import * as z from 'zod'
import { annotations, nameSchema, originSchema, phraseSchema, termSchema, textSchema } from './common.ts'
import { conditionSchema } from './condition.ts'
import { durationSchema } from './duration.ts'
import { CLOCK_EFFECTS, OVERDUE_EFFECTS, STAGES, STEP_MODES } from './terms.ts'
import { timeTakenSchema } from './time-taken.ts'

/** How long a step or special procedure takes, possibly by situation: the first whose `when` holds counts. */
export const stepLimitSchema = z
  .strictObject({
    limit: durationSchema,
    when: conditionSchema.exactOptional(),
    origin: originSchema.exactOptional(),
  })
  .readonly()
  .meta({ id: 'StepLimit', title: 'StepLimit', description: '环节或特别程序的一行时限' })
/** How long a step or special procedure takes, possibly by situation: the first whose `when` holds counts. */
export type StepLimit = z.infer<typeof stepLimitSchema>

/** One piece of work by one role (环节). */
const stepSchema = z
  .strictObject({
    kind: z.literal('step'),
    name: nameSchema,
    /** 阶段: as written, else guessed from the name by the compiler. */
    stages: z.array(termSchema(STAGES)).min(1).readonly(),
    role: nameSchema.exactOptional(),
    department: nameSchema.exactOptional(),
    limits: z.array(stepLimitSchema).readonly(),
    /** 实际用时: what it takes by chance, beside what it may take. */
    timeTaken: timeTakenSchema.exactOptional(),
    when: conditionSchema.exactOptional(),
    /** 前序: absent when the step simply follows the one listed before it. Names of steps and choices. */
    after: z.array(nameSchema).min(1).readonly().exactOptional(),
    clock: termSchema(CLOCK_EFFECTS).exactOptional(),
    modes: z.array(termSchema(STEP_MODES)).readonly(),
    reviewStandard: textSchema.exactOptional(),
    /** 法定：是: the law requires the step, so no measure may take it away. */
    mandatory: z.literal(true).exactOptional(),
    /** 法定前序: the steps that the law puts before this one, so no measure may undo that order. */
    mandatoryAfter: z.array(nameSchema).min(1).readonly().exactOptional(),
    /** 产出: names of outputs. */
    outputs: z.array(nameSchema).readonly(),
    /** 填写: names of facts that this step collects. */
    collects: z.array(nameSchema).readonly(),
    /** 终止：是: the case ends with this step. */
    terminates: z.boolean(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'Step', title: 'Step', description: '环节' })
/** One piece of work by one role (环节). */
export type Step = z.infer<typeof stepSchema>

/** 并联: the named steps run side by side. */
const parallelSchema = z
  .strictObject({ kind: z.literal('parallel'), steps: z.array(nameSchema).min(1).readonly(), ...annotations })
  .readonly()
  .meta({ id: 'Parallel', title: 'Parallel', description: '并联' })
/** 并联: the named steps run side by side. */
export type Parallel = z.infer<typeof parallelSchema>

/** 分流: one of several ways; the first branch whose condition holds is taken, else `otherwise`. */
const choiceSchema = z
  .strictObject({
    kind: z.literal('choice'),
    name: nameSchema,
    branches: z
      .array(
        z.strictObject({ when: conditionSchema, target: nameSchema, origin: originSchema.exactOptional() }).readonly(),
      )
      .readonly(),
    otherwise: nameSchema.exactOptional(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'Choice', title: 'Choice', description: '分流' })
/** 分流: one of several ways; the first branch whose condition holds is taken, else `otherwise`. */
export type Choice = z.infer<typeof choiceSchema>

/** What stands under 办理环节, in the order written, which is the order of the flow unless 前序 or 并联 say otherwise. */
export const flowItemSchema = z.discriminatedUnion('kind', [stepSchema, parallelSchema, choiceSchema])
/** What stands under 办理环节, in the order written, which is the order of the flow unless 前序 or 并联 say otherwise. */
export type FlowItem = z.infer<typeof flowItemSchema>

/** 补正: the applicant supplies what was missing; an operation of the case, not a step. */
export const supplementSchema = z
  .strictObject({
    name: nameSchema,
    step: nameSchema.exactOptional(),
    noticeLimit: durationSchema.exactOptional(),
    supplementLimit: durationSchema.exactOptional(),
    /** 次数: how often it may happen. */
    times: z.int().min(0).exactOptional(),
    clock: termSchema(CLOCK_EFFECTS).exactOptional(),
    overdue: termSchema(OVERDUE_EFFECTS).exactOptional(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'Supplement', title: 'Supplement', description: '补正' })
/** 补正: the applicant supplies what was missing; an operation of the case, not a step. */
export type Supplement = z.infer<typeof supplementSchema>

/** 特别程序: hearing, expert review, testing … with its own time and effect on the clocks. */
export const specialProcedureSchema = z
  .strictObject({
    name: nameSchema,
    when: conditionSchema.exactOptional(),
    /** 位置: absent when it may be started at any time between acceptance and decision. */
    placement: z
      .strictObject({ step: nameSchema, where: z.enum(['before', 'after', 'beside']) })
      .readonly()
      .exactOptional(),
    limits: z.array(stepLimitSchema).readonly(),
    clock: termSchema(CLOCK_EFFECTS),
    notice: textSchema.exactOptional(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'SpecialProcedure', title: 'SpecialProcedure', description: '特别程序' })
/** 特别程序: hearing, expert review, testing … with its own time and effect on the clocks. */
export type SpecialProcedure = z.infer<typeof specialProcedureSchema>

/** 延长: adds to the main limit (`extendBy`) or sets it (`extendTo`), with somebody's approval. */
export const extensionSchema = z
  .strictObject({
    name: nameSchema,
    extendBy: durationSchema.exactOptional(),
    extendTo: durationSchema.exactOptional(),
    times: z.int().min(0).exactOptional(),
    approver: phraseSchema.exactOptional(),
    when: conditionSchema.exactOptional(),
    notice: textSchema.exactOptional(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'Extension', title: 'Extension', description: '延长' })
/** 延长: adds to the main limit (`extendBy`) or sets it (`extendTo`), with somebody's approval. */
export type Extension = z.infer<typeof extensionSchema>
