import type { ParseWarning } from 'bpmn-moddle'
import type { ImportedPart } from '../../import-report.ts'
import { textOf } from './element.ts'
import { describeElement } from './foreign/describe-element.ts'

/** References that the flow rests on; of others nothing is lost. */
const FLOW_ENDS = /(?:^|:)(?:sourceRef|targetRef|attachedToRef|flowNodeRef)$/

/** What of a document the reader of XML left out (读不了的部分): it says so, and nobody else would. */
export function describeWarnings(warnings: readonly ParseWarning[]): readonly ImportedPart[] {
  return warnings.flatMap(({ message, element, property, value }): readonly ImportedPart[] => {
    if (element !== undefined) {
      if (!FLOW_ENDS.test(property ?? '')) return []
      const what = `${describeElement(element)}连到的“${String(value)}”`
      return [{ place: textOf(element, 'id'), what, outcome: 'omitted', became: '文件里没有这个编号' }]
    }
    const [, tag = '', line = '', why = ''] =
      /^unparsable content (\S*) ?detected\s+line: (\d+)[\s\S]*nested error: ([\s\S]*)$/.exec(message) ?? []
    if (line === '') return []
    const twice = /^duplicate ID <(.*)>$/.exec(why)?.[1]
    const became = twice === undefined ? `读不了：${why}` : `编号“${twice}”和前面的重复`
    return [{ place: `第${Number(line) + 1}行`, what: tag, outcome: 'omitted', became }]
  })
}
