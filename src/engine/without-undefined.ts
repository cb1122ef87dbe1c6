/** Deeper than any command goes. */
const DEEPEST = 8

/**
 * What programs build from optional parts, without the keys whose value is undefined (去掉没有值的键): in JSON they would not
 * be there either. Copies nothing but plain objects and lists, and nothing deeper than a command can be.
 */
export function withoutUndefined(input: unknown, depth = DEEPEST): unknown {
  if (depth === 0 || typeof input !== 'object' || input === null) return input
  if (Array.isArray(input)) return input.map((each) => withoutUndefined(each, depth - 1))
  const prototype: unknown = Object.getPrototypeOf(input)
  if (prototype !== Object.prototype && prototype !== null) return input
  const kept = Object.entries(input).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutUndefined(value, depth - 1)]))
}
