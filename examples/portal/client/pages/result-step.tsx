import { Figures } from '../parts/figures.tsx'
import { Link, PageTitle } from '../router.tsx'
import type { StepProps } from '../shown.ts'

const VERDICTS = { yes: '您符合受理条件', no: '您暂时不符合受理条件', unknown: '还要再看' } as const
const TONES = { yes: 'good', no: 'bad', unknown: '' } as const
const MARKS = { met: '✓', failing: '✗', open: '？', exempt: '－', manual: '○' } as const

/** 结论和自己的清单：是否符合、为什么、带什么、走几步、几天、跑几次。 */
export function ResultStep({ draft }: StepProps) {
  const { id, service, admission, outlook, answers, materials, spared } = draft
  const isAdmitted = admission.verdict !== 'no'
  const title = admission.requirements.length === 0 ? '您的办事清单' : VERDICTS[admission.verdict]
  return (
    <>
      <p className="kicker">{service.name}</p>
      <PageTitle title={title} />
      {admission.requirements.length > 0 && (
        <section className={`notice ${TONES[admission.verdict]}`} aria-label="受理条件">
          <p>{admission.sentence}。</p>
          <ul className="verdicts">
            {admission.requirements.map(({ name, state, sentence, hint, sources }) => (
              <li key={name} className={state}>
                <span aria-hidden="true">{MARKS[state]}</span>
                <div>
                  {sentence}
                  {hint && <strong className="about">{hint}</strong>}
                  {sources.length > 0 && <span className="about">依据：{sources.join('；')}</span>}
                </div>
              </li>
            ))}
          </ul>
          {draft.changes.length > 0 && (
            <>
              <h2>怎样就符合</h2>
              <ul>
                {draft.changes.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
      {isAdmitted && (
        <>
          <Figures outlook={outlook} />
          {draft.due && <p className="soft">今天申请、当天受理的，最迟{draft.due}办完。</p>}
          {draft.fees.length > 0 && <p className="soft">收费：{draft.fees.join('；')}</p>}
          <p>
            <a href={`/api/drafts/${id}/checklist`} target="_blank" rel="noreferrer">
              打印这份清单
            </a>
          </p>
          <section>
            <h2>要带的材料</h2>
            <ul className="plain">
              {materials.map(({ id: each, name, atLeast, members }) => (
                <li key={each}>
                  {name}
                  {atLeast === null ? (
                    <span className="about">{members[0]?.note}</span>
                  ) : (
                    <span className="about">
                      {members.map((member) => member.name).join('、')}，交其中{atLeast}份
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {spared.length > 0 && <p className="soft">不用您带，由我们向别的部门取：{spared.join('、')}。</p>}
          </section>
          <section>
            <h2>要走的步骤</h2>
            <ol className="plain">
              {outlook.stepNames.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ol>
          </section>
        </>
      )}
      <section>
        <h2>您的回答</h2>
        <dl className="answers">
          {answers.map(({ id: each, label, words }) => (
            <div key={each}>
              <dt>{label}</dt>
              <dd>
                {words}
                <Link to={`/drafts/${id}?ask=${encodeURIComponent(each)}`}>
                  修改<span className="unseen">：{label}</span>
                </Link>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {isAdmitted && (
        <p className="buttons">
          <Link to={`/drafts/${id}/materials`} className="primary button">
            去传材料
          </Link>
        </p>
      )}
    </>
  )
}
