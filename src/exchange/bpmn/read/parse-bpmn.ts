import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import { failure, type Result, success } from '../../../base/result.ts'
import type { JsonProblem } from '../../../model/describe-issue.ts'
import { ZW_PACKAGE } from '../xml/zw-package.ts'

/** Longer documents are not read. Unit: characters. */
const MOST = 20_000_000
/** Elements nested deeper than this are in no document that people draw. */
const DEEPEST = 200

/** Reads the XML of a document of BPMN; what is not one is told, and never thrown. */
export async function parseBpmn(xml: string): Promise<Result<ModdleElement, readonly JsonProblem[]>> {
  if (xml.length > MOST) return problem(`超过${MOST / 1_000_000}百万字，不读`)
  if (isTooDeep(xml)) return problem(`元素嵌套超过${DEEPEST}层，不是画出来的流程图`)
  try {
    const { rootElement } = await new BpmnModdle({ zw: ZW_PACKAGE }).fromXML(xml.replace(/^\ufeff/, ''))
    if (rootElement.$type !== 'bpmn:Definitions') return problem('不是BPMN：最外面的元素不是definitions')
    return success(rootElement)
  } catch (error) {
    return problem(`不是正确的BPMN：${describeError(error)}`)
  }
}

function problem(message: string): Result<never, readonly JsonProblem[]> {
  return failure([{ path: '', message }])
}

/** The reader calls itself for each element in another: so many must not be there. */
function isTooDeep(xml: string): boolean {
  let depth = 0
  for (const [tag] of xml.matchAll(/<[^!?][^<>]{0,100000}>?/g)) {
    if (tag.startsWith('</')) depth--
    else if (!tag.endsWith('/>')) depth++
    if (depth > DEEPEST) return true
  }
  return false
}

/** The reader's own words, with the place where it has one. */
function describeError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const [first = ''] = message.split('\n')
  const place = /line: (\d+)[\s\S]*?column: (\d+)/.exec(message)
  const where = place === null ? '' : `第${Number(place[1]) + 1}行第${Number(place[2]) + 1}个字附近：`
  return `${where}${first}`.slice(0, 200)
}
