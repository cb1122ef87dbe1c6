import { z } from 'zod'
import { modelDocumentSchema } from '../../src/model/read-model-json.ts'
import { CONSTRUCTS } from '../../src/syntax/constructs.ts'

type JsonSchema = z.core.JSONSchema.BaseSchema

/** What the parts of a model are called in the language: `Material` holds the attributes of the construct `material`. */
function keywordOf(definition: string, property: string): string | undefined {
  const construct = definition.charAt(0).toLowerCase() + definition.slice(1)
  const id = SHARED[property] ?? `${construct}.${property}`
  return CONSTRUCTS.find((each) => each.id === id)?.keyword ?? SECTIONS[property]
}

/** Attributes that any part may carry. */
const SHARED: Readonly<Record<string, string>> = {
  when: 'when',
  sources: 'source',
  notes: 'note',
  channels: 'channels',
}

/** Properties that are lists of what stands below a section or beside it. */
const SECTIONS: Readonly<Record<string, string>> = {
  name: '名称',
  facts: '申报信息',
  situations: '情形',
  requirements: '受理条件',
  materials: '申请材料',
  materialChoices: '任选其一',
  flow: '办理环节，按先后',
  supplements: '补正',
  specialProcedures: '特别程序',
  extensions: '延长',
  statutoryLimits: '法定时限',
  promisedLimits: '承诺时限',
  targets: '目标',
  measures: '优化措施',
  fees: '收费',
  outputs: '结果',
  decisionTables: '判定表',
  hits: '命中',
  inputs: '条件列，按表头的先后；null 是“—”',
  rules: '判定表的各行',
  scenarios: '用例',
  revisions: '修订',
  limits: '时限',
  limit: '时限',
  steps: '并联的环节',
  branches: '如果',
  amountFen: '标准，以分为单位',
  per: '标准里“／”后面的单位',
  charged: '是否收费',
  text: '文字',
  subject: '压减什么',
  sense: 'cut=压减多少、remaining=压减到多少',
  operator: '怎么比较：ge=不低于、gt=超过、eq=为、le=不超过、lt=低于',
  percent: '百分之几',
  except: '除外',
  atLeast: '至少要几项',
  location: '办理地点',
  openingHours: '办理时间',
  enquiryPhone: '咨询电话',
  complaintPhone: '监督电话',
}

/** The JSON Schema of the documents that `zw export` writes and `zw import` reads, with the words of the language. */
export function generateSchema(): string {
  const schema = z.toJSONSchema(modelDocumentSchema, { target: 'draft-2020-12', io: 'input', override: mend })
  const definitions = { ...schema.$defs }
  for (const [name, definition] of Object.entries(definitions)) describeProperties(name, definition)
  const { $schema, ...rest } = schema
  const id = 'https://zhengwu.dev/schema/matter.schema.json'
  const description = '事项的JSON：zw export 写出，zw import 读入。列表可以不写，不写就是空的。'
  return `${JSON.stringify({ $schema, $id: id, title: 'ModelDocument', description, ...rest }, undefined, 2)}\n`
}

/** Everything of a model is read-only in code, which says nothing about documents; lists may be left out. */
function mend({ jsonSchema }: { readonly jsonSchema: JsonSchema }): void {
  delete jsonSchema.readOnly
  const { properties, required } = jsonSchema
  if (properties === undefined || required === undefined) return
  jsonSchema.required = required.filter((name) => {
    const property = properties[name]
    return typeof property !== 'object' || property.type !== 'array' || property.minItems !== undefined
  })
}

function describeProperties(name: string, definition: JsonSchema): void {
  for (const [property, schema] of Object.entries(definition.properties ?? {})) {
    if (typeof schema !== 'object') continue
    const keyword = keywordOf(name, property)
    if (keyword === undefined) continue
    const { description } = schema
    schema.description =
      description === undefined || description.startsWith(keyword)
        ? (description ?? keyword)
        : `${keyword}：${description}`
  }
}
