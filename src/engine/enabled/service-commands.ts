import type { Finding } from './case-view.ts'
import { openSteps, staffOf } from './case-view.ts'
import { everyStep } from './closing-commands.ts'

/** 请求外部服务: for a step under way, which then waits for the answer, or for the case at large. */
export const requestableServices: Finding = (view) => [
  ...staffOf(view, everyStep(view)),
  ...(view.state.supplement === undefined ? openSteps(view) : []).flatMap(([id, { name }]) =>
    staffOf(view, [id]).map((doer) => ({ ...doer, step: name })),
  ),
]

/** 外部服务答复: every request that waits for one. */
export const answerableRequests: Finding = ({ state }) =>
  state.services.map(({ request, step }) => ({ who: 'system', request, ...(step !== undefined && { step }) }))
