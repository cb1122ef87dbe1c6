import { failure, type Result, success } from '../../base/result.ts'
import type { JsonProblem } from '../../model/describe-issue.ts'
import type { Matter } from '../../model/matter.ts'
import type { ImportedPart } from '../import-report.ts'
import { processesOf } from './read/collect-elements.ts'
import { parseBpmn } from './read/parse-bpmn.ts'
import { carriesModel, readParts } from './read/read-parts.ts'

/** What a document of BPMN says (读到的BPMN). */
export interface BpmnReading {
  readonly matter: Matter
  /** What became of each element; empty where the document carries the whole model. */
  readonly parts: readonly ImportedPart[]
}

/** Reads a document of BPMN 2.0 (导入BPMN). Never throws: what cannot be read is told. */
export async function readBpmn(xml: string): Promise<Result<BpmnReading, readonly JsonProblem[]>> {
  const parsed = await parseBpmn(xml)
  if (!parsed.ok) return parsed
  const own = processesOf(parsed.value).find(carriesModel)
  if (own === undefined) return failure([{ path: '', message: '没有流程' }])
  const matter = readParts(own)
  return matter.ok ? success({ matter: matter.value, parts: [] }) : matter
}
