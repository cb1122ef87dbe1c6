import { CONSTRUCTS } from '../../syntax/constructs.ts'
import type { Name, SyntaxNode } from '../../syntax/tree.ts'
import { childOf, nameOf } from '../lower/read-node.ts'
import type { Declaration, MatterNames, NameKind, NameSpace } from './name-space.ts'

/** Which entries declare a name of which kind: as their constructs say, and those that 位置 and 用例 name besides. */
const DECLARES: ReadonlyMap<string, NameKind> = new Map<string, NameKind>([
  ...CONSTRUCTS.flatMap(({ id, declares }) =>
    declares === undefined || declares === 'options' ? [] : [[id, declares] as const],
  ),
  ['supplement', 'supplements'],
  ['specialProcedure', 'procedures'],
  ['extension', 'extensions'],
])

const SECTIONS: ReadonlySet<string> = new Set(CONSTRUCTS.filter(({ role }) => role === 'section').map(({ id }) => id))

/** Collects the names that a matter declares (名称表), in the order written. */
export function indexNames(matter: SyntaxNode): MatterNames {
  const names = {
    facts: emptySpace('facts'),
    situations: emptySpace('situations'),
    requirements: emptySpace('requirements'),
    materials: emptySpace('materials'),
    materialChoices: emptySpace('materialChoices'),
    steps: emptySpace('steps'),
    supplements: emptySpace('supplements'),
    procedures: emptySpace('procedures'),
    extensions: emptySpace('extensions'),
    outputs: emptySpace('outputs'),
    components: emptySpace('components'),
    decisions: emptySpace('decisions'),
    measures: emptySpace('measures'),
  } satisfies MatterNames
  for (const node of entriesOf(matter)) {
    const kind = DECLARES.get(node.construct)
    if (kind !== undefined) declare(names[kind], node, nameOf(node))
    const choice = nameOf(childOf(node, 'materialChoice.name'))
    if (choice !== undefined) declare(names.materialChoices, node, choice)
  }
  return names
}

/** The lines of a matter with the entries of its sections in place of these (条目). */
export function entriesOf(matter: SyntaxNode): readonly SyntaxNode[] {
  return matter.children.flatMap((child) => (SECTIONS.has(child.construct) ? child.children : [child]))
}

interface GrowingSpace extends NameSpace {
  readonly byKey: Map<string, Declaration>
  readonly repeated: Declaration[]
  open: boolean
}

function emptySpace(kind: NameKind): GrowingSpace {
  return { kind, byKey: new Map(), repeated: [], open: false }
}

function declare(space: GrowingSpace, node: SyntaxNode, name: Name | undefined): void {
  if (name === undefined) space.open = true
  else if (space.byKey.has(name.key)) space.repeated.push({ name, node })
  else space.byKey.set(name.key, { name, node })
}
