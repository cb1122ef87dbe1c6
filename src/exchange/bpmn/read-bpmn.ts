import { type Result, success } from '../../base/result.ts'
import type { JsonProblem } from '../../model/describe-issue.ts'
import type { Matter } from '../../model/matter.ts'
import type { ImportedPart } from '../import-report.ts'
import { processesOf } from './read/collect-elements.ts'
import { readForeign } from './read/foreign/read-foreign.ts'
import { parseBpmn } from './read/parse-bpmn.ts'
import { readOwn } from './read/read-own.ts'
import { carriesModel } from './read/read-parts.ts'

/** What a document of BPMN says (读到的BPMN). */
export interface BpmnReading {
  readonly matter: Matter
  /** What became of each element; empty where the document carries the whole model and its picture is as we drew it. */
  readonly parts: readonly ImportedPart[]
}

/**
 * Reads a document of BPMN 2.0 (导入BPMN). Never throws: what cannot be read is told. What `writeBpmn` wrote comes back whole; where
 * its picture was changed since, names follow the picture, and so do the steps where shapes or flows were changed.
 * What others drew is read as far as it goes, and each element of it is accounted for.
 */
export async function readBpmn(xml: string): Promise<Result<BpmnReading, readonly JsonProblem[]>> {
  const parsed = await parseBpmn(xml)
  if (!parsed.ok) return parsed
  const { definitions, left } = parsed.value
  const courses = processesOf(definitions)
  const own = courses.find(carriesModel)
  const read = own === undefined ? readForeign(definitions, courses) : readOwn(definitions, own)
  return read.ok ? success({ ...read.value, parts: [...read.value.parts, ...left] }) : read
}
