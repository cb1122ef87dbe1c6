import * as z from 'zod'
import { failure, type Result, success } from '../../base/result.ts'
import { matterSchema } from '../../model/matter.ts'
import { findUnfit } from '../../model/read-model-json.ts'
import type { Refusal } from '../refusal.ts'
import { type CaseDefinition, prepareDefinition } from './definition.ts'
import { flowGraphSchema } from './flow-graph-schema.ts'
import { DEFINITION_SCHEMA } from './print-definition.ts'

const definitionSchema = z.strictObject({
  schema: z.literal(DEFINITION_SCHEMA),
  matter: matterSchema,
  graph: flowGraphSchema,
})

/** Reads a definition that `printDefinition` wrote (读取办件定义). What comes back is ready for cases, or the reason why not. */
export function readDefinition(text: string): Result<CaseDefinition, Refusal> {
  const document = parseJson(text)
  if (!document.ok || findUnfit(document.value) !== undefined) return failure(unreadable())
  const parsed = definitionSchema.safeParse(document.value)
  if (parsed.success) return prepareDefinition(parsed.data)
  return failure(unreadable(parsed.error.issues[0]?.path.join('.')))
}

function parseJson(text: string): Result<unknown, undefined> {
  try {
    return success(JSON.parse(text))
  } catch {
    return failure(undefined)
  }
}

function unreadable(field?: string): Refusal {
  return {
    code: 'bad-definition',
    message: '存着的事项定义读不出来',
    help: '用 zw check 通过的事项重新生成定义；内容被改动过的，从备份恢复',
    ...(field !== undefined && field !== '' && { field }),
  }
}
