import { CommandFailure } from './command-failure.ts'

/** Refuses what is written a second time (重复填写), with both: the last would win, and nobody would see it. */
export function onlyOnce(): (name: string, value: string) => void {
  const written = new Map<string, string>()
  return (name, value) => {
    const before = written.get(name)
    if (before !== undefined) throw new CommandFailure(`“${name}”写了两次（${before}和${value}），请只写一次`)
    written.set(name, value)
  }
}
