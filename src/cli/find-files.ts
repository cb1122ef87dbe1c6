import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CommandFailure } from './command-failure.ts'

/** The path that stands for standard input. */
export const STDIN_PATH = '-'

/**
 * The files that paths on the command line mean (输入文件): files as named, folders as all `.zw` and `.zw.md` files below them in
 * alphabetical order, hidden folders and node_modules apart. Paths are kept as the user would write them.
 */
export function findFiles(paths: readonly string[], cwd: string): readonly string[] {
  const found = paths.length === 0 ? listFolder('', cwd) : paths.flatMap((path) => findPath(path, cwd))
  return [...new Set(found)]
}

function findPath(path: string, cwd: string): readonly string[] {
  if (path === STDIN_PATH) return [path]
  if (!attempt(path, () => statSync(resolve(cwd, path))).isDirectory()) return [path]
  return listFolder(path, cwd)
}

function listFolder(folder: string, cwd: string): readonly string[] {
  const files = walkFolder(folder, cwd)
  if (files.length > 0) return files
  const mistaken = walkFolder(folder, cwd, isZwTextFile)
  throw new CommandFailure(
    `${folder === '' ? '当前文件夹' : `文件夹“${folder}”`}里没有.zw文件${mistaken.length === 0 ? '' : renamingOf(mistaken)}`,
  )
}

/** Names asked to be changed in one message. */
const MOST_NAMED = 5

function renamingOf(files: readonly string[]): string {
  const named = files.slice(0, MOST_NAMED).map((file) => `“${file}”`)
  const rest = files.length > MOST_NAMED ? `等${files.length}个文件` : ''
  return `；${named.join('')}${rest}多了.txt：把文件名末尾的.txt去掉再运行（看不到.txt的，先在文件夹的“查看”里勾选“文件扩展名”）`
}

function walkFolder(folder: string, cwd: string, isWanted = isZwFile): readonly string[] {
  const entries = attempt(folder, () => readdirSync(resolve(cwd, folder), { withFileTypes: true }))
  return [...entries]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory())
        return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : walkFolder(path, cwd, isWanted)
      return isWanted(entry.name) && isReadableFile(entry, path, cwd) ? [path] : []
    })
}

/** Whether a file is taken for one of ours by its name. */
export function isZwFile(name: string): boolean {
  return /\.zw(?:\.md)?$/i.test(name)
}

/** A file of ours to whose name an editor added its own ending, as Notepad does (记事本加上的.txt). */
function isZwTextFile(name: string): boolean {
  return /\.zw(?:\.md)?\.txt$/i.test(name)
}

/** A link counts as what it leads to; one that leads nowhere is left out. */
function isReadableFile(entry: Dirent, path: string, cwd: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile()
  return statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isFile() ?? false
}

/** Runs a file operation and turns its failure into a sentence for the user. */
export function attempt<T>(path: string, operation: () => T): T {
  try {
    return operation()
  } catch (error) {
    throw new CommandFailure(describeFileError(path, error))
  }
}

const FILE_ERRORS: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `找不到“${path}”`,
  ENOTDIR: (path) => `找不到“${path}”`,
  EACCES: (path) => `没有权限读写“${path}”`,
  EPERM: (path) => `没有权限读写“${path}”`,
  EISDIR: (path) => `“${path}”是文件夹，这里要一个文件`,
  EEXIST: (path) => `“${path}”已经有了，不覆盖；请换一个文件名`,
  EROFS: (path) => `“${path}”所在的磁盘只能读，不能写`,
  ENOSPC: (path) => `磁盘已满，写不了“${path}”`,
  ELOOP: (path) => `“${path}”的链接绕成了圈`,
  ERR_FS_FILE_TOO_LARGE: (path) => `“${path}”太大，读不了`,
}

/** What is wrong with a file, as a sentence for the user (读写不了的原因). */
export function describeFileError(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const shown = path === '' ? '.' : path
  return FILE_ERRORS[code]?.(shown) ?? `读写不了“${shown}”${code === '' ? '' : `（${code}）`}`
}
