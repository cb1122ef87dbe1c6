import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
} from 'chevrotain'
import type { Construct } from '../../src/syntax/construct.ts'
import { CONSTRUCTS } from '../../src/syntax/constructs.ts'
import { parentsOf } from '../../src/syntax/keyword-table.ts'
import { ValueParser } from '../../src/syntax/values/value-parser.ts'

/** grammar/keywords.json as it should be: one record for each keyword at each place where it may stand. */
export function keywordsJson(): string {
  const records = CONSTRUCTS.flatMap((construct) =>
    parentsOf(construct, CONSTRUCTS).map((parent) => ({
      parent: parent === '' ? null : parent,
      keyword: construct.keyword,
      id: construct.id,
      aliases: construct.aliases ?? [],
      hant: construct.hant,
      pinyin: construct.pinyin,
      role: construct.role,
      value: construct.value.kind,
      ...('words' in construct.value && { words: construct.value.words }),
      cardinality: construct.many ? '0..*' : '0..1',
      ...(construct.declares && { declares: construct.declares }),
      ...(construct.gbField && { gbField: construct.gbField }),
      page: `docs/language/${construct.page}.md`,
    })),
  )
  return `${JSON.stringify({ about: 'Generated from src/syntax/constructs; do not edit.', keywords: records }, null, 1)}\n`
}

/** grammar/zw.ebnf as it should be: which line stands under which, then the grammars of the values. */
export function ebnf(): string {
  const blocks = CONSTRUCTS.filter((construct) => parentsOf(construct, CONSTRUCTS).includes(''))
  const lines = CONSTRUCTS.map((construct) => `${construct.id} = ${line(construct)} ;`)
  const rules = Object.values(new ValueParser(true).getGAstProductions()).map(
    (rule) => `${rule.name} = ${sequence(rule.definition)} ;`,
  )
  return [
    '(* Generated from src/syntax (UPDATE=1 npm test rewrites it); do not edit. *)',
    '(* 行(关键字, 值, 子行)：一行“关键字：值”，其后按就近归属的子行，次序不限。 *)',
    '',
    `文件 = { ${blocks.map(({ id }) => id).join(' | ')} } ;`,
    '',
    ...lines,
    '',
    '(* 值的文法；加引号的是词法单位的种类，由扫描器给出。text、name、enum、enums、yesNo 不用文法。 *)',
    '',
    ...rules,
    '',
  ].join('\n')
}

function line(construct: Construct): string {
  const keywords = [construct.keyword, ...(construct.aliases ?? [])].map((word) => `"${word}"`).join(' | ')
  const children = CONSTRUCTS.filter((child) => parentsOf(child, CONSTRUCTS).includes(construct.id))
  const members = children.length === 0 ? '' : `, { ${children.map(({ id }) => id).join(' | ')} }`
  return `行(${keywords}, ${value(construct)}${members})`
}

function value({ value: kind }: Construct): string {
  if (!('words' in kind)) return kind.kind
  const words = Object.values(kind.words).flat()
  return `${kind.kind}(${words.map((word) => `"${word}"`).join(' | ')})`
}

/** How each part of a Chevrotain rule is written in EBNF. */
function part(production: IProduction): string {
  if (production instanceof Terminal) return `"${production.terminalType.name}"`
  if (production instanceof NonTerminal) return production.nonTerminalName
  if (production instanceof Alternation) return `( ${production.definition.map(part).join(' | ')} )`
  if (production instanceof Alternative) return sequence(production.definition)
  if (production instanceof Option) return `[ ${sequence(production.definition)} ]`
  if (production instanceof Repetition) return `{ ${sequence(production.definition)} }`
  if (production instanceof RepetitionMandatory) return atLeastOnce(production.definition, '')
  if (production instanceof RepetitionWithSeparator) {
    return `[ ${atLeastOnce(production.definition, `"${production.separator.name}" `)} ]`
  }
  if (production instanceof RepetitionMandatoryWithSeparator) {
    return atLeastOnce(production.definition, `"${production.separator.name}" `)
  }
  throw new TypeError(`unknown part of a grammar: ${production.constructor.name}`)
}

function atLeastOnce(parts: readonly IProduction[], separator: string): string {
  return `${sequence(parts)} { ${separator}${sequence(parts)} }`
}

function sequence(parts: readonly IProduction[]): string {
  return parts.map(part).join(' ')
}
