import { adviceToJson } from '../../analysis/explain/advice-json.ts'
import { adviseApplicant } from '../../analysis/explain/advise.ts'
import { printable } from '../../diagnostics/printable.ts'
import type { FactValue } from '../../graph/fact-value.ts'
import type { Matter } from '../../model/matter.ts'
import { renderAdvice } from '../../render/advice-text.ts'
import { collect } from '../collect.ts'
import { CommandFailure } from '../command-failure.ts'
import { openSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { findMatter } from '../find-matter.ts'
import { findNamed } from '../find-named.ts'
import { printJson } from '../json-output.ts'
import { onlyOnce } from '../only-once.ts'
import { readDateOption } from '../read-date-option.ts'
import { readGiven } from '../read-given.ts'
import { readWorkspace } from '../read-sources.ts'
import { takeMatter } from '../take-matter.ts'

interface Options {
  readonly json?: true
  readonly given: readonly string[]
  readonly judge: readonly string[]
  readonly fixed: readonly string[]
  readonly asOf?: string
}

/** `zw ask`: what there is to say to one applicant, and what to ask next; exit code 1 where the conditions are not met, or the matter has errors. */
export const configure: Configure = (command, io, finish) => {
  takeMatter(command)
    .option('--given <信息=填写值>', '申请人的情况，可以写多次，如 经营面积=80', collect, [])
    .option('--judge <条件=是或否>', '人工判断的结论，可以写多次', collect, [])
    .option('--fixed <信息>', '这一项改不了，“怎样才行”里不要改它；可以写多次', collect, [])
    .option('--as-of <日期>', '哪一天申请，按当日有效的规定（默认：今天）', readDateOption)
    .option('--json', '输出JSON')
    .action(async (name: string, paths: readonly string[], options: Options) => {
      const asOf = options.asOf ?? io.today()
      const { result: workspace } = openSources(await readWorkspace(paths, io), asOf, io)
      const named = findMatter(name, workspace)
      const applied: FactValue = { kind: 'date', date: asOf }
      const facts = new Map([['申请日期', applied], ...readGiven(options.given, named.matter)])
      const fixed = new Set(options.fixed.map((fact) => factNamed(fact, named.matter)))
      const advice = adviseApplicant(named, facts, {
        asOf,
        judgements: readJudgements(options.judge, named.matter),
        changeable: (fact, usual) => usual && !fixed.has(fact.name),
      })
      if (options.json) printJson(adviceToJson(advice), io)
      else
        io.out(`${renderAdvice(advice, { color: io.color, ...(io.columns !== undefined && { width: io.columns }) })}\n`)
      if (named.faulty === true)
        io.err(`zw：“${printable(named.matter.name)}”的文件里有错误，上面说的可能不对；运行 zw check 查看\n`)
      finish(advice.admission.verdict === 'no' || named.faulty === true ? EXIT.findings : EXIT.fine)
    })
}

function factNamed(written: string, { name, facts }: Matter): string {
  return nameAmong(written, facts, { matter: name, word: '信息' })
}

function readJudgements(written: readonly string[], { name, requirements }: Matter): ReadonlyMap<string, boolean> {
  const once = onlyOnce()
  return new Map(
    written.map((each) => {
      const [, word = '', answer = ''] = /^(.+)[=＝](是|否)$/u.exec(each.trim()) ?? []
      if (answer === '') throw new CommandFailure(`“${each}”请写成“条件=是”或者“条件=否”的样子`)
      const requirement = nameAmong(word.trim(), requirements, { matter: name, word: '受理条件' })
      once(requirement, answer)
      return [requirement, answer === '是']
    }),
  )
}

function nameAmong(
  written: string,
  known: readonly { readonly name: string }[],
  { matter, word }: { readonly matter: string; readonly word: string },
): string {
  if (known.length === 0) throw new CommandFailure(`“${matter}”没有${word}，不用写“${written}”`)
  const names = new Map(known.map(({ name }) => [name, name]))
  return findNamed(written, names, { word, otherwise: (all) => `；有：${all.map((each) => `“${each}”`).join('、')}` })
}
