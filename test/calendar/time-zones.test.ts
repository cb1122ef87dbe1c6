import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('../support/calendar-digest.ts', import.meta.url))
const offsets = { UTC: 0, 'America/New_York': 300, 'Asia/Urumqi': -360, 'Asia/Shanghai': -480 }

async function digestIn(TZ: string) {
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env: { ...process.env, TZ } })
  return JSON.parse(stdout)
}

test('the calendar gives the same results in every time zone, and those of the slow walk', async () => {
  const zones = Object.entries(offsets)
  const results = await Promise.all(zones.map(([zone]) => digestIn(zone)))
  for (const [i, [, januaryOffset]] of zones.entries()) {
    // The offset proves that the process really ran in its zone.
    expect(results[i]).toMatchObject({ januaryOffset, different: 0 })
  }
  expect(new Set(results.map(({ digest }) => digest)).size).toBe(1)
})
