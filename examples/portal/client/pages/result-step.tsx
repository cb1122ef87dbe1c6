import { Link, PageTitle } from '../router.tsx'
import type { StepProps } from '../shown.ts'

/** 结论和自己的清单。 */
export function ResultStep({ draft }: StepProps) {
  return (
    <>
      <p className="kicker">{draft.service.name}</p>
      <PageTitle title="您的办事清单" />
      <h2>要带的材料</h2>
      <ul>
        {draft.materials.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <h2>您的回答</h2>
      <dl className="answers">
        {draft.answers.map(({ name, question, words }) => (
          <div key={name}>
            <dt>{question}</dt>
            <dd>
              {words} <Link to={`/drafts/${draft.id}?ask=${encodeURIComponent(name)}`}>修改</Link>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to={`/drafts/${draft.id}/materials`} className="primary button">
          去传材料
        </Link>
      </p>
    </>
  )
}
