import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const world = { cwd: process.cwd() }
const PERMIT = ['食品经营许可（餐饮服务）新办', 'examples/plan-restaurant']

test.each([
  ['ask', ...PERMIT],
  ['guide', ...PERMIT],
  ['graph', ...PERMIT],
  ['show', ...PERMIT],
  ['plan', ...PERMIT],
  ['bundle', '新生儿出生', 'examples/bundles/newborn'],
  ['report', 'examples/plan-restaurant'],
  ['verify', 'examples/plan-restaurant'],
])('zw %s says in its JSON by the rules of which day', async (...argv) => {
  const { out } = await runCli([...argv, '--as-of', '2026-11-01', '--json'], world)
  expect(JSON.parse(out).asOf).toBe('2026-11-01')
})
