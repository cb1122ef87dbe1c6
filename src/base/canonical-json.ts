/**
 * Prints plain JSON in its one canonical form (规范JSON): keys in the order of their UTF-16 units, no blanks, keys
 * without a value left out. Equal data give equal text whatever program wrote them, so that a hash of it says something.
 * `without` leaves out one key at every depth.
 */
export function printCanonicalJson(value: unknown, without?: string): string {
  if (Array.isArray(value)) return `[${value.map((item) => printCanonicalJson(item ?? null, without)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts: string[] = []
  for (const key of Object.keys(value).sort()) {
    const part: unknown = Reflect.get(value, key)
    if (part !== undefined && key !== without) parts.push(`${JSON.stringify(key)}:${printCanonicalJson(part, without)}`)
  }
  return `{${parts.join(',')}}`
}
