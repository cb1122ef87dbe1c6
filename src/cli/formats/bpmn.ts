import { decodeText } from '../../base/decode-text.ts'
import { failure, success } from '../../base/result.ts'
import { readBpmn } from '../../exchange/bpmn/read-bpmn.ts'
import { writeBpmn } from '../../exchange/bpmn/write-bpmn.ts'
import { CommandFailure } from '../command-failure.ts'
import { withPackage } from '../missing-package.ts'
import type { Format } from './format.ts'

/** BPMN 2.0: one process for one matter; what others drew is read as far as it goes. */
export const format: Format = {
  write: async ({ matters }) => {
    const [matter] = matters
    if (matter === undefined) throw new CommandFailure('没有要导出的事项')
    return await withPackage('elkjs', { cannot: '排不出流程图' }, () => writeBpmn(matter))
  },
  read: async (bytes) => {
    const decoded = decodeText(bytes)
    if (decoded === undefined) return failure([{ path: '', message: '不是文本文件' }])
    const reading = await readBpmn(decoded.text)
    if (!reading.ok) return reading
    const { matter, parts } = reading.value
    return success({ document: { matters: [matter] }, ...(parts.length > 0 && { parts }) })
  },
}
