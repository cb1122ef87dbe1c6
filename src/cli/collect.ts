/** Adds a value to those that an option was given before, so that it can be written several times (可以写多次的选项). */
export function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value]
}
