import type * as z from 'zod'

/** What is wrong with a JSON document (JSON的问题): where, as `matters[0].materials[2].name`, and a Chinese sentence. */
export interface JsonProblem {
  /** Empty where the document as a whole is meant. */
  readonly path: string
  readonly message: string
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/**
 * One sentence for each thing that the schema found wrong (问题的说法); a choice between shapes tells what is wrong with the
 * nearest. `hide` leaves out the value that is wrong: what people fill in is not repeated.
 */
export function describeIssue(
  issue: Issue,
  document: unknown,
  { above = [], hide = false }: { readonly above?: Path; readonly hide?: boolean } = {},
): readonly JsonProblem[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length || reach(b) - reach(a))[0] ?? []
    return nearest.flatMap((each) => describeIssue(each, document, { above: path, hide }))
  }
  return [{ path: printPath(path), message: messageOf(issue, valueAt(document, path), hide) }]
}

/** How far into the document the issues of one shape lie: the shape that fits further is the one that was meant. */
function reach(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length))
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字（写在引号里）',
  number: '数',
  int: '整数',
  boolean: 'true或false',
  array: '列表（写在[]里）',
  object: '对象（写在{}里）',
}

const REASONS: Readonly<Record<string, string>> = {
  'bad-date': '这一天不存在',
  'bad-order': '最短、最可能、最长要从小到大',
  'fact-or-date': 'fact和date要写一个，只写一个',
}

function messageOf(issue: Issue, value: unknown, hide: boolean): string {
  if (issue.code === 'unrecognized_keys')
    return `没有${issue.keys.map((key) => `“${key}”`).join('、')}这一项，请删去或改正`
  if (value === undefined) return '缺少这一项'
  const words = hide ? '填写的内容' : shown(value)
  if (issue.code === 'invalid_type') {
    return `应为${TYPES[issue.expected] ?? issue.expected}${hide ? '' : `，现在是${words}`}`
  }
  if (issue.code === 'invalid_value') return `${words}不在可选的范围内，可以写：${issue.values.join('、')}`
  if (issue.code === 'invalid_union') return `${words}不在可选的范围内`
  if (issue.code === 'too_small')
    return issue.origin === 'array' ? `至少要有${issue.minimum}个` : `不能小于${issue.minimum}`
  if (issue.code === 'too_big') return `不能大于${issue.maximum}`
  if (issue.code === 'invalid_format') return `${words}${formatReason(value)}`
  return `${words}：${REASONS[issue.message] ?? '写得不对'}`
}

/** Why a text does not fit the one line that it will be written on. */
function formatReason(value: unknown): string {
  const text = String(value)
  if (text === '') return '不能是空的'
  if (/\p{Cc}|\p{Zl}|\p{Zp}/u.test(text)) return '不能换行，请合并成一行'
  if (text.trim() !== text) return '前后不能有空格'
  if (/^-?[\d.]+$/.test(text)) return '应为不带负号和多余的0的数，如"20"、"0.5"'
  if (/[。｡；;﹔、､﹑，,﹐]$/.test(text)) return '末尾不能有标点'
  return '的写法不对'
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : Array.isArray(value) ? '列表' : JSON.stringify(value)
  const line = text.replace(/\p{Cc}|\p{Zl}|\p{Zp}/gu, ' ')
  return line.length > 40 ? `${line.slice(0, 38)}……` : line
}

function valueAt(document: unknown, path: Path): unknown {
  let part = document
  for (const key of path) {
    if (typeof part !== 'object' || part === null) return undefined
    part = Reflect.get(part, key)
  }
  return part
}

/** matters[0].materials[2].name */
function printPath(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}
