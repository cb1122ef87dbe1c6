/** Makes sure that what is compiled are files (核对源文件): throws a TypeError that says what to pass for anything else. */
export function requireSources(sources: unknown): void {
  if (!Array.isArray(sources)) throw new TypeError(`要编译的文件写成数组，${EXAMPLE}`)
  const at = sources.findIndex((source) => !isSource(source))
  if (at >= 0) throw new TypeError(`要编译的第${at + 1}个文件没有写明文件名（uri）和内容（text），${EXAMPLE}`)
}

const EXAMPLE = "如“compile([{ uri: '小餐饮店许可.zw', text: '语言版本：1……' }])”"

function isSource(source: unknown): boolean {
  if (typeof source !== 'object' || source === null || !('uri' in source) || !('text' in source)) return false
  return typeof source.uri === 'string' && typeof source.text === 'string'
}
