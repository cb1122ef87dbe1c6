import { useEffect } from 'react'
import { api, ask, type DraftJson } from '../api.ts'
import { Waiting } from '../parts/notice.tsx'
import { navigate } from '../router.tsx'
import { pathOf } from '../shown.ts'
import { useData } from '../use-data.ts'
import { MaterialsStep } from './materials-step.tsx'
import { QuestionStep } from './question-step.tsx'
import { ResultStep } from './result-step.tsx'

interface DraftPageProps {
  readonly id: string
  readonly step: string
  readonly asked: string | null
}

/** 一份申请：答问题、看结论、传材料。走到哪一步写在地址里，答过的在服务器上，中途关了再来接着办。 */
export function DraftPage({ id, step, asked }: DraftPageProps) {
  const {
    data: draft,
    problem,
    reload,
    replace,
  } = useData(`drafts/${id}`, () => ask(api.drafts[':id'].$get({ param: { id } })))
  const place = draft && placeOf(draft, step, asked)
  useEffect(() => {
    if (place !== undefined) navigate(place, 'replace')
  }, [place])
  if (draft === undefined || place !== undefined) return <Waiting problem={problem} reload={reload} />
  if (step === 'result') return <ResultStep draft={draft} replace={replace} />
  if (step === 'materials') return <MaterialsStep draft={draft} replace={replace} />
  const field = draft.fields.find((each) => each.id === asked)
  return field === undefined ? null : <QuestionStep key={field.id} draft={draft} replace={replace} field={field} />
}

/** 应该在哪一页；就在那一页的没有。 */
function placeOf(draft: DraftJson, step: string, asked: string | null): string | undefined {
  if (draft.isSubmitted) return `/cases/${draft.id}`
  const isAsking = step === '' && draft.fields.some(({ id }) => id === asked)
  if (isAsking || (step !== '' && draft.next === null)) return undefined
  return pathOf(draft)
}
