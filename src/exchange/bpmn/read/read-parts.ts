import type { ModdleElement } from 'bpmn-moddle'
import { failure, type Result, success } from '../../../base/result.ts'
import type { JsonProblem } from '../../../model/describe-issue.ts'
import type { Matter } from '../../../model/matter.ts'
import { readModelJson } from '../../../model/read-model-json.ts'
import { MODEL_SCHEMA } from '../../../model/write-model-json.ts'
import { flowElementsOf } from './collect-elements.ts'
import { extensionsOf, textOf } from './element.ts'

const LISTS: readonly string[] = ['flow', 'specialProcedures', 'supplements', 'extensions']

/** True for a process that `writeBpmn` wrote, whatever was done to it since. */
export function carriesModel(course: ModdleElement): boolean {
  return extensionsOf(course, 'zw:Matter').length > 0
}

/** Puts together the model that the elements of a process carry. */
export function readParts(course: ModdleElement): Result<Matter, readonly JsonProblem[]> {
  const [head] = extensionsOf(course, 'zw:Matter')
  const rest = parseObject(textOf(head, 'text'))
  if (rest === undefined) return failure([{ path: '', message: '流程里的 zw:matter 不是完整的JSON' }])
  const lists = new Map(LISTS.map((list) => [list, new Map<number, unknown>()]))
  for (const element of [course, ...flowElementsOf(course)]) {
    for (const part of extensionsOf(element, 'zw:Part')) {
      const list = lists.get(textOf(part, 'list'))
      const index = Number(textOf(part, 'index'))
      const value = parseObject(textOf(part, 'text'))
      if (list === undefined || !Number.isSafeInteger(index) || value === undefined)
        return failure([{ path: '', message: `“${textOf(element, 'id')}”里的 zw:part 读不了` }])
      list.set(index, value)
    }
  }
  const parts = [...lists].map(([list, values]) => [
    list,
    [...values].toSorted(([a], [b]) => a - b).map(([, value]) => value),
  ])
  const matter = { ...rest, ...Object.fromEntries(parts) }
  const document = readModelJson(JSON.stringify({ schema: MODEL_SCHEMA, matters: [matter] }))
  if (!document.ok) return document
  const [only] = document.value.matters
  return only === undefined ? failure([{ path: '', message: '里面没有事项' }]) : success(only)
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
