import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PROFILES } from '../../src/calendar/profiles.ts'
import { compile } from '../../src/compile/compile.ts'
import { guessStages } from '../../src/compile/lower/stages.ts'
import { CATALOGUE } from '../../src/diagnostics/catalogue.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { STAGES } from '../../src/model/terms.ts'
import { CONSTRUCTS } from '../../src/syntax/constructs.ts'
import { parse } from '../../src/syntax/parse.ts'
import type { SyntaxNode } from '../../src/syntax/tree.ts'
import { type ManualBlock, type ManualPage, placeOf, readPages } from './manual-blocks.ts'
import { quoteMessages } from './manual-messages.ts'
import { sourcesOf } from './manual-sources.ts'
import { quoteOutput, runTerminal } from './manual-terminals.ts'

const FOLDERS = ['docs/language/', 'docs/guides/']
const bases = readPages('docs/language/').flatMap(({ blocks }) =>
  blocks.flatMap(({ claim, text }) => (claim.kind === 'base' ? [text] : [])),
)

function findingsOf(block: ManualBlock): readonly Diagnostic[] {
  return compile(sourcesOf(block, bases).sources, { asOf: '2026-11-22' }).diagnostics
}

function say(findings: readonly Diagnostic[]): readonly string[] {
  return findings.map(({ code, message }) => `${code} ${message}`)
}

/** Messages of one code as the manual quotes them: lines are counted from the first line of the block, whose own come first. */
function messagesOf(code: string, block: ManualBlock): readonly string[] {
  const { file, linesBefore, start, end } = sourcesOf(block, bases)
  const isInside = ({ labels: [{ origin }] }: Diagnostic) =>
    origin.file === file && origin.span.start >= start && origin.span.start < end
  const findings = findingsOf(block).filter((finding) => finding.code === code)
  const shift = CODES_OF_ROWS.has(code) ? 0 : linesBefore
  return [...findings.filter(isInside), ...findings.filter((finding) => !isInside(finding))].map(({ message }) =>
    message.replace(/第(\d+)行/g, (_, line: string) => `第${Number(line) - shift}行`),
  )
}

/** Codes whose messages count the rows of a table, not the lines of the file. */
const CODES_OF_ROWS = new Set(['ZW1007', 'ZW1008', 'ZW1011', 'ZW7003', 'ZW7006'])

const UPDATE = process.env['UPDATE'] === '1'
if (UPDATE) for (const page of FOLDERS.flatMap(readPages)) quoteMessages(page, messagesOf)

const pages = FOLDERS.flatMap(readPages)
const language = pages.filter(({ path }) => path.startsWith('docs/language/'))

describe.each(pages)('$path', (page) => {
  test.each(page.blocks.map((block) => ({ line: block.line, block })))('line $line does what it says', ({ block }) => {
    const findings = findingsOf(block)
    const errors = findings.filter(({ severity }) => severity === 'error')
    const { claim } = block
    if (claim.kind === 'file') {
      expect(say(findings)).toEqual([])
    } else if (claim.kind === '错误') {
      expect(new Set(errors.map(({ code }) => code)), say(errors).join('\n')).toEqual(new Set([claim.code]))
      expect(messagesOf(claim.code, block)).toContain(claim.message)
    } else if (claim.kind === 'next') {
      expect(say(errors)).toEqual([])
      if (claim.message !== undefined) expect(findings.map(({ message }) => message)).toContain(claim.message)
    } else {
      expect(say(errors)).toEqual([])
      if (claim.kind === '警告') expect(messagesOf(claim.code, block)).toContain(claim.message)
    }
  })

  const twins = page.blocks.flatMap((block, index) =>
    block.claim.kind === 'same' ? [{ line: block.line, index }] : [],
  )

  test.each(twins)('line $line means the same as the block above it', ({ index }) => {
    expect(meaningOf(page.blocks[index])).toEqual(meaningOf(page.blocks[index - 1]))
  })

  const steps = page.blocks.filter(({ claim }) => claim.kind === 'next')
  const last = steps.at(-1)

  test.each(last === undefined ? [] : [last])(
    'with line $line, what grows on the page is without a finding',
    (block) => {
      expect(say(findingsOf(block))).toEqual([])
      const whole = page.blocks.find(({ claim, line }) => claim.kind === 'file' && line > block.line)
      if (whole !== undefined) expect([whole.text]).toEqual(sourcesOf(block, bases).sources.map(({ text }) => text))
    },
  )

  test.each(page.terminals)('line $line: zw $argv prints what the page shows', async (terminal) => {
    const printed = await runTerminal(terminal)
    if (UPDATE) quoteOutput(page.path, terminal, printed)
    else expect(printed).toBe(terminal.output)
  })

  test('links lead somewhere', () => {
    const links = [...page.text.matchAll(/\]\(([^):]+)\)/g)].map((match) => match[1] ?? '')
    expect(links.filter((link) => !isLinkTarget(link, page))).toEqual([])
  })

  test('codes are those of the catalogue', () => {
    const codes = [...page.text.matchAll(/ZW\d{4}/g)].map(([code]) => code)
    expect(codes.filter((code) => !(code in CATALOGUE))).toEqual([])
  })
})

/** True for a file that exists and, after #, a heading that it has. */
function isLinkTarget(link: string, page: ManualPage): boolean {
  const [file = '', heading] = link.split('#')
  const path = file === '' ? page.path : join(dirname(page.path), file)
  if (!existsSync(placeOf(path))) return false
  const text = pages.find((other) => other.path === path)?.text
  return (
    heading === undefined ||
    text?.split('\n').some((line) => /^#+ /.test(line) && line.endsWith(` ${heading}`)) === true
  )
}

/** What a block means: the matters that it is compiled to, without the places. */
function meaningOf(block: ManualBlock | undefined): unknown {
  const { matters } = compile(block === undefined ? [] : sourcesOf(block, bases).sources)
  const withoutPlaces = (key: string, value: unknown) => (key === 'origin' ? undefined : value)
  return JSON.parse(
    JSON.stringify(
      [...matters.values()].map(({ matter }) => matter),
      withoutPlaces,
    ),
  )
}

/** The constructs that the blocks of a page show, in the lines of the page itself. */
function shownOn(page: ManualPage): ReadonlySet<string> {
  const shown = new Set<string>()
  for (const block of page.blocks.filter(({ claim }) => claim.kind !== '错误')) {
    const { sources, file, start, end } = sourcesOf(block, bases)
    const text = sources.find(({ uri }) => uri === file)?.text ?? ''
    const visit = (node: SyntaxNode): void => {
      if (node.keyword.start >= start && node.keyword.end <= end) shown.add(node.construct)
      node.children.forEach(visit)
    }
    parse({ uri: 'manual.zw', text }).blocks.forEach(visit)
  }
  return shown
}

describe.each(CONSTRUCTS)('$id', (construct) => {
  const page = language.find(({ path }) => path === `docs/language/${construct.page}.md`)

  test('has a page that shows it', () => {
    expect(page?.path, `docs/language/${construct.page}.md`).toBeDefined()
    expect(page === undefined ? [] : [...shownOn(page)]).toContain(construct.id)
  })

  test('is explained with every word that it knows', () => {
    const { value } = construct
    const official = 'words' in value ? Object.values(value.words).map(([word]) => word) : []
    const words = [construct.keyword, ...(construct.aliases ?? []), ...official]
    expect(words.filter((word) => page?.text.includes(word) !== true)).toEqual([])
  })
})

describe('the manual', () => {
  test('lists every page in its table of contents', () => {
    const contents = language.find(({ path }) => path.endsWith('/README.md'))?.text ?? ''
    const names = pages.map(({ path }) => path.replace('docs/language/', '').replace('docs/', '../'))
    expect(names.filter((name) => name !== 'README.md' && !contents.includes(`](${name})`))).toEqual([])
  })

  test('tells the 阶段 from the names of steps as the compiler does', () => {
    const stage = language.find(({ path }) => path.endsWith('/stage.md'))?.text ?? ''
    const rows = [...stage.matchAll(/^\| ([^|`]+) \| ([^|`]+) \|$/gm)].flatMap(([, words = '', word = '']) =>
      words.split('、').map((name) => [name, word]),
    )
    const told = rows.filter(([, word]) => Object.values<string | undefined>(STAGES).includes(word))
    expect(told.length).toBeGreaterThan(8)
    expect(
      told.map(([name = '']) => [
        name,
        guessStages(name)
          .map((id) => STAGES[id])
          .join('、'),
      ]),
    ).toEqual(told)
  })

  test('lists every counting profile that a matter may name', () => {
    const counting = language.find(({ path }) => path.endsWith('/counting.md'))?.text ?? ''
    const names = Object.values(PROFILES).map(({ name }) => name)
    expect(names.filter((name) => !counting.includes(`| ${name} |`))).toEqual([])
  })
})
