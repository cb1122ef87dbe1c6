import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { city } from '../../examples/city-tests/city.ts'
import * as arbitraries from '../../src/testing/arbitraries/index.ts'
import { matterIn, zhengwuMatchers } from '../../src/testing/index.ts'

expect.extend(zhengwuMatchers)

const root = fileURLToPath(new URL('../..', import.meta.url))
const path = `${root}docs/guides/prove-the-cut.md`
const page = readFileSync(path, 'utf8')
const example = readdirSync(`${root}examples/city-tests`).map((name) =>
  readFileSync(`${root}examples/city-tests/${name}`, 'utf8'),
)

function blocksOf(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text)
}

test.each([...blocksOf('ts'), ...blocksOf('json')])(
  'the code of the guide stands in the example project: %s',
  (block) => {
    expect(example.some((text) => text.includes(block))).toBe(true)
  },
)

test('the guide shows code of every part, and the message of a matter that is behind', () => {
  expect(blocksOf('ts')).toHaveLength(5)
  const [told = ''] = blocksOf('text')
  expect(() => expect(matterIn(city, '食品经营许可新办')).toCompressBy('60%')).toThrow(told.trim())
  expect(told.split('\n').length).toBeGreaterThan(5)
})

test.each([...Object.keys(zhengwuMatchers), ...Object.keys(arbitraries)])('the guide tells of %s', (name) => {
  expect(page).toContain(`\`${name}`)
})
