import { define } from '../definition.ts'
import { bracket, enumerate, quote } from '../wording.ts'

/** ZW30xx: how a condition is written (条件式). */
export const CONDITIONS = {
  ZW3001: define<{ readonly text: string }>({
    severity: 'error',
    title: '少了“】”',
    message: ({ text }) => `${quote(text)}少了“】”`,
    label: () => '名称到哪里为止，请用“】”标出',
  }),
  ZW3002: define<{ readonly text: string; readonly suggestion?: string | undefined }>({
    severity: 'error',
    title: '条件里有不认识的词',
    message: ({ text, suggestion }) =>
      `不认识${quote(text)}${suggestion === undefined ? '' : `，是不是${bracket(suggestion)}？`}`,
    label: () => '既不是声明过的名称，也不是条件用语',
    help: ({ suggestion }) =>
      suggestion === undefined ? '条件里只能用“信息”“情形”声明过的名称；请先声明，或者改用“人工判断：”' : undefined,
  }),
  ZW3003: define<{ readonly after: string; readonly expected: readonly string[]; readonly found: string }>({
    severity: 'error',
    title: '条件没有写完',
    message: ({ after, expected, found }) =>
      `${after === '' ? '条件开头' : `${quote(after)}后面`}还缺内容：可以写${enumerate(expected)}，却${found === '' ? '到此为止' : `遇到${quote(found)}`}`,
    label: ({ found }) => (found === '' ? '后面没有了' : '这里接不上'),
  }),
  ZW3004: define<{ readonly text: string }>({
    severity: 'error',
    title: '两个条件之间没有“且”“或”',
    message: ({ text }) => `${quote(text)}接不上前面的内容；两个条件之间请写“且”或“或”`,
    label: () => '这里前面缺“且”或“或”',
  }),
  ZW3005: define<{ readonly mark: '（' | '）' }>({
    severity: 'error',
    title: '括号没有配对',
    message: ({ mark }) => `括号没有配对：${mark === '（' ? '有“（”，没有“）”' : '有“）”，没有“（”'}`,
    label: ({ mark }) => `这个“${mark}”没有配对`,
  }),
  ZW3006: define<{ readonly value: string; readonly alternatives: readonly string[] }>({
    severity: 'error',
    title: '数值后面没有写范围',
    message: ({ value, alternatives }) => `${quote(value)}后面要写${alternatives.map(quote).join('')}等`,
    label: () => '是以上、以下还是正好？',
    help: () => '“以上”“以下”“以内”含本数；“不满”“超过”不含本数；正好等于请写“为”',
  }),
  ZW3007: define<{ readonly reading: string }>({
    severity: 'warning',
    title: '“且”“或”连用没有加括号',
    message: ({ reading }) => `“且”“或”连用；现在读作“${reading}”`,
    label: () => '“且”比“或”先结合',
    help: () => '请加上括号，写明先后',
  }),
  ZW3008: define<{ readonly word: string; readonly suggestion: string }>({
    severity: 'error',
    title: '条件用语不对',
    message: ({ word, suggestion }) => `${quote(word)}不能这样用，请写${quote(suggestion)}`,
    label: ({ suggestion }) => `这里应写${quote(suggestion)}`,
  }),
  ZW3009: define<{ readonly verdict: 'always' | 'never'; readonly condition: string }>({
    severity: 'warning',
    title: '条件永远成立或者永远不成立',
    message: ({ verdict, condition }) => `这个条件永远${verdict === 'always' ? '' : '不'}成立（${condition}）`,
    label: ({ verdict }) => (verdict === 'always' ? '不论怎么填都成立，等于没有限制' : '不论怎么填都不成立'),
  }),
  ZW3010: define<{ readonly text: string; readonly readings: readonly string[] }>({
    severity: 'error',
    title: '条件有两种读法',
    message: ({ text, readings }) =>
      `${quote(text)}有${readings.length === 2 ? '两' : readings.length}种读法：${readings.join('；或者')}`,
    label: () => '请用【】标出名称',
  }),
  ZW3011: define<{ readonly limit: number }>({
    severity: 'error',
    title: '条件嵌套过深',
    message: ({ limit }) => `条件的括号嵌套超过${limit}层，没有再往下读`,
    label: () => '从这里起没有读',
    help: () => '请把内层条件单独声明成“情形：”，再按名称引用',
  }),
}
