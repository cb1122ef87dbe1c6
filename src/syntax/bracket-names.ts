import { firstIndex } from '../base/first-index.ts'
import type { Span } from '../base/span.ts'
import { CONSTRUCTS } from './constructs.ts'
import { BLANK, foldCode, INVISIBLE, kindOf, LINE_END } from './fold.ts'
import { BUILT_IN_FACTS } from './scope.ts'
import type { ConditionSyntax, Name, OperandSyntax, SyntaxNode, SyntaxTree, Value } from './tree.ts'
import { isBracketed } from './values/name-tokens.ts'
import { holdsSeparator } from './values/scan-names.ts'

/** A stretch of the source and what is written in its place. */
export interface Respelling extends Span {
  readonly text: string
}

/** What the file itself declares, wherever in it. */
interface Known {
  /** Facts, situations and what decision tables give: the names that conditions ask about. */
  readonly asked: ReadonlySet<string>
  readonly options: ReadonlySet<string>
  /** Where the lines begin in which something is wrong: how they are read may not be what their author meant. */
  readonly faults: readonly number[]
}

const BY_ID = new Map(CONSTRUCTS.map((construct) => [construct.id, construct]))

/**
 * The names that are better written in 【】 (补【】): in conditions what is asked about, in lists what holds a 、 itself, so
 * that no name declared later can change how they are read. In order of the text. A file is judged by itself, and a
 * value with a fault is left to its author.
 */
export function bracketNames({ source: { text }, blocks, diagnostics }: SyntaxTree): readonly Respelling[] {
  const found: Respelling[] = []
  const known = { ...namesOf(blocks), faults: faultsOf(diagnostics) }
  const visit = (node: SyntaxNode) => {
    if (!isFaulty(node.valueSpan, known.faults)) {
      const isDeclaring = BY_ID.get(node.construct)?.declares !== undefined
      for (const [name, isDue] of isDeclaring ? [] : namesIn(node.value, known)) {
        const respelling = bracket(text, name, isDue)
        if (respelling !== undefined) found.push(respelling)
      }
    }
    node.children.forEach(visit)
  }
  blocks.forEach(visit)
  return found.sort((a, b) => a.start - b.start)
}

function namesOf(blocks: readonly SyntaxNode[]): Pick<Known, 'asked' | 'options'> {
  const asked = new Set(BUILT_IN_FACTS)
  const options = new Set<string>()
  const visit = ({ construct, value, table, children }: SyntaxNode) => {
    const { declares, table: kind } = BY_ID.get(construct) ?? {}
    const names = value.kind === 'name' ? [value.name] : value.kind === 'names' ? value.names : []
    if (declares === 'facts' || declares === 'situations') for (const { key } of names) asked.add(key)
    if (declares === 'options') for (const { key } of names) options.add(key)
    for (const { name, isOutput } of table?.columns ?? []) {
      if (!isOutput || kind?.output !== 'operand') continue
      asked.add(name.key)
      for (const { key } of names) asked.add(`${key}·${name.key}`)
    }
    children.forEach(visit)
  }
  blocks.forEach(visit)
  return { asked, options }
}

function faultsOf(diagnostics: SyntaxTree['diagnostics']): readonly number[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return errors.map(({ labels: [{ origin }] }) => origin.span.start).sort((a, b) => a - b)
}

/** True when a fault lies in a stretch of the text. */
function isFaulty({ start, end }: Span, faults: readonly number[]): boolean {
  const first = faults[firstIndex(faults, (fault) => fault >= start)]
  return first !== undefined && first <= end
}

/** Longest name that a list reads in brackets. Unit: UTF-16 units. */
const LONGEST_LISTED = 190

/** A name, and whether it should stand in 【】. */
type Judged = readonly [name: Name, isDue: boolean]

function namesIn(value: Value, known: Known): readonly Judged[] {
  switch (value.kind) {
    case 'condition':
    case 'branch':
      return namesOfCondition(value.condition, known)
    case 'premise':
      return value.premise.kind === 'condition'
        ? namesOfCondition(value.premise.condition, known)
        : listed(value.premise.kind === 'materials' ? value.premise.names : [])
    case 'assertion':
      return listed('names' in value.assertion ? value.assertion.names : [])
    case 'names':
    case 'choice':
      return listed(value.names)
    default:
      return []
  }
}

function listed(names: readonly Name[]): readonly Judged[] {
  return names.map((name) => [name, holdsSeparator(name.text) && name.text.length <= LONGEST_LISTED])
}

function namesOfCondition(condition: ConditionSyntax, known: Known): readonly Judged[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.flatMap((operand) => namesOfCondition(operand, known))
    case 'not':
      return namesOfCondition(condition.operand, known)
    case 'name':
      return [[condition.name, known.asked.has(condition.name.key)]]
    case 'compare':
      return [asked(condition.left, known), ...namesOfOperand(condition.right, known)]
    case 'member':
      return [asked(condition.left, known), ...condition.values.flatMap((value) => namesOfOperand(value, known))]
    case 'range': {
      const ends = [condition.lower, condition.upper].filter((end) => end !== undefined)
      return [asked(condition.left, known), ...ends.flatMap(({ value }) => namesOfOperand(value, known))]
    }
  }
}

function asked(name: Name, known: Known): Judged {
  return [name, known.asked.has(name.key)]
}

/** Options stand bare, as the type of the left side decides what they are, but for those with a 、. */
function namesOfOperand(operand: OperandSyntax, known: Known): readonly Judged[] {
  if (operand.kind === 'shifted') return namesOfOperand(operand.base, known)
  if (operand.kind !== 'name') return []
  const { key, text } = operand.name
  return [[operand.name, (known.asked.has(key) && !known.options.has(key)) || holdsSeparator(text)]]
}

/** The name in 【】 where it should be and is not, or where its brackets are others or have blanks inside. */
function bracket(text: string, { text: name, span }: Name, isDue: boolean): Respelling | undefined {
  const written = `【${name}】`
  if (span.start === span.end || !isBracketed(written, 0, written.length)) return undefined
  const place = bracketsAround(text, span) ?? (isDue ? span : undefined)
  return place === undefined || text.slice(place.start, place.end) === written
    ? undefined
    : { start: place.start, end: place.end, text: written }
}

/** The stretch of a name with the brackets around it; undefined where it has none. */
function bracketsAround(text: string, { start, end }: Span): Span | undefined {
  let before = start - 1
  while (before >= 0 && isSkipped(text.charCodeAt(before))) before--
  let after = end
  while (after < text.length && isSkipped(text.charCodeAt(after))) after++
  const isPair = foldCode(text.charCodeAt(before)) === 0x5b && foldCode(text.charCodeAt(after)) === 0x5d
  return isPair ? { start: before, end: after + 1 } : undefined
}

function isSkipped(code: number): boolean {
  const kind = kindOf(code)
  return kind === BLANK || kind === INVISIBLE || kind === LINE_END
}
