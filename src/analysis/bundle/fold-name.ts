/** Makes names the same that differ in width and blanks only (折叠名称). */
export function foldName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '')
}
