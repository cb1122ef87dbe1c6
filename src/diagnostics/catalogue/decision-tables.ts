import { define } from '../definition.ts'
import { quote } from '../wording.ts'

/** What a decision table may lack, in the words of the message. */
const MISSING = {
  table: '下面没有表格',
  inputs: '没有条件列：表头里至少要有一列是信息或者情形的名称',
  outputs: '没有结果列：表头里要有一列以“→”开头',
  rows: '只有表头，没有内容',
  conditions: '每一行的条件都是“—”，结果总是一样',
} as const

/** ZW70xx: whether a decision table decides every situation, once (判定表). */
export const DECISION_TABLES = {
  ZW7003: define<{
    readonly table: string
    readonly rows: readonly [number, number]
    readonly witness: string
  }>({
    severity: 'error',
    title: '判定表有两行重叠',
    message: ({ table, rows: [first, second], witness }) =>
      `判定表${quote(table)}第${first}行与第${second}行在“${witness}”时重叠（命中：唯一）`,
    label: ({ rows: [first, second] }) => `第${second}行与第${first}行都符合`,
    help: () => '请改条件，让两行不会同时符合；从上往下取第一行的，写“命中：首个”',
  }),
  ZW7004: define<{ readonly table: string; readonly witnesses: readonly string[] }>({
    severity: 'error',
    title: '判定表有空档',
    message: ({ table, witnesses }) => `判定表${quote(table)}没有覆盖：${witnesses.join('；')}`,
    label: () => '有的情况哪一行都不符合',
    help: () => '请补上一行，或者改已有各行的条件',
  }),
  ZW7006: define<{ readonly table: string; readonly row: number; readonly covered: boolean }>({
    severity: 'warning',
    title: '判定表有一行轮不到',
    message: ({ table, row, covered }) =>
      `判定表${quote(table)}第${row}行${covered ? '轮不到：前面的行已经包括了这里的情况' : '永远不会符合：这一行的条件互相矛盾'}`,
    label: () => '这一行不起作用',
  }),
  ZW7010: define<{ readonly table: string; readonly rows: number; readonly columns: number }>({
    severity: 'warning',
    title: '判定表没有能查完',
    message: ({ table, rows, columns }) =>
      `判定表${quote(table)}有${rows}行${columns}个条件列，条件交叉太多，重叠和空档没有能查完`,
    label: () => '没有报的不等于没有',
    help: () => '请写“命中：首个”并在最后加一行条件都是“—”的，或者拆成几个较小的判定表',
  }),
  ZW7007: define<{ readonly table: string; readonly missing: keyof typeof MISSING }>({
    severity: 'error',
    title: '判定表不完整',
    message: ({ table, missing }) => `判定表${quote(table)}${MISSING[missing]}`,
    help: () => '表头写信息的名称和以“→”开头的结果，下面一行写一种情况',
  }),
  ZW7008: define<{ readonly output: string; readonly type: string; readonly hits: string }>({
    severity: 'error',
    title: '判定表的结果不能用作时限',
    message: ({ output, type, hits }) =>
      type === '时长'
        ? `${quote(output)}的判定表命中“${hits}”，可能同时得出几个时限`
        : `${quote(output)}不是时限：判定表里这一列是${type}`,
    label: () => '这里要用时限',
    help: ({ type }) =>
      type === '时长' ? '请改为“命中：唯一”或者“命中：首个”' : '这一列每一格都要写时限，如“5个工作日”',
  }),
}
