/** Indents what json-schema-to-typescript writes without prettier (排版类型): a line each, blocks in braces. */
export function indentTypes(written: string): string {
  let depth = 0
  const lines = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines
    .map((line) => {
      const isComment = line.startsWith('*') || line.startsWith('/*')
      if (!isComment && line.startsWith('}')) depth -= 1
      const indented = `${'  '.repeat(depth)}${line.startsWith('*') ? ' ' : ''}${line}`
      if (!isComment && line.endsWith('{')) depth += 1
      return indented
    })
    .join('\n')
}
