import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeText } from '../../src/base/decode-text.ts'
import { keysOf } from '../../src/base/keys-of.ts'
import { CATALOGUE, type DiagnosticCode } from '../../src/diagnostics/catalogue.ts'
import { runCli } from '../cli/run-cli.ts'

/** Where the bad examples and what `zw check` says about them stand, one pair of files a code. */
export const badExamplesFolder = fileURLToPath(new URL('../stages/diagnostics/', import.meta.url))

/** The day on which the bad examples are checked. */
export const BAD_EXAMPLES_DATE = '2026-11-22'

export const codes: readonly DiagnosticCode[] = keysOf(CATALOGUE)

/** Codes whose bad example is too long to be a file, and what makes it; only the end of the output is kept. */
const MADE: Readonly<Partial<Record<DiagnosticCode, () => string>>> = {
  ZW0105: () =>
    ['语言版本：1', '事项：网页', '申请材料：', '  材料：文字', ...Array<string>(10_005).fill('    份数：1份')].join(
      '\n',
    ),
  ZW7010: makeCrossedTable,
}

/** A table of hundreds of rows that cut six numbers each elsewhere. */
function makeCrossedTable(): string {
  const names = ['年龄', '居住年限', '家庭人口', '月收入', '住房面积', '存款']
  let seed = 7
  const next = (end: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(seed / 1024) % end
  }
  const cell = () => `${next(500)}以上${500 + next(500)}以下`
  const rows = Array.from({ length: 300 }, (_, row) => [...names.map(cell), `${(row % 9) + 1}`])
  return [
    '语言版本：1',
    '事项：家庭评分',
    '申报信息：',
    ...names.flatMap((name) => [`  信息：${name}`, '    类型：数']),
    '判定表：家庭评分',
    '  命中：首个',
    ...[[...names, '→分数'], ...rows].map((cells) => `  ｜ ${cells.join(' ｜ ')} ｜`),
    '  ｜ 60以上 ｜ — ｜ — ｜ — ｜ — ｜ — ｜ 10 ｜',
    '法定时限：20个工作日',
  ].join('\n')
}

/** The bytes of the bad example of a code. */
export function badExample(code: DiagnosticCode): Uint8Array {
  const make = MADE[code]
  return make === undefined ? readFileSync(join(badExamplesFolder, `${code}.zw`)) : Buffer.from(make())
}

export function isMade(code: DiagnosticCode): boolean {
  return MADE[code] !== undefined
}

/** The bad example as text. */
export function badExampleText(code: DiagnosticCode): string {
  return decodeText(badExample(code))?.text ?? ''
}

/** True for what comes out of 用例: `zw verify` finds it, not `zw check`. */
function isVerified(code: DiagnosticCode): boolean {
  return code.startsWith('ZW90')
}

/**
 * What `zw check` says about the bad example, or `zw verify` below its list; of one too long for a file only its last
 * finding.
 */
export async function checkBadExample(code: DiagnosticCode): Promise<string> {
  const file = `${code}.zw`
  const command = isVerified(code) ? 'verify' : 'check'
  const { out } = await runCli([command, file, '--as-of', BAD_EXAMPLES_DATE], { files: { [file]: badExample(code) } })
  if (isVerified(code)) return out.slice(out.indexOf('\n\n') + 2)
  const before = isMade(code) ? out.lastIndexOf('\n\n', out.lastIndexOf('\n\n') - 1) : -1
  return before < 0 ? out : out.slice(before + 2)
}

/** Puts the mended lines of an explanation in the place of the bad ones, with the indentation found there. */
export function mendExample(text: string, bad: readonly string[], good: readonly string[]): string | undefined {
  const lines = text.split('\n')
  const [first = ''] = bad
  for (const [start, line] of lines.entries()) {
    const indent = line.slice(0, line.length - first.length)
    const shift = (each: string) => (each === '' ? '' : indent + each)
    if (indent.trim() !== '' || !bad.every((each, i) => lines[start + i] === shift(each))) continue
    return [...lines.slice(0, start), ...good.map(shift), ...lines.slice(start + bad.length)].join('\n')
  }
  return undefined
}
