import { define } from '../definition.ts'
import { enumerate, excerpt, quote } from '../wording.ts'

/** ZW11xx: whether what stands after the colon can be read (冒号后面的内容). */
export const VALUES = {
  ZW1101: define<{ readonly keyword: string; readonly expected?: string | undefined }>({
    severity: 'error',
    title: '冒号后面没有内容',
    message: ({ keyword }) => `${quote(`${keyword}：`)}后面没有内容`,
    label: ({ expected }) => (expected === undefined ? '这里是空的' : `这里应写${expected}`),
    help: ({ expected }) =>
      expected === undefined ? '请补上内容，或者删去这一行' : `请补上${expected}，或者删去这一行`,
  }),
  ZW1102: define<{
    readonly keyword: string
    readonly value: string
    /** What should stand here: 数量, 日期, 时限 … */
    readonly expected: string
    readonly example: string
    /** Why it cannot be read, where that is not plain: 2026年2月只有28天. */
    readonly reason?: string | undefined
    /** What was probably meant: 7个工作日 for 7各工作日. */
    readonly suggestion?: string | undefined
  }>({
    severity: 'error',
    title: '内容的写法不对',
    message: ({ keyword, value, expected, example, reason, suggestion }) => {
      const written = quote(`${keyword}：${excerpt(value, 24)}`)
      if (suggestion !== undefined) return `${written}应为${expected}；是不是${quote(suggestion)}？`
      return `${written}应为${expected}，如${quote(example)}${reason === undefined ? '' : `（${reason}）`}`
    },
    label: ({ expected, reason }) => reason ?? `这里应写${expected}`,
  }),
  ZW1103: define<{
    readonly keyword: string
    /** All words of the line that are not in the list. */
    readonly values: readonly string[]
    readonly allowed: readonly string[]
    readonly suggestions: readonly string[]
  }>({
    severity: 'error',
    title: '不在可选值之中',
    message: ({ keyword, values, allowed, suggestions }) =>
      `${quote(`${keyword}：${excerpt(values.join('、'), 24)}`)}不在可选值中：${enumerate(allowed)}${suggestions.length === 0 ? '' : `；是不是${suggestions.map(quote).join('、')}？`}`,
    label: () => '不是可选的值',
  }),
  ZW1104: define<{ readonly keyword: string; readonly value: string; readonly entryKeyword: string }>({
    severity: 'error',
    title: '栏目标题后面写了内容',
    message: ({ keyword, value, entryKeyword }) =>
      `${quote(`${keyword}：`)}是栏目标题，后面不写内容；${quote(excerpt(value, 24))}请另起一行写在${quote(`${entryKeyword}：`)}后面`,
    label: () => '这里的内容没有用上',
  }),
  ZW1105: define<{ readonly keyword: string; readonly value: string }>({
    severity: 'error',
    title: '还有没填的空白',
    message: ({ keyword, value }) => `${quote(`${keyword}：${excerpt(value, 24)}`)}里还有空白没有填`,
    label: () => '请换成实际的内容，括号也一起换掉',
  }),
}
