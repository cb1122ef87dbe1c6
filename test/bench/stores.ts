/**
 * `npm run bench -- stores`: what appends cost in each store, how long one with 10,000 open cases takes to open and what memory,
 * and how fast it is found what is due among 100,000. Disk flushes decide; the first line says how many this disk does.
 */
import { execFileSync } from 'node:child_process'
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { CaseStore } from '../../src/stores/case-store.ts'
import { openMemoryStore } from '../../src/stores/memory-store.ts'
import { openPostgresStore } from '../../src/stores/postgres/open-postgres-store.ts'
import { openSqliteStore } from '../../src/stores/sqlite/open-sqlite-store.ts'
import { appendAfter, blankCase } from '../../src/testing/stores/sample-case.ts'
import { query, startPostgres } from '../support/postgres-server.ts'

const OPEN_CASES = 10_000
const MANY_CASES = 100_000
const DUE = 1_000

/** A store at one place, and the way to put cases into it without appending each. */
interface Place {
  readonly name: string
  /** As `openStore` takes it. */
  readonly location: string
  readonly open: () => Promise<CaseStore>
  readonly fill?: (cases: number) => Promise<void>
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengwu-bench-'))
  const server = await startPostgres()
  try {
    console.log(`this disk: ${flushesPerSecond(folder).toFixed(0)} flushes/s\n`)
    const memory = openMemoryStore()
    await measure({ name: 'memory', location: 'memory:', open: async () => memory })
    await measure(sqlitePlace(join(folder, 'cases.db')))
    await measure(postgresPlace(await server.createDatabase()))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure({ name, location, open, fill }: Place): Promise<void> {
  const [store, created] = await timed(open)
  console.log(`${name}: created in ${created.toFixed(1)} ms`)
  await appendOneByOne(store, 1_000)
  await appendSideBySide(store, 16, 4_000)
  if (fill === undefined) {
    for (let index = 0; index < MANY_CASES; index++) {
      await store.append(appendAfter(blankCase(`filled-${index}`), { wakeAt: index + 1 }))
    }
    await findDue(store, MANY_CASES)
    return
  }
  await fill(OPEN_CASES)
  await store.close()
  console.log(`  ${OPEN_CASES} open cases, a new process: ${startProcess(location)}`)
  const again = await open()
  await fill(MANY_CASES)
  await findDue(again, MANY_CASES)
  await again.close()
}

/** What a process pays that opens the store and asks when to wake, beyond one that has only loaded the modules. */
function startProcess(location: string): string {
  const program = `
    const { openStore } = await import(${JSON.stringify(new URL('../../src/stores/open-store.ts', import.meta.url).href)})
    await (await openStore('sqlite::memory:')).close()
    await import(${JSON.stringify(new URL('../../src/stores/postgres/open-postgres-store.ts', import.meta.url).href)})
    const [started, before] = [performance.now(), process.memoryUsage().rss]
    const store = await openStore(${JSON.stringify(location)})
    await store.nextWake()
    const [time, more] = [performance.now() - started, process.memoryUsage().rss - before]
    console.log(\`opened and asked for the next waking in \${time.toFixed(1)} ms, \${(more / 2 ** 20).toFixed(1)} MB more memory\`)
    await store.close()`
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }).trim()
}

async function appendOneByOne(store: CaseStore, count: number): Promise<void> {
  let summary = blankCase('one-by-one')
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const append = appendAfter(summary, { idempotencyKey: `one-${index}` })
    const [, time] = await timed(() => store.append(append))
    times.push(time)
    summary = append.summary
  }
  const total = times.reduce((sum, time) => sum + time, 0)
  console.log(`  one by one: ${((1000 * count) / total).toFixed(0)} appends/s, ${percentiles(times)}`)
}

async function appendSideBySide(store: CaseStore, writers: number, count: number): Promise<void> {
  const times: number[] = []
  const write = async (_: unknown, writer: number) => {
    let summary = blankCase(`writer-${writer}`)
    for (let index = 0; index < count / writers; index++) {
      const append = appendAfter(summary, { idempotencyKey: `${writer}/${index}` })
      const [, time] = await timed(() => store.append(append))
      times.push(time)
      summary = append.summary
    }
  }
  const [, total] = await timed(() => Promise.all(Array.from({ length: writers }, write)))
  console.log(`  ${writers} writers: ${((1000 * count) / total).toFixed(0)} appends/s, ${percentiles(times)}`)
  let read = 0
  const [, reading] = await timed(async () => {
    for (let position = 0; ; ) {
      const page = await store.readAll(position, 500)
      read += page.length
      const last = page.at(-1)
      if (last === undefined) return
      position = last.position
    }
  })
  console.log(`  all events in pages of 500: ${((1000 * read) / reading).toFixed(0)} events/s`)
}

/** Of so many cases 1,000 are due: what they cost to claim, 100 at a time, and when the next one is. */
async function findDue(store: CaseStore, cases: number): Promise<void> {
  const claims: number[] = []
  for (let claimed = 0; claimed < DUE; ) {
    const claim = { now: DUE, until: DUE, limit: 100, worker: 'bench', claimedUntil: MANY_CASES * 10 }
    const [due, time] = await timed(() => store.claimDue(claim))
    if (due.length === 0) throw new Error('nothing is due')
    claims.push(time)
    claimed += due.length
  }
  const wakes: number[] = []
  for (let index = 0; index < 20; index++) wakes.push((await timed(() => store.nextWake()))[1])
  const [, none] = await timed(() =>
    store.claimDue({ now: DUE, until: DUE, limit: 100, worker: 'bench', claimedUntil: MANY_CASES * 10 }),
  )
  const lists: number[] = []
  for (let index = 0; index < 20; index++) {
    const query = { applicant: 'applicant-1', after: `filled-${index}`, limit: 50 }
    lists.push((await timed(() => store.list(query)))[1])
  }
  console.log(`  ${cases} cases, ${DUE} due: 100 claimed in ${percentiles(claims)}; none left: ${none.toFixed(2)} ms`)
  console.log(`    next waking ${percentiles(wakes)}; page of 50 cases of an applicant ${percentiles(lists)}`)
}

function sqlitePlace(file: string): Place {
  const series = 'with recursive series (n) as (select 1 union all select n + 1 from series where n < ?)'
  return {
    name: 'SQLite',
    location: `sqlite:${file}`,
    open: () => openSqliteStore(file),
    fill: async (cases) => {
      const database = new DatabaseSync(file)
      database.prepare(`${series} ${FILL} from series where true on conflict do nothing`).run(cases)
      database.close()
    },
  }
}

function postgresPlace(url: string): Place {
  return {
    name: 'PostgreSQL',
    location: url,
    open: () => openPostgresStore(url, { connections: 16 }),
    fill: async (cases) => {
      await query(url, `${FILL} from generate_series(1, ${cases}) as series (n) on conflict do nothing`)
      await query(url, 'vacuum analyze zw_cases')
    },
  }
}

const FILL = `insert into zw_cases (case_id, version, matter, definition, applicant, status, wake_at, last_hash)
  select 'filled-' || n, 1, '食品经营许可新办', 'sample-definition', 'applicant-1', 'received', n, ''`

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const started = performance.now()
  const result = await work()
  return [result, performance.now() - started]
}

function percentiles(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(2)
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`
}

function flushesPerSecond(folder: string): number {
  const file = openSync(join(folder, 'flush'), 'w')
  const started = performance.now()
  let flushes = 0
  while (performance.now() - started < 500) {
    writeSync(file, 'x'.repeat(4096))
    fdatasyncSync(file)
    flushes++
  }
  closeSync(file)
  return (1000 * flushes) / (performance.now() - started)
}
