/** The names of a matter's facts as FEEL knows them (FEEL里的名称), by the name in the matter. */
export type FeelNames = ReadonlyMap<string, string>

/** Words of a Chinese letter first, then letters, digits and _: what every reader of FEEL takes for one name. */
const PLAIN = /^[\u3400-\u4dbf\u4e00-\u9fff][\u3400-\u4dbf\u4e00-\u9fffA-Za-z0-9_]*$/

/**
 * Gives each fact a name that FEEL can read: its own where that is made of Chinese letters, else 信息 with a number. Brackets, blanks
 * and operators may stand in names of facts, but not in names of FEEL.
 */
export function nameInFeel(facts: readonly { readonly name: string }[]): FeelNames {
  const names = new Map<string, string>()
  const taken = new Set(facts.map(({ name }) => name))
  let next = 1
  for (const { name } of facts) {
    if (names.has(name)) continue
    if (PLAIN.test(name)) {
      names.set(name, name)
      continue
    }
    while (taken.has(`信息${next}`)) next++
    names.set(name, `信息${next++}`)
  }
  return names
}
