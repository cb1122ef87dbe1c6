import type { CaseJson } from '../api.ts'

const WORDS = { done: '办完', now: '正在办', later: '还没有到' } as const

/** 办到哪一步。 */
export function StepLine({ steps }: { readonly steps: CaseJson['steps'] }) {
  return (
    <section>
      <h2>办到哪一步</h2>
      <ol className="steps">
        {steps.map(({ name, standing, by, due, doneOn }) => (
          <li key={name} className={standing} aria-current={standing === 'now' ? 'step' : undefined}>
            <span className="name">{name}</span>
            <span className="about">
              {WORDS[standing]}
              {doneOn && `，${doneOn}`}
              {due && `，最迟${due}`}
              {by && `，${by}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
