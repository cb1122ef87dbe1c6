import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import { nearestWord } from '../../syntax/suggest.ts'
import type { Name } from '../../syntax/tree.ts'
import type { Lowering } from '../lower/lowering.ts'
import { originOf } from '../lower/read-node.ts'
import { type Declaration, NAME_KINDS, type NameKind, type NameSpace } from './name-space.ts'

/**
 * Finds what a name stands for and answers the spelling of its declaration (名称解析).
 * A name that nothing declares is reported with the nearest one that is; undefined then, and the mention is left out.
 */
export function resolveName(name: Name, kind: NameKind, lowering: Lowering): string | undefined {
  const declared = findDeclaration(name, kind, lowering)
  if (declared === undefined) reportUnknownName(name, [kind], lowering)
  return declared?.name.text
}

/** True where something of a kind goes by this key, in the block or in what it inherits from. */
export function isNamed(key: string, kind: NameKind, { names, inherited }: Lowering): boolean {
  return names[kind].byKey.has(key) || inherited?.[kind]?.has(key) === true
}

/** Resolves a list of names and leaves out those that nothing declares. */
export function resolveNames(names: readonly Name[], kind: NameKind, lowering: Lowering): readonly string[] {
  return names.flatMap((name) => resolveName(name, kind, lowering) ?? [])
}

/** The declaration of a name, which counts as a use of it; a spelling that differs in width or blanks is reported. */
export function findDeclaration(name: Name, kind: NameKind, lowering: Lowering): Declaration | undefined {
  const declared = lowering.names[kind].byKey.get(name.key)
  if (declared === undefined) return lowering.inherited?.[kind]?.get(name.key)
  lowering.used.add(declared)
  if (declared.name.text !== name.text) reportOtherSpelling(name, declared, lowering)
  return declared
}

/** Reports a name that none of these name spaces declares. */
export function reportUnknownName(name: Name, kinds: readonly NameKind[], lowering: Lowering): void {
  const spaces = kinds.map((kind) => lowering.names[kind])
  if (spaces.some((space) => space.open) || lowering.isRejected(name.text)) return
  const declared = candidatesIn(spaces, lowering)
  const near = nearestDeclared(name, declared)
  const kind = near?.space.kind ?? kinds[0]
  const word = near === undefined ? kinds.map((one) => NAME_KINDS[one]).join('或') : kind && NAME_KINDS[kind]
  const origin = { file: lowering.source.uri, span: name.span }
  lowering.report(
    diagnose(
      'ZW4001',
      {
        kind: word ?? '',
        name: name.text,
        declared: near === undefined ? declared.map(({ declaration }) => declaration.name.text) : undefined,
      },
      origin,
      near && {
        related: [{ origin: originOf(lowering.source, near.declaration.node), text: '相近的名称在这里声明' }],
        fixes: [replaceName(name, near.declaration, lowering)],
      },
    ),
  )
}

interface Candidate {
  readonly space: NameSpace
  readonly declaration: Declaration
}

/** More names than this are neither searched for a near one nor listed: no guide has so many, only broken text does. */
const MOST_CANDIDATES = 500

function candidatesIn(spaces: readonly NameSpace[], { inherited }: Lowering): readonly Candidate[] {
  if (spaces.reduce((sum, { byKey }) => sum + byKey.size, 0) > MOST_CANDIDATES) return []
  return spaces.flatMap((space) =>
    [...space.byKey.values(), ...(inherited?.[space.kind]?.values() ?? [])].map((declaration) => ({
      space,
      declaration,
    })),
  )
}

function nearestDeclared(name: Name, declared: readonly Candidate[]): Candidate | undefined {
  const near = nearestWord(
    name.key,
    declared.map(({ declaration }) => declaration.name.key),
  )
  return declared.find(({ declaration }) => declaration.name.key === near)
}

function reportOtherSpelling(name: Name, declared: Declaration, lowering: Lowering): void {
  const line = lowering.lineOf(declared.name.span.start)
  lowering.report(
    diagnose(
      'ZW4007',
      { name: name.text, other: declared.name.text, line },
      { file: lowering.source.uri, span: name.span },
      {
        related: [{ origin: originOf(lowering.source, declared.node), text: '声明处的写法' }],
        fixes: [replaceName(name, declared, lowering)],
      },
    ),
  )
}

function replaceName(name: Name, declared: Declaration, lowering: Lowering): Fix {
  return {
    title: `把“${name.text}”改为“${declared.name.text}”`,
    applicability: 'auto',
    edits: [{ origin: { file: lowering.source.uri, span: name.span }, text: declared.name.text }],
  }
}
