import { type FSWatcher, statSync, watch } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { attempt, isZwFile } from './find-files.ts'

/** How long to wait for more changes: an editor saves a file in several steps. Unit: milliseconds. */
const QUIET = 100

/**
 * Calls back after `.zw` files of these paths, '' for the folder itself, have changed, once for changes that follow each other closely (监视文件);
 * answers what ends it. Of a file the folder is watched, since editors put a new file in its place.
 */
export function watchPaths(paths: readonly string[], cwd: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const notice = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET)
  }
  const watchers = paths.map((path) => watchPath(path, resolve(cwd, path), notice))
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

function watchPath(path: string, place: string, notice: () => void): FSWatcher {
  return attempt(path, () => {
    const isFolder = statSync(place).isDirectory()
    const watcher = watch(isFolder ? place : dirname(place), { recursive: isFolder }, (_, name) => {
      if (name === null || (isFolder ? isZwFile(name) : name === basename(place))) notice()
    })
    // A folder that goes away is told like any other change.
    watcher.on('error', notice)
    return watcher
  })
}
