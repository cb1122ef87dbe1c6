import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new folder of its own for one test, taken away after it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhengwu-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
