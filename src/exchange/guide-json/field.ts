/** One field of the national data model (数据项): what it is called, its column, and what it holds here. */
export interface GuideField<V> {
  /** 中文名 */
  readonly name: string
  /** Its column in the national 实施清单; null where the sources name none. */
  readonly field: string | null
  /** Null where the matter does not say. */
  readonly value: V | null
}

/** A field whose value is one word of a table, with its code (代码); null where the table has none for it. */
export interface CodedField extends GuideField<string> {
  readonly code: string | null
}

/** A field that may hold several words of a table. */
export interface CodedListField extends GuideField<readonly CodedWord[]> {}

/** One word of a table with its code. */
export interface CodedWord {
  readonly code: string | null
  readonly text: string
}

/** Writes a field. */
export function field<V>(name: string, column: string | null, value: V | null | undefined): GuideField<V> {
  return { name, field: column, value: value ?? null }
}

/** Writes a field of one word. */
export function codedField<K extends string>(
  name: string,
  column: string | null,
  word: K | undefined,
  words: Readonly<Record<K, string>>,
  codes: Readonly<Record<K, string | null>>,
): CodedField {
  return {
    name,
    field: column,
    value: word === undefined ? null : words[word],
    code: word === undefined ? null : codes[word],
  }
}

/** Writes a field of several words; null where there are none. */
export function codedListField<K extends string>(
  name: string,
  column: string | null,
  chosen: readonly K[],
  words: Readonly<Record<K, string>>,
  codes: Readonly<Record<K, string | null>>,
): CodedListField {
  const listed = chosen.map((each) => ({ code: codes[each], text: words[each] }))
  return { name, field: column, value: listed.length === 0 ? null : listed }
}

/** Several sentences as one text, as the standard has them; null where there are none. */
export function textOf(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.join('\n')
}
