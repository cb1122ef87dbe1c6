/** Kinds of value that take any text, so that nothing tells a line that belongs to them from one that does not (开放的值). */
export const OPEN_KINDS: ReadonlySet<string> = new Set(['text', 'name', 'names', 'choice', 'datedText', 'import'])
