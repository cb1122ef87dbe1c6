import * as z from 'zod'
import { failure, type Result, success } from '../base/result.ts'
import { bundleSchema } from './bundle.ts'
import { describeIssue, type JsonProblem } from './describe-issue.ts'
import { matterSchema } from './matter.ts'
import { selectionTargetSchema } from './selection-target.ts'
import { MODEL_SCHEMA, type ModelDocument } from './write-model-json.ts'

/** The document that `zw export` writes and `zw import` reads (grammar/matter.schema.json). */
export const modelDocumentSchema: z.ZodType<ModelDocument> = z
  .strictObject({
    schema: z.literal(MODEL_SCHEMA),
    matters: z.array(matterSchema).readonly(),
    bundles: z.array(bundleSchema).readonly().exactOptional(),
    selectionTargets: z.array(selectionTargetSchema).readonly().exactOptional(),
  })
  .readonly()

/** How deep a document may be nested: conditions go no deeper in a file, and reading it must end. */
const DEEPEST = 400

/** Reads matters and bundles from outside (读取): what comes back fits the model, or else each fault of the document is told. */
export function readModelJson(text: string): Result<ModelDocument, readonly JsonProblem[]> {
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    return failure([{ path: '', message: describeSyntaxError(text, error) }])
  }
  const unfit = findUnfit(document)
  if (unfit !== undefined) return failure([unfit])
  const parsed = parseFilled(document)
  if (parsed.success) return success(parsed.data)
  return failure(parsed.error.issues.flatMap((issue) => describeIssue(issue, document)))
}

/** Lists that are left out are empty: so a designer need not write them, and a document outlives new ones. */
function parseFilled(document: unknown): ReturnType<typeof modelDocumentSchema.safeParse> {
  const parsed = modelDocumentSchema.safeParse(document)
  if (parsed.success) return parsed
  const filled = parsed.error.issues.filter((issue) => fillList(issue, document))
  return filled.length === 0 ? parsed : modelDocumentSchema.safeParse(document)
}

function fillList(issue: z.core.$ZodIssue, document: unknown): boolean {
  if (issue.code !== 'invalid_type' || issue.expected !== 'array') return false
  let part = document
  for (const key of issue.path.slice(0, -1)) part = isPart(part) ? Reflect.get(part, key) : undefined
  const last = issue.path.at(-1)
  return isPart(part) && last !== undefined && Reflect.get(part, last) === undefined && Reflect.set(part, last, [])
}

function isPart(part: unknown): part is object {
  return typeof part === 'object' && part !== null
}

/** JSON.parse tells the place of an error in words of its own, or not at all. */
function describeSyntaxError(text: string, error: unknown): string {
  const place = /position (\d+)/.exec(String(error))?.[1]
  if (place === undefined) return '不是完整的JSON'
  const before = text.slice(0, Number(place)).split('\n')
  return `不是正确的JSON，第${before.length}行第${(before.at(-1)?.length ?? 0) + 1}个字附近有错`
}

/** What no schema can tell: nesting without end, and halves of characters, which no file can hold. */
export function findUnfit(document: unknown): JsonProblem | undefined {
  const waiting: { readonly part: unknown; readonly depth: number }[] = [{ part: document, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { part, depth } = next
    if (depth > DEEPEST) return { path: '', message: `嵌套超过${DEEPEST}层` }
    if (typeof part === 'string' && /\p{Surrogate}/u.test(part)) {
      return { path: '', message: `“${part.replace(/\p{Surrogate}/gu, '�')}”里有残缺的字符` }
    }
    if (!isPart(part)) continue
    for (const child of Object.values(part)) waiting.push({ part: child, depth: depth + 1 })
  }
  return undefined
}
