/** How long codes are: 实施编码 is the 18 of the organ's 统一社会信用代码 and 13 more; other databases have 24, 33, 36. */
const LENGTHS = { task: [31, 33, 24, 36, 12, 10], catalog: [12, 10] } as const

const USUAL = {
  task: '实施编码一般是31位：18位统一社会信用代码，再加13位',
  catalog: '基本编码一般是12位或者10位',
} as const

/** Letters that GB 32100 leaves out of 统一社会信用代码, for they look like digits. */
const NOT_IN_CREDIT_CODES = /[IOSVZ]/

/** Why a code cannot be one (编码不对的地方); undefined where it may be. Source: GB/T 39046-2020, GB 32100-2015. */
export function codeDoubt(kind: keyof typeof LENGTHS, code: string): string | undefined {
  const odd = [...new Set(code.replace(/[0-9A-Za-z]/g, ''))].join('')
  if (odd !== '') return `编码里有“${odd}”；编码只有数字和字母，请核对`
  if (!LENGTHS[kind].some((length) => length === code.length)) return `编码有${code.length}位；${USUAL[kind]}，请核对`
  const letter = code.length >= 31 ? NOT_IN_CREDIT_CODES.exec(code.slice(0, 18).toUpperCase())?.[0] : undefined
  return letter === undefined ? undefined : `编码的前18位里有字母“${letter}”，统一社会信用代码没有这个字母，请核对`
}
