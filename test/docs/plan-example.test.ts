import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createFolder, runCli } from '../cli/run-cli.ts'
import { expectGolden } from '../support/golden.ts'

const folder = fileURLToPath(new URL('../../examples/plan-restaurant/', import.meta.url))

test('the example of plans prints what its page says', async () => {
  const page = readFileSync(join(folder, 'README.md'), 'utf8')
  const cwd = createFolder({ 'permit.zw': readFileSync(join(folder, 'permit.zw')) })
  let printed = ''
  let at = 0
  const blocks = [...page.matchAll(/```终端\n\$ zw (.*)\n[^`]*```/g)]
  expect(blocks.length).toBe(4)
  for (const block of blocks) {
    const { out, err } = await runCli((block[1] ?? '').split(' '), { cwd })
    expect(err).toBe('')
    printed += `${page.slice(at, block.index)}\`\`\`终端\n$ zw ${block[1]}\n${out}\`\`\``
    at = block.index + block[0].length
  }
  expectGolden(join(folder, 'README.md'), printed + page.slice(at))
})
