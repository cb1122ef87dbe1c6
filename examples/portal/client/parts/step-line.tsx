import type { CaseJson } from '../api.ts'
import { FlowPicture } from './flow-picture.tsx'

const WORDS = { done: '办完', now: '正在办', later: '还没有到' } as const

/** 办到哪一步。 */
export function StepLine({ shown: { id, version, steps, status } }: { readonly shown: CaseJson }) {
  return (
    <section>
      <h2>办到哪一步</h2>
      <ol className="steps">
        {steps.map(({ name, standing, by, due, doneOn }) => (
          <li key={name} className={standing} aria-current={standing === 'now' ? 'step' : undefined}>
            <span className="name">{name}</span>
            <span className="about">
              {standing === 'now' && status === 'supplementing' ? '暂停，等补正' : WORDS[standing]}
              {doneOn && `，${doneOn}`}
              {due && `，最迟${due}`}
              {by && `，${by}`}
            </span>
          </li>
        ))}
      </ol>
      <details>
        <summary>看流程图</summary>
        <FlowPicture key={version} path={`/api/cases/${id}/flow`} about="流程图，上面的步骤说的是同样的内容" />
      </details>
    </section>
  )
}
