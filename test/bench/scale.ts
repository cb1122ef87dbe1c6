import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateWorkspace } from '../support/generate-workspace.ts'

const MATTERS = 10_000
const ROUNDS = 3
const ZW = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url))

/** Written to standard error by the process itself as it ends. Unit: KiB. */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('maxRSS ' + process.resourceUsage().maxRSS))",
)}`

/**
 * `zw check` from start to end on a province's workspace, as its own process: how long it takes, how much memory it
 * needs at most, and in which folders of src/ the time goes, by a profile of one more run.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengwu-scale-'))
  try {
    const sources = generateWorkspace(MATTERS)
    for (const { uri, text } of sources) {
      mkdirSync(join(folder, dirname(uri)), { recursive: true })
      writeFileSync(join(folder, uri), text)
    }
    const bytes = sources.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
    console.log(
      `${MATTERS} matters in ${sources.length} files, ${(bytes / 1e6).toFixed(1)} MB; zw check, ${ROUNDS} runs`,
    )
    for (let round = 0; round < ROUNDS; round++) {
      const { seconds, megabytes, said } = check(folder, [])
      console.log(`${seconds.toFixed(2)} s   peak memory ${megabytes.toFixed(0)} MB   ${said}`)
    }
    const profiles = join(folder, '.profile')
    check(folder, ['--cpu-prof', '--cpu-prof-dir', profiles])
    const [profile = ''] = readdirSync(profiles)
    for (const [place, share] of sharesOf(JSON.parse(readFileSync(join(profiles, profile), 'utf8')))) {
      if (share >= 0.01) console.log(`${(100 * share).toFixed(0).padStart(4)} %   ${place}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function check(folder: string, flags: readonly string[]) {
  const started = process.hrtime.bigint()
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, '--import', TELL_MEMORY, ZW, 'check', '--as-of', '2026-11-22'],
    { cwd: folder, encoding: 'utf8' },
  )
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  const megabytes = (Number(/maxRSS (\d+)/.exec(stderr)?.[1]) * 1024) / 1e6
  return { seconds, megabytes, said: stdout.trim().split('\n').at(-1) ?? stderr }
}

/** A profile as `--cpu-prof` writes it. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string }
    readonly children?: readonly number[]
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** The share of the time that each place has, largest first: code outside src/ counts for the folder that called it. */
function sharesOf({ nodes, samples, timeDeltas }: Profile): readonly (readonly [string, number])[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const places = new Map<number, string>()
  const visit = (id: number, caller: string) => {
    const node = byId.get(id)
    const place = (node && placeOf(node.callFrame)) ?? caller
    places.set(id, place)
    for (const child of node?.children ?? []) visit(child, place)
  }
  const [root] = nodes
  if (root !== undefined) visit(root.id, 'starting, loading the modules')
  const times = new Map<string, number>()
  samples.forEach((id, index) => {
    const place = places.get(id) ?? ''
    times.set(place, (times.get(place) ?? 0) + (timeDeltas[index] ?? 0))
  })
  const all = [...times.values()].reduce((sum, time) => sum + time, 0)
  return [...times].map(([place, time]) => [place, time / all] as const).sort(([, a], [, b]) => b - a)
}

function placeOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string | undefined {
  if (functionName === '(garbage collector)') return 'garbage collection'
  const path = url.startsWith('file:') ? fileURLToPath(url) : ''
  if (!path.startsWith(SOURCE)) return undefined
  return `src/${dirname(path.slice(SOURCE.length))}`
}
