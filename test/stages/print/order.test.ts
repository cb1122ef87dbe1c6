import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printMatters } from '../../../src/compile/print/matter.ts'
import { CONSTRUCTS } from '../../../src/syntax/constructs.ts'
import { parse } from '../../../src/syntax/parse.ts'
import type { SyntaxNode } from '../../../src/syntax/tree.ts'
import { anyMatter } from '../../support/arbitrary-matter.ts'

/** The places of the attributes in the manual; 当 comes first everywhere, 依据 and 说明 come last. */
const PLACES: ReadonlyMap<string, number> = new Map(
  CONSTRUCTS.flatMap(({ id, role }, place) => {
    if (role !== 'attribute' || id === 'scenario.and') return []
    return [[id, id === 'when' ? -1 : place] as const]
  }),
)

function* unordered(node: SyntaxNode): Iterable<string> {
  let highest = -1
  for (const child of node.children) {
    const place = PLACES.get(child.construct)
    if (place !== undefined && place < highest && node.construct !== 'matter') yield child.construct
    highest = Math.max(highest, place ?? -1)
    yield* unordered(child)
  }
}

test('the lines of an entry come in the order of the manual', () => {
  fc.assert(
    fc.property(anyMatter, (matter) => {
      const { blocks } = parse({ uri: 'printed.zw', text: printMatters([matter]) })
      expect(blocks.flatMap((block) => [...unordered(block)])).toEqual([])
    }),
  )
})
