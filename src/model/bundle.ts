import * as z from 'zod'
import { factSchema, situationSchema } from './application.ts'
import {
  annotations,
  dateSchema,
  decimalSchema,
  nameSchema,
  originSchema,
  phraseSchema,
  termSchema,
  textSchema,
} from './common.ts'
import { conditionSchema } from './condition.ts'
import { durationSchema } from './duration.ts'
import { targetSchema } from './matter.ts'
import { scenarioSchema } from './scenario.ts'
import { AUDIENCES, LEVELS, LIMIT_POLICIES, SHARED_STEPS } from './terms.ts'
import { timeLimitSchema } from './time-limit.ts'

/** 事项·名称: a material, a step or a result of a component, both by name. */
const componentPathSchema = z
  .strictObject({
    component: nameSchema.describe('子项的名称'),
    name: nameSchema.describe('子项里材料、环节或结果的名称'),
    origin: originSchema.exactOptional(),
  })
  .readonly()
  .meta({ id: 'ComponentPath', title: 'ComponentPath', description: '事项·名称' })
/** 事项·名称: a material, a step or a result of a component, both by name. */
export type ComponentPath = z.infer<typeof componentPathSchema>

const paths = z.array(componentPathSchema).readonly()

/** 子项: one matter of a bundle. */
const bundleComponentSchema = z
  .strictObject({
    /** What the bundle calls it; unique in the bundle. */
    name: nameSchema,
    /** 来自: the matter or local implementation that it is; the one of its own name unless written otherwise. */
    matter: nameSchema,
    /** 当: for which applicants it belongs to the bundle; always where left out. */
    when: conditionSchema.exactOptional(),
    /** 前序: components that must be done before. */
    after: z.array(nameSchema).readonly(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'BundleComponent', title: 'BundleComponent', description: '子项' })
/** 子项: one matter of a bundle. */
export type BundleComponent = z.infer<typeof bundleComponentSchema>

/** 共用材料: one document that several components ask for; handed in once. */
const sharedMaterialSchema = z
  .strictObject({ name: nameSchema, materials: paths, ...annotations })
  .readonly()
  .meta({ id: 'SharedMaterial', title: 'SharedMaterial', description: '共用材料' })
/** 共用材料: one document that several components ask for; handed in once. */
export type SharedMaterial = z.infer<typeof sharedMaterialSchema>

/** 结果复用: what one component issues is what others ask for; the applicant hands in none of these. */
const outputReuseSchema = z
  .strictObject({ output: componentPathSchema, materials: paths, ...annotations })
  .readonly()
  .meta({ id: 'OutputReuse', title: 'OutputReuse', description: '结果复用' })
/** 结果复用: what one component issues is what others ask for; the applicant hands in none of these. */
export type OutputReuse = z.infer<typeof outputReuseSchema>

/** 申请表 of 表单归并: one form in place of several. */
const mergedFormSchema = z
  .strictObject({ name: nameSchema, forms: paths, ...annotations })
  .readonly()
  .meta({ id: 'MergedForm', title: 'MergedForm', description: '合并以后的申请表' })
/** 申请表 of 表单归并: one form in place of several. */
export type MergedForm = z.infer<typeof mergedFormSchema>

/** 统一受理, 联合踏勘, 统一出件: a step that replaces steps of the components. */
const sharedStepSchema = z
  .strictObject({
    kind: termSchema(SHARED_STEPS),
    /** As written behind the keyword: the window that does it, or what the inspection is called. */
    name: nameSchema,
    /** 环节: what the step is called in the flow of the bundle. */
    step: nameSchema.exactOptional(),
    /** 告知 */
    notice: textSchema.exactOptional(),
    /** 合并: the steps that it replaces; empty: those of the 阶段 受理, or 送达. */
    steps: paths,
    /** 时限: its own one holds, whatever the replaced steps took. */
    limit: durationSchema.exactOptional(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'SharedStep', title: 'SharedStep', description: '统一受理、联合踏勘、统一出件' })
/** 统一受理, 联合踏勘, 统一出件: a step that replaces steps of the components. */
export type SharedStep = z.infer<typeof sharedStepSchema>

/** 承办能力: how many steps of the bundle an office does at a time. */
const officeCapacitySchema = z
  .strictObject({
    /** 部门 */
    office: nameSchema,
    /** 同时办理. Unit: 个. */
    atOnce: z.int().min(1),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'OfficeCapacity', title: 'OfficeCapacity', description: '承办能力' })
/** 承办能力: how many steps of the bundle an office does at a time. */
export type OfficeCapacity = z.infer<typeof officeCapacitySchema>

/** 基准: published figures of the full set before it became one thing. */
const baselineSchema = z
  .strictObject({
    time: durationSchema.exactOptional(),
    /** Unit: 份. */
    materials: decimalSchema.exactOptional(),
    /** Unit: 个. */
    steps: decimalSchema.exactOptional(),
    /** Unit: 次. */
    trips: decimalSchema.exactOptional(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'Baseline', title: 'Baseline', description: '基准' })
/** 基准: published figures of the full set before it became one thing. */
export type Baseline = z.infer<typeof baselineSchema>

/**
 * Several matters done as one (一件事): which, in which order, and what they share. Matters are referred to by name;
 * a path names a component of the bundle, and in it a material, a step or a result.
 */
export const bundleSchema = z
  .strictObject({
    kind: z.literal('bundle'),
    name: nameSchema,
    code: phraseSchema.exactOptional(),
    version: phraseSchema.exactOptional(),
    /** 牵头部门, 联办部门 */
    leadDepartment: nameSchema.exactOptional(),
    coDepartments: z.array(nameSchema).readonly(),
    levels: z.array(termSchema(LEVELS)).readonly(),
    audiences: z.array(termSchema(AUDIENCES)).readonly(),
    /** 施行, 失效: first and last day in force. */
    effectiveFrom: dateSchema.exactOptional(),
    effectiveTo: dateSchema.exactOptional(),
    /** 到现场次数 of the whole bundle. */
    trips: z.int().min(0).exactOptional(),
    /** 计算规则: name of the counting profile. */
    profile: nameSchema,
    /** 时限口径: how the limit of the bundle follows from its components; 关键路径 where left out. */
    limitPolicy: termSchema(LIMIT_POLICIES).exactOptional(),
    /** 核对 */
    checkedOn: dateSchema.exactOptional(),
    facts: z.array(factSchema).readonly(),
    situations: z.array(situationSchema).readonly(),
    components: z.array(bundleComponentSchema).readonly(),
    sharedMaterials: z.array(sharedMaterialSchema).readonly(),
    outputReuses: z.array(outputReuseSchema).readonly(),
    forms: z.array(mergedFormSchema).readonly(),
    sharedSteps: z.array(sharedStepSchema).readonly(),
    /** 承办能力; an office that is not named does any number. */
    capacities: z.array(officeCapacitySchema).readonly().exactOptional(),
    promisedLimits: z.array(timeLimitSchema).readonly(),
    baseline: baselineSchema.exactOptional(),
    targets: z.array(targetSchema).readonly(),
    scenarios: z.array(scenarioSchema).readonly(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'Bundle', title: 'Bundle', description: '一件事' })
/** Several matters done as one (一件事). */
export type Bundle = z.infer<typeof bundleSchema>
