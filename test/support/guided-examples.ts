import { bundleMatters } from '../../src/analysis/bundle/bundle-matters.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { openWorkspace } from '../../src/compile/workspace.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { FlowGraph } from '../../src/graph/flow-graph.ts'
import type { Matter } from '../../src/model/matter.ts'
import type { GuideRendering } from '../../src/render/guide/guide-rendering.ts'
import { exampleSources } from './syntax-examples.ts'

export const GUIDE_DAY = '2026-11-22'

/** A matter as guides are written of it. */
export interface GuidedExample {
  readonly matter: Matter
  readonly graph: FlowGraph
  readonly rendering: GuideRendering
}

/** The matter of examples/language that has every kind of line. */
export function fullMatterExample(): GuidedExample {
  const { result } = workspaceOf('examples/language/')
  const found = result.matters.get('食品经营许可（餐饮服务）新办')
  if (found === undefined) throw new TypeError('examples/language has no such matter')
  const start = { date: '2026-09-28', calendar: createCalendar({}) }
  return { matter: found.matter, graph: found.graph, rendering: { asOf: GUIDE_DAY, start } }
}

/** A 一件事 of examples/bundles, made one matter. */
export function bundleExample(folder: string): GuidedExample {
  const [compiled] = [...workspaceOf(`examples/bundles/${folder}/`).result.bundles.values()]
  if (compiled === undefined) throw new TypeError(`examples/bundles/${folder} has no bundle`)
  const { bundle, components } = compiled
  const bundled = bundleMatters(bundle, new Map([...components].map(([name, { matter }]) => [name, matter])))
  const { matter } = bundled
  return { matter, graph: buildGraph(matter).graph, rendering: { asOf: GUIDE_DAY, made: { bundle, bundled } } }
}

function workspaceOf(folder: string) {
  return openWorkspace(
    exampleSources().filter(({ uri }) => uri.startsWith(folder)),
    { asOf: GUIDE_DAY },
  )
}
