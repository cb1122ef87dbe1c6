import * as z from 'zod'
import { annotations, decimalSchema, nameSchema, originSchema, phraseSchema, termSchema, textSchema } from './common.ts'
import { conditionSchema } from './condition.ts'
import { durationSchema } from './duration.ts'
import { DOCUMENT_FORMS, FACT_TYPES, MATERIAL_SOURCES, NECESSITIES } from './terms.ts'

/** One thing the matter asks about the applicant (信息). */
export const factSchema = z
  .strictObject({
    name: nameSchema,
    type: termSchema(FACT_TYPES),
    /** 取值 of an option fact, in the order written. */
    options: z.array(nameSchema).readonly(),
    unit: phraseSchema.exactOptional(),
    question: textSchema.exactOptional(),
    /** 填写人: the role that fills it in; the applicant when absent. */
    filledBy: nameSchema.exactOptional(),
    default: phraseSchema.exactOptional(),
    /** 来自: the fact that this one is the same as, in another matter or a library; asked only once. */
    from: z.strictObject({ owner: nameSchema, fact: nameSchema }).readonly().exactOptional(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'Fact', title: 'Fact', description: '信息' })
/** One thing the matter asks about the applicant (信息). */
export type Fact = z.infer<typeof factSchema>

/** A named condition (情形) that materials, steps and limits refer to. */
export const situationSchema = z
  .strictObject({ name: nameSchema, when: conditionSchema, ...annotations })
  .readonly()
  .meta({ id: 'Situation', title: 'Situation', description: '情形' })
/** A named condition (情形) that materials, steps and limits refer to. */
export type Situation = z.infer<typeof situationSchema>

/** A condition of acceptance (受理条件): official wording, and the machine rule or the note for a person's judgement. */
export const requirementSchema = z
  .strictObject({
    name: nameSchema,
    rule: conditionSchema.exactOptional(),
    /** 人工判断: what a person checks; a requirement with neither rule nor this is reported. */
    manualCheck: textSchema.exactOptional(),
    /** 除外: where it holds, the requirement does not apply. */
    except: z.array(conditionSchema).readonly(),
    when: conditionSchema.exactOptional(),
    hint: textSchema.exactOptional(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'Requirement', title: 'Requirement', description: '条件' })
/** A condition of acceptance (受理条件): official wording, and the machine rule or the note for a person's judgement. */
export type Requirement = z.infer<typeof requirementSchema>

/** A document the applicant's case needs (申请材料). */
export const materialSchema = z
  .strictObject({
    name: nameSchema,
    code: phraseSchema.exactOptional(),
    forms: z.array(termSchema(DOCUMENT_FORMS)).readonly(),
    copies: decimalSchema.exactOptional(),
    source: termSchema(MATERIAL_SOURCES).exactOptional(),
    necessity: termSchema(NECESSITIES).exactOptional(),
    /** 法定：是: the law requires the material, so no measure may spare it. */
    mandatory: z.literal(true).exactOptional(),
    /** 容缺期限: how long a deferrable material may be late. */
    deferral: durationSchema.exactOptional(),
    when: conditionSchema.exactOptional(),
    standard: textSchema.exactOptional(),
    sample: textSchema.exactOptional(),
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
  .meta({ id: 'Material', title: 'Material', description: '材料' })
/** A document the applicant's case needs (申请材料). */
export type Material = z.infer<typeof materialSchema>

/** 任选其一 / 任选N项: of the named materials at least so many are needed. */
export const materialChoiceSchema = z
  .strictObject({
    name: nameSchema.exactOptional(),
    atLeast: z.int().min(1),
    materials: z.array(nameSchema).min(1).readonly(),
    when: conditionSchema.exactOptional(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'MaterialChoice', title: 'MaterialChoice', description: '任选其一、任选几项' })
/** 任选其一 / 任选N项: of the named materials at least so many are needed. */
export type MaterialChoice = z.infer<typeof materialChoiceSchema>
