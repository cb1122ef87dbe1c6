import { CATALOGUE, type DiagnosticCode } from '../../src/diagnostics/catalogue.ts'
import { EXPLANATIONS } from '../../src/diagnostics/explanations.ts'
import { SEVERITY_WORDS } from '../../src/diagnostics/severity.ts'
import { codes } from './bad-examples.ts'

/** The manual page of a code, docs/diagnostics/ZW####.md; `output` is what `zw check` says about its bad example. */
export function diagnosticPage(code: DiagnosticCode, output: string): string {
  const { severity, title } = CATALOGUE[code]
  const { meaning, mend, bad, good } = EXPLANATIONS[code]
  const lines = (language: string, content: readonly string[]) => [`\`\`\`${language}`, ...content, '```']
  return `${[
    `# ${code} ${title}`,
    '',
    `级别：${SEVERITY_WORDS[severity]}`,
    '',
    meaning,
    ...(bad === undefined ? [] : ['', '## 这样写会报', '', ...lines('zw', bad)]),
    '',
    '## 报出来的样子',
    '',
    ...lines('text', firstFinding(output)),
    ...(good === undefined ? [] : ['', '## 应改为', '', ...lines('zw', good)]),
    '',
    '## 怎么改',
    '',
    mend,
    '',
    '<!-- 由诊断目录和诊断说明生成：UPDATE=1 npm test 重写，请勿手改。 -->',
  ].join('\n')}\n`
}

/** Without the summary line at the end. */
function firstFinding(output: string): readonly string[] {
  return output.split('\n\n')[0]?.split('\n') ?? []
}

/** Every code with its title, docs/diagnostics/README.md. */
export function diagnosticsIndex(): string {
  const rows = [...codes].sort().map((code) => {
    const { severity, title } = CATALOGUE[code]
    return `| [${code}](${code}.md) | ${SEVERITY_WORDS[severity]} | ${title} |`
  })
  return `${[
    '# 诊断码',
    '',
    '`zw check` 报出的每一个问题都有一个码。运行 `zw explain 诊断码` 看到的内容与这里相同。',
    '',
    '| 码 | 级别 | 说的是什么 |',
    '| --- | --- | --- |',
    ...rows,
    '',
    '<!-- 由诊断目录生成：UPDATE=1 npm test 重写，请勿手改。 -->',
  ].join('\n')}\n`
}
