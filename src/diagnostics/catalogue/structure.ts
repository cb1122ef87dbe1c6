import { define } from '../definition.ts'
import { quote, quoteAlternatives } from '../wording.ts'

/** ZW20xx and ZW21xx: where a line belongs and what is missing (归属、重复和缺项). */
export const STRUCTURE = {
  ZW2001: define<{ readonly keyword: string; readonly parents: readonly string[] }>({
    severity: 'error',
    title: '写错了地方',
    message: ({ keyword, parents }) =>
      `${quote(keyword)}不能写在这里（${parents.length === 0 ? '应单独写在最外层' : `应写在${quoteAlternatives(parents)}之下`}）`,
    label: () => '放在这里没有归属',
  }),
  ZW2002: define<{ readonly keyword: string; readonly section: string }>({
    severity: 'warning',
    title: '缺少栏目标题',
    message: ({ keyword, section }) =>
      `${quote(keyword)}应写在${quote(`${section}：`)}栏目下，已按补上${quote(`${section}：`)}理解`,
    label: ({ section }) => `这一行前面少了${quote(`${section}：`)}`,
  }),
  ZW2003: define<{
    readonly entry: string
    readonly keyword: string
    /** The keyword of the entry line that was probably left out; absent where the entry cannot repeat. */
    readonly entryKeyword?: string | undefined
  }>({
    severity: 'error',
    title: '同一项写了两次',
    message: ({ entry, keyword, entryKeyword }) =>
      `${quote(entry)}里出现了两个${quote(keyword)}${entryKeyword === undefined ? '' : `，是不是漏写了一行${quote(`${entryKeyword}：……`)}？`}`,
    label: ({ keyword }) => `又写了一次${quote(keyword)}`,
    help: ({ entryKeyword }) => (entryKeyword === undefined ? '只能写一次，请留下正确的一行' : undefined),
  }),
  ZW2004: define<{ readonly entry: string; readonly keyword: string; readonly consequence?: string | undefined }>({
    severity: 'warning',
    title: '缺少应写的一项',
    message: ({ entry, keyword }) => `${entry}缺少${quote(`${keyword}：`)}`,
    label: ({ keyword }) => `没有写${quote(`${keyword}：`)}`,
    help: ({ consequence }) => consequence,
  }),
  ZW2005: define<{ readonly steps: number; readonly total: string }>({
    severity: 'warning',
    title: '即办件的环节办不完',
    message: ({ steps, total }) => `办件类型为即办件，${steps}个环节一共却要${total}`,
    label: () => '即办件当场或者当天办结',
    help: () => '当天能办完的，请把各环节的时限改为小时；不能的，请改为“办件类型：承诺件”',
  }),
  ZW2006: define<{ readonly matter: string; readonly stage: string }>({
    severity: 'warning',
    title: '没有受理或决定环节',
    message: ({ matter, stage }) => `事项${quote(matter)}没有“${stage}”阶段的环节，法定时限无从起止`,
    label: ({ stage }) => `这些环节里没有哪一个是“${stage}”阶段`,
    help: ({ stage }) => `请在负责${stage}的环节下面写“阶段：${stage}”`,
  }),
  ZW2007: define<{ readonly entry: string; readonly keyword: string; readonly purpose?: string | undefined }>({
    severity: 'error',
    title: '缺少必写的一项',
    message: ({ entry, keyword }) => `${entry}缺少${quote(`${keyword}：`)}`,
    label: ({ keyword }) => `下面要有一行${quote(`${keyword}：`)}`,
    help: ({ purpose }) => purpose,
  }),
  ZW2101: define<{ readonly keyword: string; readonly byIndent: string; readonly actual: string }>({
    severity: 'warning',
    title: '缩进与归属不一致',
    message: ({ keyword, byIndent, actual }) =>
      `按缩进，${quote(keyword)}像是属于${quote(byIndent)}，实际归到了${quote(actual)}`,
    label: ({ actual }) => `归到了${quote(actual)}`,
    help: ({ byIndent, keyword }) =>
      `归属不看缩进，只看先后；要让它属于${quote(byIndent)}，请把${quote(keyword)}移到下级条目之前`,
  }),
}
