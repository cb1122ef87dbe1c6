import { exampleWorkspaces } from '../support/syntax-examples.ts'
import { type Check, checkTogether, MUTATIONS, measureRecovery, parseAlone } from '../support/syntax-mutations.ts'

/** Every slip of the pen at every line of every example: is it reported once, on its line, and how much of the tree is lost? */
export async function run(): Promise<void> {
  const workspaces = exampleWorkspaces()
  const sources = workspaces.flat()
  /** Which findings count: the parser's alone, or all that `zw check` shows for the workspace. */
  const checks: Readonly<Record<string, Check>> = { parse: parseAlone, check: checkTogether(workspaces) }
  console.log(`${sources.length} files; each mutation applied at every line where it can happen`)
  console.log('mutation           findings of  mutants  one, on its line  silent  nodes lost')
  for (const mutation of Object.keys(MUTATIONS)) {
    for (const [name, check] of Object.entries(checks)) {
      const { mutants, exact, silent, nodesLost, others } = measureRecovery(sources, mutation, check)
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
      if (process.env['OTHERS']) for (const other of others) console.log(`    ${other}`)
    }
  }
}
