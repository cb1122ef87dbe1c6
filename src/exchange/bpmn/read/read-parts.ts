import type { ModdleElement } from 'bpmn-moddle'
import { failure, type Result, success } from '../../../base/result.ts'
import type { JsonProblem } from '../../../model/describe-issue.ts'
import type { Matter } from '../../../model/matter.ts'
import { readModelJson } from '../../../model/read-model-json.ts'
import { MODEL_SCHEMA } from '../../../model/write-model-json.ts'
import type { PartOf } from '../draw/drawing.ts'
import { MODEL_LISTS } from '../xml/zw-package.ts'
import { flowElementsOf } from './collect-elements.ts'
import { extensionsOf, textOf } from './element.ts'

/** The model that a process carries, in whatever of its elements are left. */
export interface CarriedModel {
  readonly matter: Matter
  /** The part that each shape carries, by the id of the shape; a shape that was copied carries the same as its original. */
  readonly places: ReadonlyMap<string, PartOf>
  /** What the model had when it was written, and nothing carries any more. */
  readonly lost: readonly { readonly list: PartOf['list']; readonly name: string }[]
}

/** True for a process that `writeBpmn` wrote, whatever was done to it since. */
export function carriesModel(course: ModdleElement): boolean {
  return extensionsOf(course, 'zw:Matter').length > 0
}

/**
 * Puts together the model that the elements of a process carry. Who takes a shape away takes its part of the model with it: the
 * others move up, so each shape is known by the part in it, and never by a number.
 */
export function readParts(course: ModdleElement): Result<CarriedModel, readonly JsonProblem[]> {
  const [head] = extensionsOf(course, 'zw:Matter')
  const rest = parseObject(textOf(head, 'text'))
  if (rest === undefined) return failure([{ path: '', message: '流程里的 zw:matter 不是完整的JSON' }])
  const found = new Map(MODEL_LISTS.map((list) => [list, new Map<number, unknown>()]))
  const carriers: { readonly id: string; readonly list: PartOf['list']; readonly index: number }[] = []
  for (const element of [course, ...flowElementsOf(course)]) {
    for (const part of extensionsOf(element, 'zw:Part')) {
      const list = MODEL_LISTS.find((name) => name === textOf(part, 'list'))
      const index = Number(textOf(part, 'index'))
      const value = parseObject(textOf(part, 'text'))
      if (list === undefined || !Number.isSafeInteger(index) || value === undefined)
        return failure([{ path: '', message: `“${textOf(element, 'id')}”里的 zw:part 读不了` }])
      found.get(list)?.set(index, value)
      if (element !== course) carriers.push({ id: textOf(element, 'id'), list, index })
    }
  }
  const order = new Map([...found].map(([list, values]) => [list, [...values.keys()].toSorted((a, b) => a - b)]))
  const parts = [...found].map(([list, values]) => [list, order.get(list)?.map((index) => values.get(index))])
  const matter = { ...rest, ...Object.fromEntries(parts) }
  const document = readModelJson(JSON.stringify({ schema: MODEL_SCHEMA, matters: [matter] }))
  if (!document.ok) return document
  const [only] = document.value.matters
  if (only === undefined) return failure([{ path: '', message: '里面没有事项' }])
  const places = carriers.map(({ id, list, index }): readonly [string, PartOf] => [
    id,
    { list, index: order.get(list)?.indexOf(index) ?? 0 },
  ])
  return success({ matter: only, places: new Map(places), lost: findLost(textOf(head, 'parts'), found) })
}

function findLost(
  written: string,
  found: ReadonlyMap<PartOf['list'], ReadonlyMap<number, unknown>>,
): CarriedModel['lost'] {
  const names = parseObject(written)
  return MODEL_LISTS.flatMap((list) => {
    const listed: unknown = names === undefined ? undefined : Reflect.get(names, list)
    return (Array.isArray(listed) ? listed : []).flatMap((name, index) =>
      typeof name !== 'string' || found.get(list)?.has(index) ? [] : [{ list, name }],
    )
  })
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
