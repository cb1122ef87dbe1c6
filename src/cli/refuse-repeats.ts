import type { Command, Option } from 'commander'
import { onlyOnce } from './only-once.ts'

/** Lets every option with a value be written once (选项不能重复), but for those that gather what they are given. */
export function refuseRepeats(command: Command): void {
  const once = onlyOnce()
  for (const option of command.options) {
    if ((!option.required && !option.optional) || gathers(option)) continue
    command.on(`option:${option.name()}`, (value: string) => once(option.long ?? option.flags, value))
  }
}

/** A reader that gathers takes what was read before besides; that of commander for choices does so for others. */
function gathers({ parseArg, argChoices }: Option): boolean {
  return argChoices === undefined && parseArg !== undefined && parseArg.length > 1
}
