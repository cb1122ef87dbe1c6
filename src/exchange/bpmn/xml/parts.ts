import type { ModdleElement } from 'bpmn-moddle'
import type { Matter } from '../../../model/matter.ts'
import { MODEL_SCHEMA, withoutOrigins } from '../../../model/write-model-json.ts'
import type { PartOf } from '../draw/drawing.ts'
import type { Builder } from './builder.ts'
import { xmlJson, xmlText } from './xml-text.ts'
import { MODEL_LISTS } from './zw-package.ts'

/** Hands out the parts of a matter, each once, as extension elements (模型的各部分). */
export interface PartWriter {
  /** The part that a shape stands for; nothing where it was handed out before. */
  readonly partOf: (part: PartOf | undefined) => readonly ModdleElement[]
  /** What no shape stands for, with all that is not asked for in parts. To be called last. */
  readonly rest: () => readonly ModdleElement[]
}

/** What a process that this version draws is known by; a process drawn otherwise is read as a foreign one. */
const DRAWING = '1'

/** Writes the parts of a matter. */
export function createPartWriter(original: Matter, { moddle }: Builder): PartWriter {
  const matter = withoutOrigins(original)
  const written = new Set<string>()
  const write = ({ list, index }: PartOf): readonly ModdleElement[] => {
    const part = matter[list][index]
    if (part === undefined || written.has(`${list} ${index}`)) return []
    written.add(`${list} ${index}`)
    const name = 'name' in part ? { name: xmlText(part.name) } : {}
    return [moddle.create('zw:Part', { list, index, ...name, text: xmlJson(part) })]
  }
  return {
    partOf: (part) => (part === undefined ? [] : write(part)),
    rest: () => {
      const {
        flow: _flow,
        specialProcedures: _procedures,
        supplements: _supplements,
        extensions: _longer,
        ...others
      } = matter
      const named = MODEL_LISTS.map((list) => [list, matter[list].map((part) => ('name' in part ? part.name : ''))])
      const head = {
        schema: MODEL_SCHEMA,
        drawing: DRAWING,
        parts: xmlJson(Object.fromEntries(named)),
        text: xmlJson(others),
      }
      const left = MODEL_LISTS.flatMap((list) => matter[list].flatMap((_, index) => write({ list, index })))
      return [moddle.create('zw:Matter', head), ...left]
    },
  }
}
