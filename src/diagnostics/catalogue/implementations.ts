import { define } from '../definition.ts'
import { enumerate, quote } from '../wording.ts'

/** ZW80xx: what a lower level may do with a matter that is laid down above it (实施清单). `above`: 基本事项, 上级实施清单. */
export const IMPLEMENTATIONS = {
  ZW8004: define<{
    readonly what: string
    /** The word of 允许细化 for it. */
    readonly element: string
    readonly from: string
    readonly to: string
    readonly above: string
    /** The direction that is allowed; absent where 允许细化 does not mention the element at all. */
    readonly allowed?: string | undefined
    /** What 允许细化 would have to say. */
    readonly item: string
  }>({
    severity: 'error',
    title: '实施清单超出了允许细化的范围',
    message: ({ what, element, from, to, above, allowed }) =>
      `实施清单把${what}从${from}改为${to}；${above}${allowed === undefined ? `没有允许细化${element}` : `只允许${quote(allowed)}`}`,
    label: () => '这里的改动没有采用',
    help: ({ above, allowed, item }) =>
      allowed === undefined
        ? `删去这里，沿用${above}的规定；确实允许各地调整的，由${above}在“允许细化：”里写“${item}”`
        : `改到允许的范围以内，或者删去这里，沿用${above}的规定`,
  }),
  ZW8005: define<{ readonly element: string; readonly above: string }>({
    severity: 'error',
    title: '实施清单改写了统一要素',
    message: ({ element }) => `实施清单改写了统一要素${quote(element)}`,
    label: () => '与统一的规定不同，没有采用',
    help: ({ element, above }) => {
      if (element === '名称') return `名称要与${above}的相同，只在后面加括号写明地方`
      if (element === '编码') return `编码要从${above}的编码接着往下编`
      return `统一要素各级相同，不用再写；删去这里，沿用${above}的规定`
    },
  }),
  ZW8008: define<{ readonly keyword: string; readonly word: string; readonly known: readonly string[] }>({
    severity: 'warning',
    title: '看不懂的要素',
    message: ({ keyword, word }) => `“${keyword}：”里的${quote(word)}不知道指什么，没有起作用`,
    label: () => '请换成认得的说法',
    help: ({ known }) => `可以写：${known.join('、')}`,
  }),
  ZW8009: define<{ readonly authority: string; readonly base: string; readonly names: readonly string[] }>({
    severity: 'error',
    title: '同一主体有两份实施清单',
    message: ({ authority, base, names }) =>
      `${quote(authority)}对${quote(base)}有${names.length === 2 ? '两' : names.length}份同时有效的实施清单：${enumerate(names)}`,
    label: () => '与另一份同时有效',
    help: () => '只留一份；是新旧两版的，请分别写明“施行：”“失效：”，让日期接上而不重叠',
  }),
  ZW8010: define<{ readonly steps: readonly string[]; readonly reason: string }>({
    severity: 'error',
    title: '环节不能合并',
    message: ({ steps, reason }) => `${steps.map(quote).join('')}不能合并：${reason}`,
    label: () => '没有合并',
    help: () => '只有前后相接、或者并联办理的环节可以合并成一个',
  }),
}
