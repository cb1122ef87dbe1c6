import { randomUUID } from 'node:crypto'
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { attempt } from './find-files.ts'

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
