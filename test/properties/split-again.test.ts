import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { splitAgain } from '../../src/compile/split-again.ts'
import { type SplitFile, splitBlocks } from '../../src/compile/split-blocks.ts'
import { openWorkspace } from '../../src/compile/workspace.ts'
import { parseObserved } from '../../src/syntax/parse.ts'
import { badExampleText, codes } from '../support/bad-examples.ts'

const root = fileURLToPath(new URL('../../examples/', import.meta.url))
const examples = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.zw'))
  .map((path) => readFileSync(join(root, path), 'utf8'))

/** Blocks of which only what stands above tells what they are: with a word that is misspelt, or that others take as well. */
const DEPENDENT = [
  '材料库：己\n  材料：庚\n用例：辛\n  针对：乙\n  那么：承诺时限 为 3个工作日\n',
  '事像：壬\n事项类型：公共服务\n',
  '事项 癸\n事项类型：公共服务\n',
]

/** Texts of all kinds of blocks, good and bad, some of them together in one file. */
const body = fc
  .oneof(
    { weight: 5, arbitrary: fc.constantFrom(...examples) },
    { weight: 1, arbitrary: fc.constantFrom(...codes.map(badExampleText)) },
    { weight: 1, arbitrary: fc.constantFrom(...DEPENDENT) },
  )
  .map((text) => text.replace('语言版本：1\n', ''))
const whole = fc
  .tuple(
    fc.array(body, { minLength: 1, maxLength: 5 }),
    fc.constantFrom('语言版本：1\n', '语言版本：1\n', ''),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([bodies, head, lineEnd]) => `${head}${bodies.join('\n')}`.replaceAll('\n', lineEnd))

const edit = fc.record({
  at: fc.nat(999).map((place) => place / 1000),
  out: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(300)),
  put: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('', '1', '甲', '、', '。', '\n', '\n\n', '\n注：说明\n', '\n事项：乙\n') },
    fc.constantFrom('：', '\r', '｜', '\t', '（', '语言版本：1\n', '引用：甲\n', '事项：乙\n'),
    fc.constantFrom(
      '\n材料库：丙\n',
      '\n用例：丁\n  针对：乙\n',
      '\n  材料：戊\n',
      '很长很长'.repeat(12),
      '\n——————\n',
    ),
    body.map((text) => text.slice(0, 400)),
  ),
})

/** All that the compiler sees of a split file. */
function seen({ header, blocks, findings, isSeparable, parts }: SplitFile) {
  return {
    header,
    findings,
    isSeparable,
    parts: parts.map(({ start, headEnd, blocks: { length } }) => ({ start, headEnd, length })),
    blocks: blocks.map(({ node, header: own, findings: found, lineOf }) => ({
      node,
      own,
      found,
      line: lineOf(node.keyword.start),
    })),
  }
}

/** A small edit of a text. */
function edited(text: string, { at, out, put }: { readonly at: number; readonly out: number; readonly put: string }) {
  const from = Math.floor(at * text.length)
  return text.slice(0, from) + put + text.slice(from + out)
}

test('a file that is read again in part is what reading all of it gives', () => {
  let kept = 0
  let moved = 0
  fc.assert(
    fc.property(whole, fc.array(edit, { minLength: 1, maxLength: 5 }), (text, edits) => {
      let now = text
      let file = splitBlocks(parseObserved({ uri: 'a.zw', text }))
      for (const each of edits) {
        now = edited(now, each)
        const before = new Set(file.blocks)
        file = splitAgain({ uri: 'a.zw', text: now }, file)
        kept += file.blocks.filter((block) => before.has(block)).length
        moved += file.blocks.filter(({ movedBy }) => movedBy !== 0).length
      }
      expect(seen(file)).toEqual(seen(splitBlocks(parseObserved({ uri: 'a.zw', text: now }))))
    }),
    { numRuns: 1000 },
  )
  expect(kept).toBeGreaterThan(0)
  expect(moved).toBeGreaterThan(0)
})

test('what it compiles to is what compiling all of it gives', () => {
  fc.assert(
    fc.property(whole, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
      let now = text
      let workspace = openWorkspace([{ uri: 'a.zw', text }], { asOf: '2026-11-22' })
      for (const each of edits) {
        expect(workspace.result.sources).toHaveLength(1)
        now = edited(now, each)
        workspace = workspace.update('a.zw', now)
      }
      expect(workspace.result).toEqual(compile([{ uri: 'a.zw', text: now }], { asOf: '2026-11-22' }))
    }),
    { numRuns: 200 },
  )
})
