/** Marks a branch that the types rule out; reached only when a caller broke the types. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value: ${String(value)}`)
}
