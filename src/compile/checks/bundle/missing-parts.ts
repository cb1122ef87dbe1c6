import { diagnose } from '../../../diagnostics/diagnose.ts'
import { childOf, nameOf, originOf } from '../../lower/read-node.ts'
import { entriesOf } from '../../names/index-names.ts'
import type { BundleCheck } from './bundle-context.ts'

/** What an entry of a bundle says nothing without. */
interface Required {
  readonly title: string
  readonly construct: string
  readonly keyword: string
  readonly purpose: string
}

const REQUIRED: ReadonlyMap<string, Required> = new Map([
  [
    'sharedMaterial',
    {
      title: '共用材料',
      construct: 'sharedMaterial.materials',
      keyword: '对应',
      purpose: '请写明是哪些事项的什么材料',
    },
  ],
  [
    'outputReuse',
    { title: '结果复用', construct: 'outputReuse.materials', keyword: '用于', purpose: '请写明用作哪些事项的什么材料' },
  ],
  [
    'mergedForm',
    { title: '申请表', construct: 'mergedForm.forms', keyword: '合并', purpose: '请写明由哪些事项的什么表合成' },
  ],
  [
    'jointInspection',
    { title: '联合踏勘', construct: 'sharedStep.steps', keyword: '合并', purpose: '请写明代替哪些事项的什么环节' },
  ],
  [
    'officeCapacity',
    { title: '承办能力', construct: 'officeCapacity.atOnce', keyword: '同时办理', purpose: '请写明最多同时办几个环节' },
  ],
])

/** ZW2007: a bundle without components, and a merging that does not say of what. */
export const checkMissingParts: BundleCheck = ({ block, source, names, bundle }) => {
  const missing = entriesOf(block).flatMap((entry) => {
    const required = REQUIRED.get(entry.construct)
    if (required === undefined || childOf(entry, required.construct) !== undefined) return []
    const name = nameOf(entry)?.text ?? source.text.slice(entry.valueSpan.start, entry.valueSpan.end)
    const { title, keyword, purpose } = required
    return diagnose('ZW2007', { entry: `${title}“${name}”`, keyword, purpose }, originOf(source, entry))
  })
  if (names.components.byKey.size > 0 || names.components.open) return missing
  const params = {
    entry: `一件事“${bundle.name}”`,
    keyword: '包含事项',
    purpose: '请在下面列出由哪些事项组成，每个事项一行“子项：”',
  }
  return [diagnose('ZW2007', params, originOf(source, block)), ...missing]
}
