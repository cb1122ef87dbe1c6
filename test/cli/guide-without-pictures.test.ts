import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createFolder, runCli } from './run-cli.ts'

vi.mock('../../src/render/flow/render-flow-svg.ts', () => ({
  renderFlowSvg: () =>
    Promise.reject(Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })),
}))

test('without the package that places the boxes the pages are whole but for the picture, and that is said once', async () => {
  const folder = createFolder({})
  const run = await runCli(['guide', '--all', '-o', folder, 'examples/bundles/newborn'], { cwd: process.cwd() })
  expect(run.code).toBe(0)
  expect(run.err).toBe('zw：没有安装 elkjs，指南里没有流程图；要有，请运行 npm install elkjs\n')
  const page = readFileSync(join(folder, '新生儿出生.html'), 'utf8')
  expect(page).toContain('<h2 id="steps">怎么办</h2>')
  expect(page).not.toContain('class="flow')
})
