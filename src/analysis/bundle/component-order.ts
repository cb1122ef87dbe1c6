/** A loop of things that wait for one another, the first at the end again (循环); undefined where there is none. */
export function findLoop(
  names: readonly string[],
  before: (name: string) => readonly string[],
): readonly string[] | undefined {
  const finished = new Set<string>()
  for (const start of names) {
    const path: string[] = []
    const loop = visit(start, path)
    if (loop !== undefined) return loop
  }
  return undefined

  function visit(name: string, path: string[]): readonly string[] | undefined {
    if (finished.has(name)) return undefined
    const seen = path.indexOf(name)
    if (seen >= 0) return [...path.slice(seen), name].reverse()
    path.push(name)
    for (const each of before(name)) {
      const loop = visit(each, path)
      if (loop !== undefined) return loop
    }
    path.pop()
    finished.add(name)
    return undefined
  }
}

/** The names so that each stands after all that it waits for, else as they were (拓扑次序). What is in a loop stands last. */
export function inOrder(names: readonly string[], before: (name: string) => readonly string[]): readonly string[] {
  const known = new Set(names)
  const followers = new Map<string, string[]>()
  const open = new Map<string, number>()
  for (const name of names) {
    const waitsFor = new Set(before(name).filter((each) => known.has(each)))
    open.set(name, waitsFor.size)
    for (const each of waitsFor) followers.set(each, [...(followers.get(each) ?? []), name])
  }
  const placed: string[] = []
  const done = new Set<string>()
  // Names that become free go on where they stood, so that an order that is possible already stays.
  let round = names.filter((name) => open.get(name) === 0)
  while (round.length > 0) {
    const next = new Set<string>()
    for (const name of round) {
      placed.push(name)
      done.add(name)
      for (const follower of followers.get(name) ?? []) {
        const left = (open.get(follower) ?? 0) - 1
        open.set(follower, left)
        if (left === 0) next.add(follower)
      }
    }
    round = names.filter((name) => next.has(name))
  }
  return [...placed, ...names.filter((name) => !done.has(name))]
}
