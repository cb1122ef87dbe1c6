import { diagnose } from '../../diagnostics/diagnose.ts'
import { foldKey } from '../../syntax/fold.ts'
import { type Check, placeOf } from './check-context.ts'

/** Words after which a condition names a document that the applicant must have. */
const HOLDING = '取得|持有|具有|具备|领取|提供|提交|出具'

/** How the names of documents end. */
const DOCUMENT =
  '许可证|营业执照|执照|资格证书|资格证|登记证书|登记证|合格证|身份证|居住证|户口簿|证明书|批准书|不动产权证书|产权证书|证书'

const NAMED_DOCUMENT = new RegExp(
  `(?:${HOLDING})了?(?:有效的?|合法的?|相应的?|本人)*([\\u4e00-\\u9fff]{0,10}?(?:${DOCUMENT}))`,
)

/** ZW7005: a 条件 that asks for a document which 申请材料 does not list under any similar name. */
export const checkUnlistedMaterials: Check = (context) => {
  const { matter } = context
  if (matter.materials.length === 0) return []
  const listed = [...matter.materials, ...matter.materialChoices].map(({ name }) => foldKey(name ?? ''))
  return matter.requirements.flatMap((requirement) => {
    const document = NAMED_DOCUMENT.exec(requirement.name)?.[1]
    if (document === undefined || listed.some((name) => isSimilar(name, document))) return []
    const params = { requirement: requirement.name, material: document }
    return diagnose('ZW7005', params, placeOf(requirement, context))
  })
}

/** One contains the other, or both end in the same kind of document. */
function isSimilar(material: string, document: string): boolean {
  const kind = new RegExp(`(?:${DOCUMENT})$`).exec(document)?.[0] ?? document
  return material.includes(document) || (material !== '' && document.includes(material)) || material.includes(kind)
}
