/** A model without the places in the text where its parts stand, which differ from text to text. */
export function withoutOrigins(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutOrigins)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]) => (key === 'origin' ? [] : [[key, withoutOrigins(value)]])),
  )
}
