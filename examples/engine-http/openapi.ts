import { actorSchema, commandSchema } from 'zhengwu/engine'
import * as z from 'zod'

/** Answers as a form sends them: 55, true, "2026-11-22", "餐饮服务". */
const plainFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

/** What starts a case. */
export const submissionSchema = z.strictObject({
  matter: z.string().min(1).describe('事项名称'),
  facts: plainFacts.optional().describe('填写的信息'),
  materials: z.array(z.strictObject({ name: z.string(), reference: z.string().optional() })).optional(),
  channel: z.string().optional().describe('渠道'),
})

/** JSON Schema of a zod schema; where it has facts as the engine keeps them, clients send them plain. */
function schemaOf(schema: z.ZodType) {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    override: ({ path, jsonSchema }) => {
      if (path.at(-1) !== 'facts') return
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
      Object.assign(jsonSchema, { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } })
    },
  })
  return json
}

const problem = {
  description: '没有办成',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const refusals = { 401: problem, 403: problem, 404: problem, 409: problem, 422: problem }
const unreadable = { 400: problem, 413: problem }
const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const ok = { 200: { description: '成功', ...json({ type: 'object' }) }, ...refusals }
const key = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
  description: '重发时不变，同一请求只办一次',
}
const id = { name: 'caseId', in: 'path', required: true, schema: { type: 'string' } }

/** The interface as OpenAPI 3.1, made of the same zod schemas that the engine validates by. */
export function describeApi() {
  return {
    openapi: '3.1.0',
    info: { title: '办件接口', version: '1.0.0' },
    paths: {
      '/cases': {
        post: {
          summary: '提交申请',
          parameters: [key],
          requestBody: { required: true, ...json(schemaOf(submissionSchema)) },
          responses: { 201: { description: '已收件', ...json({ type: 'object' }) }, ...refusals, ...unreadable },
        },
        get: {
          summary: '查询办件',
          parameters: ['matter', 'after', 'limit'].map((name) => ({
            name,
            in: 'query',
            schema: { type: 'string' },
          })),
          responses: ok,
        },
      },
      '/cases/{caseId}': { get: { summary: '办件现状、各时钟、现在可以办什么', parameters: [id], responses: ok } },
      '/cases/{caseId}/history': { get: { summary: '办件历史', parameters: [id], responses: ok } },
      '/cases/{caseId}/receipt': { get: { summary: '办件凭证', parameters: [id], responses: ok } },
      '/cases/{caseId}/commands': {
        post: {
          summary: '办理',
          parameters: [
            id,
            key,
            {
              name: 'If-Match',
              in: 'header',
              schema: { type: 'string' },
              description: '看到的版本，即查询时的 ETag；`*` 是不核对',
            },
          ],
          requestBody: { required: true, ...json(schemaOf(commandSchema)) },
          responses: { ...ok, ...unreadable, 412: problem },
        },
      },
    },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: '角色由令牌决定' } },
      schemas: {
        Actor: schemaOf(actorSchema),
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'detail'],
          properties: {
            type: { type: 'string', description: 'urn:zhengwu:refusal: 和拒绝代码' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string', description: '一句话说明' },
            help: { type: 'string', description: '怎么办' },
            field: { type: 'string', description: '哪一项不对，如 facts.经营面积' },
            names: { type: 'array', items: { type: 'string' } },
            version: { type: 'integer', description: '办件现在的版本' },
          },
        },
      },
    },
    security: [{ bearer: [] }],
  }
}
