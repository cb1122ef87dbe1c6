import { randomUUID } from 'node:crypto'
import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CommandFailure } from './command-failure.ts'
import { attempt, STDIN_PATH } from './find-files.ts'

/** Writes a file whole or not at all, keeping its rights; what a link leads to is written, not the link (原子写入). */
export function writeWhole(path: string, text: string, cwd: string): void {
  attempt(path, () => {
    const target = realpathSync(resolve(cwd, path))
    const draft = `${target}.${randomUUID()}.tmp`
    try {
      writeFileSync(draft, text, { mode: statSync(target).mode, flag: 'wx' })
      renameSync(draft, target)
    } catch (error) {
      rmSync(draft, { force: true })
      throw error
    }
  })
}

/** Writes what the user asked for into a file of its own (另存的文件); flag `wx` keeps what is there already. */
export function writeResult(path: string, content: string | Uint8Array, cwd: string, flag: 'w' | 'wx' = 'w'): void {
  if (path === STDIN_PATH) throw new CommandFailure('“-”不是文件名；请写要存成的文件，如 结果.csv')
  const folder = dirname(path)
  if (!existsSync(resolve(cwd, folder)))
    throw new CommandFailure(`没有文件夹“${folder}”，写不了“${path}”；请先新建这个文件夹，或者换一个地方`)
  attempt(path, () => writeFileSync(resolve(cwd, path), content, { flag }))
}
