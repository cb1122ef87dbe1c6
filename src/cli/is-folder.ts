import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CliIo } from './io.ts'

/** Whether there is a folder of this name (已有的文件夹). */
export function isFolder(path: string, { cwd }: CliIo): boolean {
  return statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() === true
}
