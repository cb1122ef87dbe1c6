import { z } from 'zod'
import { annotations, decimalSchema, originSchema, termSchema } from './common.ts'
import { conditionSchema } from './condition.ts'
import { durationSchema } from './duration.ts'
import { DOCUMENT_FORMS, FACT_TYPES, MATERIAL_SOURCES, NECESSITIES } from './terms.ts'

/** One thing the matter asks about the applicant (信息). */
export const factSchema = z
  .strictObject({
    name: z.string(),
    type: termSchema(FACT_TYPES),
    /** 取值 of an option fact, in the order written. */
    options: z.array(z.string()).readonly(),
    unit: z.string().exactOptional(),
    question: z.string().exactOptional(),
    /** 填写人: the role that fills it in; the applicant when absent. */
    filledBy: z.string().exactOptional(),
    default: z.string().exactOptional(),
    /** 来自: the fact that this one is the same as, in another matter or a library; asked only once. */
    from: z.strictObject({ owner: z.string(), fact: z.string() }).readonly().exactOptional(),
    ...annotations,
  })
  .readonly()
/** One thing the matter asks about the applicant (信息). */
export type Fact = z.infer<typeof factSchema>

/** A named condition (情形) that materials, steps and limits refer to. */
export const situationSchema = z.strictObject({ name: z.string(), when: conditionSchema, ...annotations }).readonly()
/** A named condition (情形) that materials, steps and limits refer to. */
export type Situation = z.infer<typeof situationSchema>

/** A condition of acceptance (受理条件): official wording, and the machine rule or the note for a person's judgement. */
export const requirementSchema = z
  .strictObject({
    name: z.string(),
    rule: conditionSchema.exactOptional(),
    /** 人工判断: what a person checks; a requirement with neither rule nor this is reported. */
    manualCheck: z.string().exactOptional(),
    /** 除外: where it holds, the requirement does not apply. */
    except: z.array(conditionSchema).readonly(),
    when: conditionSchema.exactOptional(),
    hint: z.string().exactOptional(),
    ...annotations,
  })
  .readonly()
/** A condition of acceptance (受理条件): official wording, and the machine rule or the note for a person's judgement. */
export type Requirement = z.infer<typeof requirementSchema>

/** A document the applicant's case needs (申请材料). */
export const materialSchema = z
  .strictObject({
    name: z.string(),
    code: z.string().exactOptional(),
    forms: z.array(termSchema(DOCUMENT_FORMS)).readonly(),
    copies: decimalSchema.exactOptional(),
    source: termSchema(MATERIAL_SOURCES).exactOptional(),
    necessity: termSchema(NECESSITIES).exactOptional(),
    /** 容缺期限: how long a deferrable material may be late. */
    deferral: durationSchema.exactOptional(),
    when: conditionSchema.exactOptional(),
    standard: z.string().exactOptional(),
    sample: z.string().exactOptional(),
    /** The library entry that it rests on (公共库): which of its attributes come from there, and where that stands. */
    shared: z
      .strictObject({
        library: z.string(),
        attributes: z.array(z.string()).readonly(),
        origin: originSchema.exactOptional(),
      })
      .readonly()
      .exactOptional(),
    ...annotations,
  })
  .readonly()
/** A document the applicant's case needs (申请材料). */
export type Material = z.infer<typeof materialSchema>

/** 任选其一 / 任选N项: of the named materials at least so many are needed. */
export const materialChoiceSchema = z
  .strictObject({
    name: z.string().exactOptional(),
    atLeast: z.int(),
    materials: z.array(z.string()).readonly(),
    when: conditionSchema.exactOptional(),
    ...annotations,
  })
  .readonly()
/** 任选其一 / 任选N项: of the named materials at least so many are needed. */
export type MaterialChoice = z.infer<typeof materialChoiceSchema>
