import type { CompiledBundle, CompiledWorkspace } from '../compile/compiled.ts'
import { foldKey } from '../syntax/fold.ts'
import { CommandFailure } from './command-failure.ts'
import { nearest } from './nearest.ts'

/** The bundle that a command names (按名称找一件事); one that is not there is answered with those most like it. */
export function findBundle(name: string, { bundles }: CompiledWorkspace): CompiledBundle {
  const key = foldKey(name)
  const found = bundles.get(name) ?? [...bundles.values()].find(({ bundle }) => foldKey(bundle.name) === key)
  if (found !== undefined) return found
  const names = [...bundles.keys()]
  if (names.length === 0) throw new CommandFailure(`找不到“${name}”：这些文件里没有一件事`)
  const close = names.filter((each) => foldKey(each).includes(key))
  const guesses = (close.length > 0 ? close : nearest(name, names)).slice(0, 3)
  const hint =
    guesses.length === 0 ? `；有：${names.join('、')}` : `，是不是${guesses.map((each) => `“${each}”`).join('、')}？`
  throw new CommandFailure(`没有名为“${name}”的一件事${hint}`)
}
