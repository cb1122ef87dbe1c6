import * as codes from '../../src/exchange/guide-json/codes.ts'
import * as terms from '../../src/model/terms.ts'

type Schema = Readonly<Record<string, unknown>>

const text: Schema = { type: 'string' }
const texts: Schema = { type: 'array', items: text }
const flag: Schema = { enum: ['0', '1', null], description: '1 是，0 否' }
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const maybe = orNull(text)
const date: Schema = { type: 'string', format: 'date' }

function object(properties: Readonly<Record<string, Schema>>, description?: string): Schema {
  const named = description === undefined ? {} : { description }
  return { type: 'object', ...named, properties, required: Object.keys(properties), additionalProperties: false }
}

function list(items: Schema, description?: string): Schema {
  return { type: 'array', ...(description === undefined ? {} : { description }), items }
}

/** One field: its Chinese name and its column are fixed. */
function field(
  name: string,
  column: string | null,
  value: Schema = maybe,
  more: Readonly<Record<string, Schema>> = {},
) {
  return object({ name: { const: name }, field: { const: column }, value, ...more }, name)
}

type Table = Readonly<Record<string, string>>
type CodeTable = Readonly<Record<string, string | null>>

const wordsOf = (table: Table) => [...new Set(Object.values(table))]
const codesOf = (table: CodeTable) => [...new Set(Object.values(table))]

/** A field of one word of a table, whose code goes with it. */
function coded(name: string, column: string | null, words: Table, codeTable: CodeTable) {
  const schema = field(
    name,
    column,
    { enum: [...wordsOf(words), null] },
    { code: { enum: [...new Set([...codesOf(codeTable), null])] } },
  )
  const pairs = Object.keys(words).map((id) => ({
    properties: { value: { const: words[id] }, code: { const: codeTable[id] } },
  }))
  return { ...schema, oneOf: [...pairs, { properties: { value: { const: null }, code: { const: null } } }] }
}

function codedList(name: string, column: string | null, words: Table, codeTable: CodeTable) {
  const pairs = Object.keys(words).map((id) => object({ code: { const: codeTable[id] }, text: { const: words[id] } }))
  return field(name, column, orNull({ type: 'array', minItems: 1, items: { oneOf: pairs } }))
}

const basic = object({
  name: field('事项名称', 'task_name', text),
  basicCode: field('基本编码', 'catalog_code', orNull({ type: 'string', maxLength: 12 })),
  taskCode: field('实施编码', 'task_code'),
  type: coded('事项类型', null, terms.MATTER_TYPES, codes.MATTER_TYPE_CODES),
  basis: field('设定依据', 'by_law'),
  levels: codedList('行使层级', 'use_level', terms.LEVELS, codes.LEVEL_CODES),
  powerDivision: field('权限划分', null),
  powerContent: field('行使内容', null),
  powerSource: field('权力来源', 'power_source'),
  authority: field('实施主体', null),
  authorityCode: field('实施主体编码', null),
  authorityKind: field('实施主体性质', null, maybe, { code: { enum: ['1', '2', '3', '9', null] } }),
  coAuthorities: field('联办机构', null),
  entrusted: field('承办机构', null),
  audiences: codedList('服务对象', null, terms.AUDIENCES, codes.AUDIENCE_CODES),
  caseType: coded('办件类型', 'project_type', terms.CASE_TYPES, codes.CASE_TYPE_CODES),
  businessItem: field('业务办理项', 'task_handle_item'),
  requirements: field('受理条件', 'accept_condition'),
  flow: field('办理流程', 'handle_flow'),
  specialProcedure: field('特别程序', 'special_procedure'),
  acceptanceLimit: field('受理时限', null),
  commitment: field('是否支持告知承诺', null, flag),
  deferral: field('是否支持容缺受理', null, flag),
  fastTrack: field('是否支持快速审批', null, flag),
  intermediary: field('中介服务', 'service_type'),
  quota: field('数量限制', null),
  region: field('通办范围', 'handle_area'),
  onlineDepth: field('网办深度', 'online_handle_depth'),
  channels: codedList('办理形式', null, terms.CHANNELS, codes.CHANNEL_CODES),
  online: field('是否网上办理', null, flag),
  appointment: field('是否支持预约办理', null, flag),
  payment: field('是否支持网上支付', null, flag),
  courier: field('是否支持物流快递', null, flag),
  trips: field('到办事现场次数', 'limit_scene_num', { type: ['integer', 'null'], minimum: 0 }),
  location: field('办理地点', null),
  openingHours: field('办理时间', null),
  enquiries: field('咨询方式', null),
  complaints: field('监督投诉方式', null),
  questions: field('常见问题', null),
  notes: field('说明', 'fill_explain'),
})

function limit(name: string, column: string) {
  return object({
    value: field(name, `${column}_day`),
    unit: field(`${name}单位`, `${column}_type`, maybe, { code: { enum: ['W', 'N', 'H', null] } }),
    explanation: field(`${name}说明`, `${column}_explain`),
  })
}

const material = object({
  orderNumber: field('序号', 'order_num', { type: 'integer', minimum: 1 }),
  name: field('材料名称', 'material_name', text),
  code: field('材料编码', null),
  kind: field('材料类型', 'material_type', maybe, { code: { enum: ['1', '2', '3', null] } }),
  originals: field('原件份数', null, { type: ['integer', 'null'], minimum: 0, maximum: 99 }),
  photocopies: field('复印件份数', null, { type: ['integer', 'null'], minimum: 0, maximum: 99 }),
  copies: field('份数', 'page_num'),
  necessary: field('是否必备', null, flag),
  necessity: coded('必要性', 'is_need', terms.NECESSITIES, codes.NECESSITY_CODES),
  source: coded('材料来源', 'source_type', terms.MATERIAL_SOURCES, codes.SOURCE_CODES),
  format: field('材料形式', 'material_format', maybe, { code: { enum: ['1', '2', '3', null] } }),
  issuer: field('出具机构', null),
  issuingTime: field('出具时间要求', null),
  standard: field('受理标准', 'accept_stand'),
  sample: field('材料样本', null),
  blank: field('空白表格', null),
  instructions: field('办理说明', 'fill_explain'),
  basis: field('依据', 'by_law'),
  extension: object({
    forms: texts,
    when: maybe,
    deferral: maybe,
    mandatory: { type: 'boolean' },
    choices: list(object({ name: maybe, atLeast: { type: 'integer', minimum: 1 }, materials: texts, when: maybe })),
  }),
})

const stageCodes = Object.values(codes.STAGE_CODES)
const step = object({
  name: field('环节名称', null, text),
  stage: field('环节类型', null, maybe, {
    codes: list({ enum: stageCodes.map(({ code }) => code) }),
    phases: list({ enum: [...new Set(stageCodes.map(({ phase }) => phase))] }),
  }),
  handler: field('办理人员', null),
  limit: field('办理时限', null),
  standard: field('审查标准', null),
  result: field('办理结果', null),
  extension: object({
    when: maybe,
    after: orNull(texts),
    together: texts,
    clock: maybe,
    modes: texts,
    collects: texts,
    terminates: { type: 'boolean' },
    basis: texts,
    notes: texts,
  }),
})

function procedure(code: string, value: string, extension: Schema) {
  return object({
    kind: object({
      name: { const: '特别程序种类' },
      field: { const: null },
      value: { const: value },
      code: { const: code },
    }),
    name: field('特别程序名称', null, text),
    limit: field('时限', null),
    reason: field('启动理由', null),
    extension,
  })
}

const fees = object({
  charged: field('是否收费', null, flag),
  items: list(
    object({
      name: field('收费项目', null),
      standard: field('收费标准', null),
      basis: field('收费依据', null),
      relief: field('减免', null),
      extension: object({ text, notes: texts }),
    }),
  ),
})

const result = object({
  name: field('结果名称', 'result_name', text),
  type: coded('结果类型', 'result_type', terms.OUTPUT_TYPES, codes.OUTPUT_CODES),
  sample: field('结果样本', null),
  validity: field('有效期限', null),
  extension: object({ forms: texts, basis: texts, notes: texts }),
})

/** The schema of the guide as JSON (grammar/guide.schema.json): the document of `writeGuideJson` and of `zw guide --json`. */
export function guideSchema(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Guide',
    description:
      '办事指南的数据项，按GB/T 39046-2020和国家实施清单；每个字段有中文名name、列名field、值value，取自代码表的有代码code；没有值的是null；标准里没有的在extension里',
    ...object({
      schema: { const: 'zw/guide/1' },
      standard: { const: 'GB/T 39046-2020' },
      asOf: orNull(date),
      basic,
      limits: object({ statutory: limit('法定办结时限', 'anticipate'), promised: limit('承诺办结时限', 'promise') }),
      materials: list(material, '申请材料'),
      steps: list(step, '办理环节'),
      specialProcedures: list({
        oneOf: [
          procedure('2', '除延长审批之外', object({ clock: text, notice: maybe, basis: texts, notes: texts })),
          procedure(
            '1',
            '延长审批',
            object({
              approver: maybe,
              times: { type: ['integer', 'null'] },
              notice: maybe,
              basis: texts,
              notes: texts,
            }),
          ),
        ],
      }),
      fees,
      results: list(result, '办理结果'),
      extension: {
        type: 'object',
        description: '标准里没有的',
        required: ['statutoryLimits', 'promisedLimits', 'requirements', 'situations', 'facts', 'choices', 'bundle'],
        properties: {
          effectiveFrom: orNull(date),
          effectiveTo: orNull(date),
          checkedOn: orNull(date),
          statutoryLimits: list({ $ref: '#/$defs/limitLine' }),
          promisedLimits: list({ $ref: '#/$defs/limitLine' }),
        },
      },
      checklist: { type: ['object', 'null'], description: '申请人自己的办事清单' },
    }),
    $defs: {
      limitLine: object({
        limit: text,
        when: maybe,
        from: orNull(date),
        to: orNull(date),
        startsAt: maybe,
        basis: texts,
      }),
    },
  }
  return `${JSON.stringify(schema, undefined, 2)}\n`
}
