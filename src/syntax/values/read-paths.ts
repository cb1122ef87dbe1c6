import { isDeclared } from '../scope.ts'
import type { PathSyntax, Value } from '../tree.ts'
import { lookAtNames } from './look-at-characters.ts'
import { withoutEndMarks } from './read-plain.ts'
import type { Reading } from './reading.ts'
import { scanPaths } from './scan-paths.ts'
import type { Slice } from './slice.ts'
import { unreadable } from './unreadable.ts'
import { valueParser } from './value-parser.ts'

/** 对应：企业设立登记·住所使用证明、食品经营许可·经营场所证明 */
export function readPaths(reading: Reading, slice: Slice): Value {
  const paths = readList(reading, slice)
  return paths === undefined ? unreadable(reading, slice, 'paths') : { kind: 'paths', paths }
}

/** 结果复用：企业设立登记·营业执照 */
export function readPath(reading: Reading, slice: Slice): Value {
  const [path, ...others] = readList(reading, slice) ?? []
  if (path === undefined || others.length > 0) return unreadable(reading, slice, 'path')
  return { kind: 'path', path }
}

function readList(reading: Reading, slice: Slice): readonly PathSyntax[] | undefined {
  const trimmed = { ...slice, end: withoutEndMarks(slice) }
  const parser = valueParser()
  parser.slice = trimmed
  parser.input = scanPaths(trimmed, (key) => isDeclared(reading.scope, ['components'], key))
  const paths = parser.paths()
  if (parser.errors.length > 0) return undefined
  const names = paths.flatMap(({ owner, part }) => [owner, part])
  if (names.some(({ text }) => text === '')) return undefined
  lookAtNames(reading, trimmed, names)
  return paths
}
