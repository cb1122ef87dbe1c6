import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const cwd = fileURLToPath(new URL('../../', import.meta.url))
const PATH = 'examples/bundles/newborn'

describe('bundles in the report', () => {
  test('stand below the matters, with what they save, and outside the sums', async () => {
    const { code, out } = await runCli(['report', PATH], { cwd })
    expect(code).toBe(0)
    expect(out).toContain('一件事（所含事项已经在上面，不再计入合计）')
    expect(out).toMatch(/新生儿出生 +7个 +32→5 +84\.4% +承诺之和 +承诺 +9→2 +10→3 +4→1/u)
    expect(out).toContain('合计：7个事项')
  })

  test('are in the JSON as zw bundle has them', async () => {
    const report = JSON.parse((await runCli(['report', PATH, '--json'], { cwd })).out)
    const bundle = JSON.parse((await runCli(['bundle', '新生儿出生', PATH, '--json'], { cwd })).out)
    expect(report.bundles).toHaveLength(1)
    expect(report.bundles[0]).toMatchObject({ name: '新生儿出生', problems: [] })
    for (const key of ['cuts', 'limit', 'promised', 'comparedWith', 'after', 'reachable']) {
      expect(report.bundles[0][key]).toEqual(bundle[key])
    }
  })

  test('are left out where only some matters are asked for', async () => {
    const args = ['report', PATH, '--where', '事项≠没有', '--json']
    expect(JSON.parse((await runCli(args, { cwd })).out).bundles).toEqual([])
  })

  test('have a section on the page', async () => {
    const files = Object.fromEntries([['m.zw', readFileSync(join(cwd, 'examples/bundles/restaurant/food-permit.zw'))]])
    const bundle = '语言版本：1\n一件事：开店<一>\n包含事项：\n  子项：食品经营许可（餐饮服务）新办\n'
    const run = await runCli(['report', '.', '--html', 'r.html'], { files: { ...files, 'b.zw': bundle } })
    const page = readFileSync(join(run.cwd, 'r.html'), 'utf8')
    expect(page).toContain('<h2 id="bundles">一件事</h2>')
    expect(page).toContain('开店&lt;一&gt;')
  })

  test('that do not come together say so instead of a figure', async () => {
    const files = { 'b.zw': '语言版本：1\n一件事：开店\n包含事项：\n  子项：没有的事项\n' }
    const { out } = await runCli(['report', '.'], { files })
    expect(out).toContain('“开店”有1处问题：zw bundle 开店')
    expect(out).toMatch(/开店 +0个 +— +— +— +— +— +— +—/u)
  })
})
