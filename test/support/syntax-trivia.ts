import fc from 'fast-check'

/** What an author or an editor puts around a line without changing it (无关紧要的东西). */
export interface Trivia {
  /** Blank lines and comments before the line, in order. */
  readonly before: readonly string[]
  readonly leading: string
  readonly trailing: string
  /** What stands behind a keyword. */
  readonly colon: string
}

/** What an editor makes of a whole file. */
interface FileTrivia {
  readonly start: string
  readonly lineEnd: string
  readonly end: readonly string[]
}

const blanks = fc
  .array(fc.constantFrom(' ', ' ', '\u3000', '\t', '\u00a0', '\u200b', '\u2003'), { maxLength: 5 })
  .map((parts) => parts.join(''))
const numbering = fc.constantFrom('', '', '', '', '一、', '（二）', '3. ', '① ', '• ', '— ')
const mark = fc.constantFrom('注：', '註:', '#', '＃ ', '//', '／／', '※', '注3：')
const words = fc.constantFrom('', '常用', '材料：不是材料', '【', '｜ 一 ｜ 二 ｜', '《甲法》第一条，', '待核', '———')
const comment = fc.tuple(mark, words).map((parts) => parts.join('').trim())
const line = fc.oneof(
  blanks,
  fc.tuple(blanks, comment, blanks).map((parts) => parts.join('')),
)

export const trivia: fc.Arbitrary<Trivia> = fc.record({
  before: fc.oneof(fc.constant([]), fc.array(line, { maxLength: 3 })),
  leading: fc.tuple(blanks, numbering).map((parts) => parts.join('')),
  trailing: blanks,
  colon: fc.constantFrom('：', '：', ':', ' ： ', '： ', '\u3000:', '\ufe30'),
})

export const fileTrivia: fc.Arbitrary<FileTrivia> = fc.record({
  start: fc.constantFrom('', '\ufeff', '\n\n', '\ufeff \u3000\n'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r', '\u2028', '\u000b'),
  end: fc.array(line, { maxLength: 3 }),
})

/** Lines of a text with trivia put between and around them, and the lines that count: these and the comments. */
export function withTrivia(
  lines: readonly string[],
  each: readonly Trivia[],
  { start, lineEnd, end }: FileTrivia,
): { readonly text: string; readonly expected: string } {
  const written: string[] = []
  const expected: string[] = []
  for (const [index, content] of lines.entries()) {
    const around = each[index % each.length]
    if (around === undefined) continue
    const { before, trailing, colon } = around
    const leading = content.startsWith('｜') || !/^[注#/※]/.test(content) ? around.leading : ''
    const isKeyword = !/^[｜注#/※]/.test(content)
    written.push(...before, leading + (isKeyword ? content.replace('：', colon) : content) + trailing)
    expected.push(...before.map(plain), content)
  }
  const text = [...written, ...end].join('\n')
  return { text: start + text.replaceAll('\n', lineEnd), expected: [...expected, ...end.map(plain)].join('\n') }
}

/** A line without the blanks and invisible characters around it. */
function plain(content: string): string {
  return content.replace(/^[\s\u200b]+|[\s\u200b]+$/g, '')
}
