import { compile } from '../../src/compile/compile.ts'
import { parse } from '../../src/syntax/parse.ts'
import { exampleSources } from '../support/syntax-examples.ts'
import { type Check, MUTATIONS, measureRecovery } from '../support/syntax-mutations.ts'

/** Which findings count: the parser's alone, or all that `zw check` shows. */
const CHECKS: Readonly<Record<string, Check>> = {
  parse: (source) => {
    const tree = parse(source)
    return { tree, diagnostics: tree.diagnostics }
  },
  check: (source) => ({
    tree: parse(source),
    diagnostics: compile([source], { asOf: '2026-11-22' }).diagnostics,
  }),
}

/** Every slip of the pen at every line of every example: is it reported once, on its line, and how much of the tree is lost? */
export async function run(): Promise<void> {
  const sources = exampleSources()
  console.log(`${sources.length} files; each mutation applied at every line where it can happen`)
  console.log('mutation           findings of  mutants  one, on its line  silent  nodes lost')
  for (const mutation of Object.keys(MUTATIONS)) {
    for (const [name, check] of Object.entries(CHECKS)) {
      const { mutants, exact, silent, nodesLost } = measureRecovery(sources, mutation, check)
      const percent = (part: number) => `${((100 * part) / mutants).toFixed(1)} %`
      console.log(
        [
          mutation.padEnd(18),
          name.padEnd(11),
          String(mutants).padStart(8),
          percent(exact).padStart(17),
          percent(silent).padStart(7),
          (nodesLost / mutants).toFixed(2).padStart(11),
        ].join(' '),
      )
    }
  }
}
