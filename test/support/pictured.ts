import { bundleMatters } from '../../src/analysis/bundle/bundle-matters.ts'
import type { BundledMatter } from '../../src/analysis/bundle/bundle-parts.ts'
import { compile } from '../../src/compile/compile.ts'
import type { CompiledWorkspace } from '../../src/compile/compiled.ts'
import type { FlowGraph } from '../../src/graph/flow-graph.ts'
import { impliedEdges } from '../../src/graph/implied-edges.ts'
import type { Matter } from '../../src/model/matter.ts'
import { exampleSources } from './syntax-examples.ts'

/** A matter of the examples, or the one that a bundle makes. */
export interface Pictured {
  readonly name: string
  readonly matter: Matter
  readonly bundle?: BundledMatter
}

/** The workspace of a folder of the examples. */
export function exampleWorkspace(folder: string): CompiledWorkspace {
  const sources = exampleSources().filter(({ uri }) => uri.startsWith(`examples/${folder}/`))
  return compile(sources, { asOf: '2026-11-22' })
}

/** Every matter and every bundle of the examples (示例里的全部事项). */
export function everyExample(): readonly Pictured[] {
  const folders = new Set(exampleSources().map(({ uri }) => uri.split('/').slice(1, -1).join('/')))
  return [...folders].flatMap((folder) => {
    const workspace = exampleWorkspace(folder)
    const matters = [...workspace.matters].map(([name, { matter }]) => ({ name: `${folder} ${name}`, matter }))
    const made = [...workspace.bundles].map(([name, { bundle, components }]) => {
      const merged = bundleMatters(bundle, new Map([...components].map(([key, each]) => [key, each.matter])))
      return { name: `${folder} ${name}`, matter: merged.matter, bundle: merged }
    })
    return [...matters, ...made]
  })
}

/** What a picture must show: every node, and every edge that another way does not say already. */
export function expectedMarks(graph: FlowGraph): {
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
} {
  const implied = impliedEdges(graph)
  return {
    nodes: graph.nodes.map((_, id) => id),
    edges: graph.edges.source.map((_, edge) => edge).filter((edge) => !implied.has(edge)),
  }
}

/** What a picture shows, by its marks. */
export function marksOf(svg: string): { readonly nodes: readonly number[]; readonly edges: readonly number[] } {
  const numbers = (mark: string) =>
    [...svg.matchAll(new RegExp(`data-${mark}="([\\d ]+)"`, 'g'))]
      .flatMap(([, list = '']) => list.split(' ').map(Number))
      .sort((a, b) => a - b)
  return { nodes: numbers('node'), edges: numbers('edge') }
}
