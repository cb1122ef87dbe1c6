import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** An otherwise empty folder in which the packed tarball is installed, as a user would. */
    consumer: string
    /** What `npm pack` put into the tarball. */
    packed: readonly string[]
    /** A Node executable for each supported major. */
    nodes: Readonly<Record<string, string>>
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

/** The Node of the given major: this process's own, one on the PATH, or the registry's. */
function findNode(major: string, folder: string): string {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath
  const onPath = (process.env['PATH'] ?? '')
    .split(':')
    .filter((entry) => entry.startsWith('/') && !entry.includes('node_modules'))
    .map((entry) => join(entry, 'node'))
    .find((path) => versionOf(path).startsWith(`v${major}.`))
  if (onPath !== undefined) return onPath
  const name = `node-${process.platform}-${process.arch}`
  const prefix = join(folder, `node-${major}`)
  npm(['install', ...quiet, '--no-save', '--prefix', prefix, `${name}@${major}`], folder)
  return join(prefix, 'node_modules', name, 'bin/node')
}

function versionOf(path: string): string {
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}

/** Builds, packs and installs the package once for all tests of this folder. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengwu-package-'))
  npm(['run', '--silent', 'build'], root)
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root))
  const consumer = mkdtempSync(join(folder, 'consumer-'))
  writeFileSync(join(consumer, 'package.json'), '{ "name": "consumer", "private": true }\n')
  npm(['install', ...quiet, join(folder, packed.filename)], consumer)
  project.provide('consumer', consumer)
  project.provide(
    'packed',
    packed.files.map((file: { path: string }) => file.path),
  )
  project.provide('nodes', Object.fromEntries(['20', '22', '24'].map((major) => [major, findNode(major, folder)])))
  return () => rmSync(folder, { recursive: true, force: true })
}
