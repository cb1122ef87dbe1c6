import { isKeyOf, keysOf } from '../../base/keys-of.ts'
import { CATALOGUE, type DiagnosticCode } from '../../diagnostics/catalogue.ts'
import { EXPLANATIONS } from '../../diagnostics/explanations.ts'
import { SEVERITY_WORDS } from '../../diagnostics/severity.ts'
import { CommandFailure } from '../command-failure.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { printJson } from '../json-output.ts'
import { nearest } from '../nearest.ts'

/** `zw explain ZW4001`: what a code means, an example, how to mend it. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] [诊断码]')
    .argument('[诊断码]', '如 ZW4001；不写则列出全部')
    .option('--json', '输出JSON')
    .action((written: string | undefined, options: { json?: true }) => {
      const codes = written === undefined ? keysOf(CATALOGUE) : [findCode(written)]
      if (options.json) printJson({ schema: 'zw/explain/1', codes: codes.map(describe) }, io)
      else if (written === undefined) io.out(`${codes.map(listed).join('\n')}\n`)
      else io.out(`${codes.map(page).join('\n')}\n`)
      finish(EXIT.fine)
    })
}

/** Takes `ZW4001`, `zw4001` and `4001`. */
function findCode(written: string): DiagnosticCode {
  const code = `ZW${written.trim().toUpperCase().replace(/^ZW/, '')}`
  if (isKeyOf(CATALOGUE, code)) return code
  const known = keysOf(CATALOGUE)
  const family = known.filter((each) => each.startsWith(code.slice(0, 4)))
  const close = nearest(code, family.length === 0 ? known : family, 5)
  const suggestion =
    close.length === 0 ? '' : `，是不是${close.map((each) => `${each}（${CATALOGUE[each].title}）`).join('、')}？`
  throw new CommandFailure(`没有诊断码“${written}”${suggestion}\n运行 zw explain 可以看到全部诊断码`)
}

function describe(code: DiagnosticCode) {
  const { severity, title } = CATALOGUE[code]
  const { meaning, mend, bad, good } = EXPLANATIONS[code]
  return { code, severity, title, meaning, bad: bad?.join('\n') ?? null, good: good?.join('\n') ?? null, mend }
}

function listed(code: DiagnosticCode): string {
  return `${code}  ${SEVERITY_WORDS[CATALOGUE[code].severity]}  ${CATALOGUE[code].title}`
}

function page(code: DiagnosticCode): string {
  const { severity, title } = CATALOGUE[code]
  const { meaning, mend, bad, good } = EXPLANATIONS[code]
  const indent = (lines: readonly string[]) => lines.map((line) => (line === '' ? '' : `    ${line}`))
  return [
    `${SEVERITY_WORDS[severity]}[${code}]：${title}`,
    '',
    meaning,
    ...(bad === undefined || good === undefined
      ? []
      : ['', '这样写会报：', ...indent(bad), '', '应改为：', ...indent(good)]),
    '',
    `怎么改：${mend}`,
  ].join('\n')
}
