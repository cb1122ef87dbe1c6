/** Tells whether a string is one of the keys of a table, and narrows it. */
export function isKeyOf<T extends object>(table: T, key: string): key is keyof T & string {
  return Object.hasOwn(table, key)
}

/** The keys of a table with their types, in the order they are written. */
export function keysOf<T extends object>(table: T): readonly (keyof T & string)[] {
  return Object.keys(table).filter((key) => isKeyOf(table, key))
}
