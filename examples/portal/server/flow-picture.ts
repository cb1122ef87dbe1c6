import type { Context } from 'hono'
import { type FlowRendering, renderFlowSvg, type StepProgress } from 'zhengwu/render/flow'
import type { CaseView } from 'zhengwu/runner'
import { describeSteps } from './case-view.ts'
import type { Service } from './catalogue.ts'

/** 流程图；`?size=narrow` 是给手机的。有办件的，画出办到哪一步。 */
export async function sendFlow(c: Context, { definition, bundled }: Service, view?: CaseView): Promise<Response> {
  const { matter, graph } = view?.definition ?? definition
  const rendering: FlowRendering = {
    graph,
    bundle: bundled,
    framed: false,
    size: c.req.query('size') === 'narrow' ? 'narrow' : 'wide',
    given: view && new Map(Object.entries(view.state.facts)),
    progress: view && progressOf(view),
  }
  return c.body(await renderFlowSvg(matter, rendering), 200, { 'Content-Type': 'image/svg+xml; charset=utf-8' })
}

function progressOf(view: CaseView): ReadonlyMap<string, StepProgress> {
  return new Map(
    describeSteps(view).flatMap(({ name, standing, isOverdue }) => {
      if (standing === 'later') return []
      return [[name, standing === 'done' ? 'done' : isOverdue ? 'overdue' : 'current'] as const]
    }),
  )
}
