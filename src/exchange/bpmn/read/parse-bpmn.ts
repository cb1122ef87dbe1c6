import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import { failure, type Result, success } from '../../../base/result.ts'
import type { JsonProblem } from '../../../model/describe-issue.ts'
import type { ImportedPart } from '../../import-report.ts'
import { ZW_PACKAGE } from '../xml/zw-package.ts'
import { describeWarnings } from './describe-warnings.ts'
import { nameElements, soundIds } from './sound-ids.ts'

/** What a document of BPMN 2.0 says that it is; drafts before the standard said something else. */
const NAMESPACE = 'http://www.omg.org/spec/BPMN/20100524/MODEL'

/** Longer documents are not read. Unit: characters. */
const MOST = 10_000_000
/** Nor such with more elements, of whatever kind: each takes far more room than its text. */
const MOST_ELEMENTS = 200_000
/** Elements nested deeper than this are in no document that people draw. */
const DEEPEST = 200

/** A document as the reader of XML gives it. */
interface ParsedBpmn {
  readonly definitions: ModdleElement
  /** What it had to leave out. */
  readonly left: readonly ImportedPart[]
}

/** Reads the XML of a document of BPMN; what is not one is told, and never thrown. */
export async function parseBpmn(xml: string): Promise<Result<ParsedBpmn, readonly JsonProblem[]>> {
  if (xml.length > MOST) return problem(`超过${MOST / 1_000_000}百万字，不读`)
  const size = measure(xml)
  if (size.depth > DEEPEST) return problem(`元素嵌套超过${DEEPEST}层，不是画出来的流程图`)
  if (size.elements > MOST_ELEMENTS) return problem(`元素超过${MOST_ELEMENTS / 10_000}万个，不读`)
  try {
    const moddle = new BpmnModdle({ zw: ZW_PACKAGE })
    const { rootElement, warnings } = await moddle.fromXML(soundIds(xml.replace(/^\ufeff/, '')))
    if (rootElement.$type !== 'bpmn:Definitions') return problem('不是BPMN：最外面的元素不是definitions')
    nameElements(rootElement)
    return success({ definitions: rootElement, left: describeWarnings(warnings) })
  } catch (error) {
    return problem(`不是正确的BPMN：${describeError(error)}`)
  }
}

function problem(message: string): Result<never, readonly JsonProblem[]> {
  return failure([{ path: '', message }])
}

/** What is passed over whole: comments, texts as they are, declarations. */
const PASSED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** The reader calls itself for each element in another: so many must not be there. Goes over the text once. */
function measure(xml: string): { readonly depth: number; readonly elements: number } {
  let depth = 0
  let elements = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const passed = PASSED.find(([begin]) => xml.startsWith(begin, at))
    const end = passed === undefined ? endOfTag(xml, at) : xml.indexOf(passed[1], at)
    if (end < 0) break
    if (passed === undefined && xml[at + 1] === '/') depth--
    else if (passed === undefined && xml[at + 1] !== '!' && xml[end - 1] !== '/') depth++
    if (passed === undefined) elements++
    if (depth > DEEPEST || elements > MOST_ELEMENTS) break
    at = end + 1
  }
  return { depth, elements }
}

/** Where a tag ends; marks within quotes are no ends. */
function endOfTag(xml: string, start: number): number {
  let quote = ''
  for (let at = start; at < xml.length; at++) {
    const letter = xml[at] ?? ''
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return at
  }
  return -1
}

/** The reader's own words, with the place where it has one. */
function describeError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (message.startsWith('failed to parse document as')) return `最外面不是BPMN 2.0的definitions（${NAMESPACE}）`
  const [first = ''] = message.split('\n')
  const place = /line: (\d+)[\s\S]*?column: (\d+)/.exec(message)
  const where = place === null ? '' : `第${Number(place[1]) + 1}行第${Number(place[2]) + 1}个字附近：`
  return `${where}${first}`.slice(0, 200)
}
