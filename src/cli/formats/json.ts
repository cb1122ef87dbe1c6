import { decodeText } from '../../base/decode-text.ts'
import { failure, success } from '../../base/result.ts'
import { readModelJson } from '../../model/read-model-json.ts'
import { writeModelJson } from '../../model/write-model-json.ts'
import type { Format } from './format.ts'

/** 低代码JSON: matters, bundles and their targets, all of them in one document. */
export const format: Format = {
  write: async ({ matters, ...others }, { origins }) =>
    `${JSON.stringify(writeModelJson(matters, { origins, ...others }), undefined, 2)}\n`,
  read: async (bytes) => {
    const decoded = decodeText(bytes)
    if (decoded === undefined) return failure([{ path: '', message: '不是文本文件' }])
    const document = readModelJson(decoded.text)
    return document.ok ? success({ document: document.value }) : document
  },
}
