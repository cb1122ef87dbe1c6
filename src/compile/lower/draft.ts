/** A part of the model while it is being put together: the same fields, still writable. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** Sets a field of a draft, unless the author left it out: the model has no fields that are there but undefined. */
export function setIfGiven<T, K extends keyof T>(draft: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) draft[key] = value
}
