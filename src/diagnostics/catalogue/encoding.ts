import { define } from '../definition.ts'
import { quote } from '../wording.ts'

/** ZW01xx: how the file is saved and which characters it uses (文件和字符). */
export const ENCODING = {
  ZW0101: define<{ readonly file: string; readonly encoding: string }>({
    severity: 'warning',
    title: '文件不是UTF-8编码',
    message: ({ file, encoding }) => `文件${quote(file)}不是UTF-8编码，已按${encoding}读取`,
    label: () => '整个文件',
    help: () => '请用编辑器的“另存为”改存成UTF-8，免得别人打开时变成乱码',
  }),
  ZW0102: define<Readonly<Record<never, never>>>({
    severity: 'warning',
    title: '没有写语言版本',
    message: () => '文件开头没有“语言版本：1”，按最新版本理解',
    label: () => '应在这里写明语言版本',
  }),
  ZW0103: define<{ readonly name: string; readonly codePoints: readonly string[] }>({
    severity: 'warning',
    title: '名称里有看不见的字符',
    message: ({ name, codePoints }) => `名称${quote(name)}里有看不见的字符（${codePoints.join('、')}），比较时不计`,
    label: () => '这里夹着看不见的字符',
  }),
  ZW0104: define<{
    readonly name: string
    readonly character: string
    readonly codePoint: string
    readonly usual: string
  }>({
    severity: 'warning',
    title: '名称里混进了相似字',
    message: ({ name, character, codePoint, usual }) =>
      `名称${quote(name)}里的“${character}”（${codePoint}）与常用字“${usual}”外形相近，可能是识别或粘贴时出的错`,
    label: ({ usual }) => `常用字是“${usual}”`,
  }),
  ZW0105: define<{ readonly shown: number; readonly hidden: number }>({
    severity: 'error',
    title: '问题太多，没有逐一列出',
    message: ({ shown, hidden }) => `问题太多：只列出${shown}处，还有${hidden}处没有列出`,
    label: () => '没有列出的问题在这一段里',
    help: () => '请先确认选对了文件；改好列出的问题后再检查一遍',
  }),
}
