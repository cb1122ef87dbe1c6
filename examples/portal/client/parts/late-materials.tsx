import { api, ask } from '../api.ts'
import type { CasePartProps } from '../shown.ts'
import { useAction } from '../use-data.ts'
import { ProblemNotice } from './notice.tsx'
import { UploadList } from './upload-list.tsx'

/** 补交材料：容缺的到期以前交，别的想补也可以补。 */
export function LateMaterials({ shown, replace, reload }: CasePartProps) {
  const { id, version, late, uploads } = shown
  const send = async (material: string, file: File) => {
    const body = new FormData()
    body.set('file', file)
    const param = { id, material: encodeURIComponent(material) }
    replace(await ask(api.cases[':id'].files[':material'].$put({ param }, { init: { body } })))
  }
  const provide = useAction(async (key) => {
    const headers = { 'Idempotency-Key': key, 'If-Match': `"${version}"` }
    try {
      replace(await ask(api.cases[':id'].materials.$post({ param: { id } }, { headers })))
    } catch (error) {
      reload()
      throw error
    }
  })
  // 要补正的，在补正里一起交。
  if (late.wanted.length === 0 || shown.supplement !== null || shown.status === 'ended') return null
  const isReady = late.wanted.some(({ name }) => late.fresh.includes(name))
  return (
    <details open={late.isDue}>
      <summary>补交材料（还可以交{late.wanted.length}份）</summary>
      <UploadList
        wanted={late.wanted}
        uploads={uploads.filter(({ material }) => late.fresh.includes(material))}
        send={send}
      />
      {provide.problem && <ProblemNotice problem={provide.problem} />}
      <button type="button" disabled={!isReady || provide.isBusy} onClick={() => provide.run()}>
        补交
      </button>
    </details>
  )
}
