import type { CompiledMatter, CompiledWorkspace } from '../compile/compiled.ts'
import { foldKey } from '../syntax/fold.ts'
import { CommandFailure } from './command-failure.ts'
import { nearest } from './nearest.ts'

/** The matter that a command names; one that is not there is answered with the names most like it (按名称找事项). */
export function findMatter(name: string, { matters }: CompiledWorkspace): CompiledMatter {
  const key = foldKey(name)
  const found = matters.get(name) ?? [...matters.values()].find(({ matter }) => foldKey(matter.name) === key)
  if (found !== undefined) return found
  const names = [...matters.keys()]
  if (names.length === 0) throw new CommandFailure(`找不到“${name}”：这些文件里没有事项`)
  const close = names.filter((each) => foldKey(each).includes(key))
  const suggestions = (close.length > 0 ? close : nearest(name, names)).slice(0, 3)
  const guess = suggestions.length === 0 ? '' : `，是不是${suggestions.map((each) => `“${each}”`).join('、')}？`
  throw new CommandFailure(`没有名为“${name}”的事项${guess}`)
}
