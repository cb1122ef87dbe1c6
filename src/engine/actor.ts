import * as z from 'zod'

const ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/

/** Whether a text is an opaque identifier (标识). */
export function isId(text: string): boolean {
  return ID.test(text)
}

/** An opaque identifier (标识): never a name, an identity number or other personal data. */
export const idSchema = z.string().regex(ID).describe('标识：字母、数字和. _ : -，不含个人信息')

/**
 * Who acts on a case (操作人). An applicant acts on the applicant's part, staff on the steps of their roles, the system
 * answers for services and time.
 */
export const actorSchema = z
  .strictObject({
    kind: z.enum(['applicant', 'staff', 'system']).describe('applicant=申请人、staff=工作人员、system=系统'),
    id: idSchema,
    /** The 角色 of the matter that the actor holds. */
    roles: z.array(z.string().min(1)).readonly().describe('角色'),
    /** The organ that the actor works for; matters where one organ accepts and another decides. */
    organ: z.string().min(1).exactOptional().describe('所属机构'),
  })
  .readonly()
  .meta({ id: 'Actor', title: 'Actor', description: '操作人' })
/** Who acts on a case (操作人). */
export type Actor = z.infer<typeof actorSchema>
