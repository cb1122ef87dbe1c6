import { type FormEvent, useState } from 'react'
import type { Problem } from '../../server/problem.ts'
import { api, ask, Refused } from '../api.ts'
import type { CasePartProps } from '../shown.ts'
import { useAction } from '../use-data.ts'
import { useFaults } from './field-faults.ts'
import { Fault } from './field-input.tsx'
import { ProblemNotice } from './notice.tsx'

/** 好差评的五档，国办发〔2019〕51号。 */
const GRADES = [
  [5, '非常满意'],
  [4, '满意'],
  [3, '基本满意'],
  [2, '不满意'],
  [1, '非常不满意'],
] as const

/** 办结以后评价整件。 */
export function CaseRating(props: CasePartProps) {
  const { open, given } = props.shown.rating
  const own = given.find(({ step }) => step === '')
  // 在别处评过了的，这一页换成了那一次的评价，这一次没有办成的也要说。
  const [refused, tellRefused] = useState<Problem>()
  if (own)
    return (
      <>
        {refused && <ProblemNotice problem={refused} />}
        <p className="notice good">您的评价：{gradeOf(own.score)}。谢谢，我们会照着改进。</p>
      </>
    )
  if (!open.includes('')) return null
  return (
    <section className="task" aria-labelledby="rating">
      <h2 id="rating">这次办得怎么样？</h2>
      <RatingForm {...props} step="" tellRefused={tellRefused} />
    </section>
  )
}

/** 办完的环节也可以各评一次。 */
export function StepRatings(props: CasePartProps) {
  const steps = props.shown.rating.open.filter((step) => step !== '')
  if (steps.length === 0) return null
  return (
    <details>
      <summary>评价办完的环节（{steps.length}个）</summary>
      {steps.map((step) => (
        <RatingForm key={step} {...props} step={step} />
      ))}
    </details>
  )
}

interface RatingProps extends CasePartProps {
  readonly step: string
  readonly tellRefused?: (problem: Problem) => void
}

function RatingForm({ shown: { id, version }, replace, reload, step, tellRefused }: RatingProps) {
  const rate = useAction(async (key, score: number, comment: string) => {
    const headers = { 'Idempotency-Key': key, 'If-Match': `"${version}"` }
    const json = { score, ...(step && { step }), ...(comment && { comment }) }
    try {
      replace(await ask(api.cases[':id'].rating.$post({ param: { id }, json }, { headers })))
    } catch (error) {
      if (error instanceof Refused) tellRefused?.(error.problem)
      reload()
      throw error
    }
  })
  const { faults, tell } = useFaults()
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (!tell(event.currentTarget, form.has('score') ? {} : { score: '请选一档' })) return
    rate.run(Number(form.get('score')), String(form.get('comment') ?? '').trim())
  }
  return (
    <form noValidate onSubmit={take}>
      {rate.problem && <ProblemNotice problem={rate.problem} />}
      <fieldset className="field">
        <legend className={step === '' ? 'unseen' : undefined}>{step === '' ? '评价' : `“${step}”办得怎么样？`}</legend>
        <div className="choices grades">
          {GRADES.map(([score, words]) => (
            <label key={score} className="choice">
              <input type="radio" name="score" value={score} required />
              <span>{words}</span>
            </label>
          ))}
        </div>
        <Fault words={faults['score']} />
      </fieldset>
      <label className="field">
        <span>想说的话（可以不写，不要写证件号码）</span>
        <textarea name="comment" rows={2} maxLength={200} />
      </label>
      <button type="submit" className="primary" disabled={rate.isBusy}>
        提交评价
      </button>
    </form>
  )
}

function gradeOf(score: number): string {
  return GRADES.find(([grade]) => grade === score)?.[1] ?? `${score}分`
}
