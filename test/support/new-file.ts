import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm'

/** A path for one test's file, in a folder of its own that is taken away after it. */
export function newFile(name: string, parent: string = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'zhengwu-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}

/** The same in the memory of the machine where it has room for files: for tests that do not ask what the disk does. */
export function newFileInMemory(name: string): string {
  return newFile(name, existsSync(MEMORY) ? MEMORY : tmpdir())
}
