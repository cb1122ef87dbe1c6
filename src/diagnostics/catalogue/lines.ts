import { define } from '../definition.ts'
import { enumerate, excerpt, quote } from '../wording.ts'

/** ZW10xx: what a line is (行和关键字). */
export const LINES = {
  ZW1001: define<{ readonly keyword: string; readonly allowed: readonly string[] }>({
    severity: 'error',
    title: '不认识的关键字',
    message: ({ keyword, allowed }) =>
      `不认识${quote(`${excerpt(keyword, 20)}：`)}这一项${allowed.length === 0 ? '' : `；这里可以写：${enumerate(allowed)}`}`,
    label: () => '不是这里的关键字',
    help: () => '如果只是补充说明，请改成“备注：”；不需要的，请删去这一行',
  }),
  ZW1002: define<{ readonly keyword: string; readonly suggestion: string; readonly reason: string }>({
    severity: 'error',
    title: '关键字写错',
    message: ({ keyword, suggestion, reason }) =>
      `不认识${quote(`${keyword}：`)}，是不是${quote(`${suggestion}：`)}？（${reason}）`,
    label: ({ suggestion }) => `已按${quote(suggestion)}理解`,
  }),
  ZW1003: define<{ readonly keyword: string }>({
    severity: 'error',
    title: '关键字后面少了冒号',
    message: ({ keyword }) => `${quote(keyword)}后面少了冒号“：”`,
    label: () => '冒号应写在这个词后面',
  }),
  ZW1004: define<{ readonly allowed: readonly string[] }>({
    severity: 'error',
    title: '冒号前没有关键字',
    message: ({ allowed }) => `冒号前面缺少关键字${allowed.length === 0 ? '' : `；这里可以写：${enumerate(allowed)}`}`,
    label: () => '冒号前面是空的',
  }),
  ZW1005: define<{
    readonly text: string
    /** The keyword of the entries that the section lists, where the line may be one: 材料. */
    readonly entry?: string | undefined
  }>({
    severity: 'error',
    title: '这一行无处归属',
    message: ({ text }) => `${quote(text)}这一行没有“关键字：”，也接不到上一行`,
    label: () => '这一行没有用上',
    help: ({ entry }) =>
      `${entry === undefined ? '' : `如果写的是${entry}，请在每一行前面加上“${entry}：”；`}如果是说明文字，请在前面加上“说明：”；如果是给自己看的，请在前面加上“注：”`,
  }),
  ZW1006: define<{ readonly line: number; readonly keyword: string }>({
    severity: 'warning',
    title: '续行需要确认',
    message: ({ line, keyword }) =>
      `这一行接在第${line}行${quote(`${keyword}：`)}的后面；如果是同一句话被断成两行，请合并成一行`,
    label: ({ line }) => `已接到第${line}行`,
  }),
  ZW1007: define<{ readonly row: number; readonly cells: number; readonly heads: number }>({
    severity: 'error',
    title: '表格的格数不对',
    message: ({ row, cells, heads }) => `表格第${row}行有${cells}格，表头有${heads}格`,
    label: ({ cells, heads }) => (cells < heads ? '这一行少了格' : '多出来的格没有用上'),
    help: () => '每一行的格数要和表头一样；没有内容的格子也要留着，里面空着或者写“—”',
  }),
  ZW1008: define<{ readonly row: number; readonly cell: string }>({
    severity: 'error',
    title: '表格行末少了“｜”',
    message: ({ row, cell }) => `${row === 0 ? '表头' : `表格第${row}行`}末尾少了“｜”，最后一格是${quote(cell)}`,
    label: () => '已按后面有“｜”理解',
  }),
  ZW1009: define<{ readonly lines: number; readonly head?: string | undefined; readonly allowed: readonly string[] }>({
    severity: 'error',
    title: '表格没有用上',
    message: ({ lines, head, allowed }) => {
      const reason = head === undefined ? '看不出表头' : `表头第一列${quote(head)}不是这里的条目`
      const places = allowed.length === 0 ? '' : `；这里可以写：${enumerate(allowed)}`
      return `${lines === 1 ? '这一行' : `这${lines}行`}是表格，没有用上：${reason}${places}`
    },
    label: () => '表格里的内容没有用上',
    help: () => '表头第一列写条目的关键字，如“材料”“环节”；其他各列写它下面的项目，如“形式”“份数”',
  }),
  ZW1010: define<{ readonly column: number }>({
    severity: 'error',
    title: '表头有空格子',
    message: ({ column }) => `表头第${column}列没有写是什么，这一列没有用上`,
    label: () => '表头的这一格是空的',
    help: () => '请写上这一列的名称；合并过的表头，请拆开再复制',
  }),
  ZW1011: define<{ readonly row: number; readonly column: string; readonly output: boolean }>({
    severity: 'error',
    title: '判定表的格子是空的',
    message: ({ row, column }) => `判定表第${row}行的${quote(column)}是空的`,
    label: () => '这一格是空的',
    help: ({ output }) =>
      output ? '请写明这一行得出什么；什么也不得出的，写“—”' : '不论什么值都行的，写“—”；与上一行相同的，照样再写一遍',
  }),
}
