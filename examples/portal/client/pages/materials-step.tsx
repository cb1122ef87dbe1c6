import { api, ask } from '../api.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { UploadList } from '../parts/upload-list.tsx'
import { Link, navigate, PageTitle } from '../router.tsx'
import type { StepProps } from '../shown.ts'
import { useAction } from '../use-data.ts'

/** 传材料，提交。 */
export function MaterialsStep({ draft, replace }: StepProps) {
  const { id } = draft
  const send = async (material: string, file: File) => {
    const body = new FormData()
    body.set('file', file)
    const param = { id, material: encodeURIComponent(material) }
    replace(await ask(api.drafts[':id'].files[':material'].$put({ param }, { init: { body } })))
  }
  const submit = useAction(async (key) => {
    const headers = { 'Idempotency-Key': key }
    const { caseId } = await ask(api.drafts[':id'].submit.$post({ param: { id } }, { headers }))
    navigate(`/cases/${caseId}?submitted`, 'replace')
  })
  const lacking = draft.materials.filter(({ need, state }) => need === 'required' && state !== 'filled')
  return (
    <>
      <p className="kicker">{draft.service.name}</p>
      <PageTitle title="上传材料" />
      <p className="soft">PDF、PNG、JPG，每份不超过10MB。传过的会一直保存，可以过几天再来。</p>
      {draft.materials.map(({ id: group, name, atLeast, members }) => (
        <section key={group} aria-label={name}>
          {atLeast !== null && (
            <h2>
              {name}（交其中{atLeast}份）
            </h2>
          )}
          <UploadList wanted={members} uploads={draft.uploads} send={send} />
        </section>
      ))}
      {submit.problem && <ProblemNotice problem={submit.problem} />}
      <p role="status" className="soft">
        {lacking.length === 0
          ? '必要的材料齐了，可以提交。'
          : `还差${lacking.length}份：${lacking.map(({ name }) => name).join('、')}`}
      </p>
      <div className="buttons">
        <button
          type="button"
          className="primary"
          disabled={submit.isBusy || lacking.length > 0}
          onClick={() => submit.run()}
        >
          {submit.isBusy ? '正在提交……' : '提交申请'}
        </button>
        <Link to={`/drafts/${id}/result`} className="quiet button">
          回去看清单
        </Link>
      </div>
    </>
  )
}
