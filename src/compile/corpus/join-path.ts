/** A path as seen from the file that names it, without . and .. in it; the file's own where it is empty. */
export function joinPath(base: string, path: string): string {
  const from = base.replaceAll('\\', '/')
  const to = path.replaceAll('\\', '/')
  const whole = to === '' ? from : to.startsWith('/') ? to : `${from.slice(0, from.lastIndexOf('/') + 1)}${to}`
  const parts: string[] = []
  for (const part of whole.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
