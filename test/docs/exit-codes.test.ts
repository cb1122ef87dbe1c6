import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const readmeRow = (code: string) =>
  readFileSync('README.md', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| ${code} | `)) ?? ''

test('the README says of every command that can end with 1 when it does', () => {
  const commands = readdirSync('src/cli/commands').filter((file) =>
    readFileSync(`src/cli/commands/${file}`, 'utf8').includes('EXIT.findings'),
  )
  expect(commands.length).toBeGreaterThan(10)
  const row = readmeRow('1')
  expect(
    commands.map((file) => file.replace('.ts', '')).filter((name) => !new RegExp(`\`${name}\\b`).test(row)),
  ).toEqual([])
})
