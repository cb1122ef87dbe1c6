import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Client } from 'pg'

/** A PostgreSQL of its own, in a temporary folder, that is gone when it is stopped. */
export interface PostgresServer {
  /** Where one of its databases is. */
  readonly url: (database: string) => string
  /** Makes an empty database and says where it is. */
  readonly createDatabase: () => Promise<string>
  /** Ends all of its processes at once, as a crash does. */
  readonly crash: () => Promise<void>
  /** Starts it again after a crash. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts a PostgreSQL from the machine's own binaries; as root under the user `postgres`, since it refuses root. */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
  const binaries = findBinaries()
  const user = process.getuid?.() === 0 ? postgresUser() : undefined
  const folder = mkdtempSync(join(tmpdir(), 'zhengwu-postgres-'))
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  // Words of English sort otherwise than their code units: a store must not rely on the database's own order.
  const setUp = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync', '--locale=C.UTF-8']
  const order = ['--locale-provider=icu', '--icu-locale=en']
  execFileSync(join(binaries, 'initdb'), [...setUp, ...order], { ...user, cwd: folder, stdio: 'pipe' })
  const port = await freePort()
  const options = Object.entries({ max_connections: '100', ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const parameters = ['-D', data, '-h', '127.0.0.1', '-p', `${port}`, '-k', folder, ...options]
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`
  let server = await launch()
  let databases = 0

  async function launch(): Promise<ChildProcess> {
    for (let tries = 0; ; tries++) {
      const log: string[] = []
      const child = spawn(join(binaries, 'postgres'), parameters, { ...user, cwd: folder, stdio: 'pipe' })
      child.stderr.on('data', (text) => log.push(`${text}`))
      if (await answers(url('postgres'), child)) return child
      // After a crash the last of the old processes may still be on its way out.
      if (tries === 20) throw new Error(`PostgreSQL does not start:\n${log.join('')}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  const atExit = () => server.kill('SIGQUIT')
  process.on('exit', atExit)

  return {
    url,
    createDatabase: async () => {
      const name = `test_${process.pid}_${++databases}`
      await query(url('postgres'), `create database ${name}`)
      return url(name)
    },
    crash: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim()
      server.kill('SIGKILL')
      for (const child of children.split(' ').filter((pid) => pid !== '')) killIfThere(Number(child))
      await ended
    },
    restart: async () => {
      server = await launch()
    },
    stop: async () => {
      process.off('exit', atExit)
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function answers(url: string, server: ChildProcess): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    try {
      await query(url, 'select 1')
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return false
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It went with its parent.
  }
}

/** The folder with `initdb` and `postgres`: on the path, or where Debian puts them beside it; the newest of several. */
function findBinaries(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ]
  const found = folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))))
  if (found !== undefined) return found
  throw new Error(
    'These tests start a PostgreSQL of their own and find none on this machine. On Debian: apt-get install postgresql ' +
      '(no service has to run). Elsewhere: put the folder with initdb and postgres on the PATH.',
  )
}

function postgresUser(): { readonly uid: number; readonly gid: number } {
  try {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' })))
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  } catch {
    // Told below, in words.
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and there is no user “postgres” to run it. On Debian the package postgresql makes ' +
      'one; elsewhere: useradd --system postgres, or run the tests as another user.',
  )
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
