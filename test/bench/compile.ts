import { CstParser, createToken, Lexer } from 'chevrotain'
import type { SourceFile } from '../../src/base/source-file.ts'
import { compile } from '../../src/compile/compile.ts'
import { CONSTRUCTS } from '../../src/syntax/constructs.ts'
import { parse } from '../../src/syntax/parse.ts'
import { generateCatalogue } from '../support/generate-catalogue.ts'

const MATTERS = 10_000
const ROUNDS = 5

/**
 * Text to tree, and text to checked matters, over a generated catalogue on one core. Beside it, in the same rounds, a
 * parser in the style of Chevrotain's tutorial that only takes the lines apart, and JSON.parse of the compiled matters.
 */
export async function run(): Promise<void> {
  const sources = generateCatalogue(MATTERS)
  const bytes = sources.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const lines = sources.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)
  const models = [...compile(sources).matters.values()].map(({ matter }) => JSON.stringify(matter))
  const tutorial = createTutorialParser()
  const measured = measure({
    'zhengwu: text → tree': () => sources.forEach(parse),
    'zhengwu: text → checked matters': () => compile(sources, { asOf: '2026-11-22' }),
    'chevrotain tutorial: text → lines': () => sources.forEach(tutorial),
    'JSON.parse of the matters': () => models.map((model) => JSON.parse(model)),
  })
  console.log(`${MATTERS} matters, ${lines} lines, ${(bytes / 1e6).toFixed(1)} MB; best of ${ROUNDS} rounds, one core`)
  for (const [name, seconds] of measured) {
    const figures = [
      `${(bytes / 1e6 / seconds).toFixed(1).padStart(7)} MB/s`,
      `${Math.round(lines / seconds)
        .toLocaleString('en')
        .padStart(11)} lines/s`,
      `${Math.round(MATTERS / seconds)
        .toLocaleString('en')
        .padStart(9)} matters/s`,
    ]
    console.log(`${name.padEnd(36)}${figures.join('')}`)
  }
  const seconds = new Map(measured)
  const ratio = (seconds.get('chevrotain tutorial: text → lines') ?? 0) / (seconds.get('zhengwu: text → tree') ?? 1)
  console.log(`text → tree is ${ratio.toFixed(2)}× the tutorial parser; targets: 400,000 lines/s, 3,000 matters/s`)
}

/** The best time of each job, in rounds that take all jobs in turn. Unit: seconds. */
function measure(jobs: Readonly<Record<string, () => unknown>>): readonly (readonly [string, number])[] {
  const best = new Map(Object.keys(jobs).map((name) => [name, Number.POSITIVE_INFINITY]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, job] of Object.entries(jobs)) {
      const started = process.hrtime.bigint()
      job()
      const seconds = Number(process.hrtime.bigint() - started) / 1e9
      best.set(name, Math.min(best.get(name) ?? seconds, seconds))
    }
  }
  return [...best]
}

/**
 * The parser that Chevrotain's tutorial teaches: a token a keyword, a rule a line, a visitor that makes the tree.
 * It takes the same lines apart into words; it reads no values, nests nothing and recovers from nothing.
 */
function createTutorialParser(): (source: SourceFile) => unknown {
  const space = createToken({ name: 'Space', pattern: /[ \t]+/, group: Lexer.SKIPPED })
  const newline = createToken({ name: 'Newline', pattern: /\n/, line_breaks: true })
  const colon = createToken({ name: 'Colon', pattern: /：/ })
  const mark = createToken({ name: 'Mark', pattern: /[、，（）【】《》“”／→]/ })
  const word = createToken({ name: 'Word', pattern: /[^\s：、，（）【】《》“”／→]+/ })
  const names = [...new Set(CONSTRUCTS.map(({ keyword }) => keyword))].sort((a, b) => b.length - a.length)
  const keywords = names.map((name) => createToken({ name, pattern: new RegExp(`${name}(?=：)`), longer_alt: word }))
  const tokens = [space, newline, ...keywords, colon, mark, word]
  const lexer = new Lexer(tokens)

  class LineParser extends CstParser {
    readonly file = this.RULE('file', () => {
      this.MANY(() => this.OR([{ ALT: () => this.SUBRULE(this.line) }, { ALT: () => this.CONSUME(newline) }]))
    })
    readonly line = this.RULE('line', () => {
      this.SUBRULE(this.head)
      this.CONSUME(colon)
      this.MANY(() => this.SUBRULE(this.part))
      this.CONSUME(newline)
    })
    readonly head = this.RULE('head', () => {
      this.OR(keywords.map((keyword) => ({ ALT: () => this.CONSUME(keyword) })))
    })
    readonly part = this.RULE('part', () => {
      this.OR([mark, word].map((token) => ({ ALT: () => this.CONSUME(token) })))
    })
    constructor() {
      super(tokens)
      this.performSelfAnalysis()
    }
  }

  const parser = new LineParser()
  const Base = parser.getBaseCstVisitorConstructor()
  class LineVisitor extends Base {
    constructor() {
      super()
      this.validateVisitor()
    }
    file(children: Children): unknown {
      return (children['line'] ?? []).map((node) => this.visit(node))
    }
    line(children: Children): unknown {
      const parts = children['part'] ?? []
      return { keyword: this.visit([...(children['head'] ?? [])]), value: parts.map((part) => this.visit(part)) }
    }
    head(children: Children): unknown {
      return Object.values(children)[0]?.[0]?.image
    }
    part(children: Children): unknown {
      return Object.values(children)[0]?.[0]?.image
    }
  }

  const visitor = new LineVisitor()
  return ({ text }) => {
    parser.input = lexer.tokenize(text).tokens
    const tree = visitor.visit(parser.file())
    if (parser.errors.length > 0) throw new Error(parser.errors[0]?.message)
    return tree
  }
}

/** The children of a concrete syntax tree by rule or token, as the visitor sees them. */
// biome-ignore lint/suspicious/noExplicitAny: Chevrotain types the nodes that visitors take as any.
type Children = Readonly<Record<string, readonly any[]>>
