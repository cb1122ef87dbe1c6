import { applicationShape } from '../application-schema.ts'
import { prepareForm } from '../prepare-form.ts'
import { indentTypes } from './indent-types.ts'
import type { NamedForm } from './name-forms.ts'

/** How json-schema-to-typescript writes: prettier, which takes ten times as long, is left out. */
const OPTIONS = { bannerComment: '', format: false, additionalProperties: false } as const

const HEADING = `/**
 * 申请表单的类型，由 zw types 从事项生成；事项改了请重新生成，不要手改。
 */`

/**
 * TypeScript types of the applications of some matters (表单的TypeScript类型), as one file: an interface each with Chinese comments,
 * and one that names them all. Needs the package json-schema-to-typescript.
 */
export async function writeTypes(forms: readonly NamedForm[]): Promise<string> {
  const { compile } = await import('json-schema-to-typescript')
  const parts: string[] = []
  for (const { matter, typeName } of forms) {
    // The package changes the schema that it is given, so it gets one of its own, and as plain JSON.
    const schema = JSON.parse(JSON.stringify(applicationShape(prepareForm(matter), typeName)))
    parts.push(indentTypes(await compile(schema, typeName, OPTIONS)))
  }
  const all = forms.map(({ label, typeName }) => `  ${JSON.stringify(label)}: ${typeName}`)
  const index = `/** 各事项的申请，按事项的名称 */\nexport interface Applications {\n${all.join('\n')}\n}`
  return `${[HEADING, ...parts, index].join('\n\n')}\n`
}
