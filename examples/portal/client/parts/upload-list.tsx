import { useId, useState } from 'react'
import { useAction } from '../use-data.ts'
import { ProblemNotice } from './notice.tsx'

/** 一份材料要不要交。 */
const NEEDS = { required: '必须交', deferrable: '可以后补', optional: '可以不交', possible: '可能要交' } as const

interface UploadListProps {
  readonly wanted: readonly { readonly name: string; readonly need: keyof typeof NEEDS; readonly note: string }[]
  readonly uploads: readonly { readonly material: string; readonly fileName: string; readonly bytes: number }[]
  readonly send: (material: string, file: File) => Promise<void>
}

/** 要传的材料，一份一行。 */
export function UploadList({ wanted, uploads, send }: UploadListProps) {
  return (
    <ul className="uploads">
      {wanted.map((each) => (
        <UploadRow
          key={each.name}
          wanted={each}
          done={uploads.find(({ material }) => material === each.name)}
          send={send}
        />
      ))}
    </ul>
  )
}

interface UploadRowProps {
  readonly wanted: UploadListProps['wanted'][number]
  readonly done: UploadListProps['uploads'][number] | undefined
  readonly send: UploadListProps['send']
}

function UploadRow({ wanted: { name, need, note }, done, send }: UploadRowProps) {
  const id = useId()
  const [wrong, setWrong] = useState<string>()
  const upload = useAction(async (_, file: File) => send(name, file))
  const take = (file: File | undefined) => {
    if (file === undefined) return
    // 服务器会再核对一遍；明显不行的不必传。
    const reason = file.size > 10_000_000 ? '文件超过10MB，请压缩以后再传' : undefined
    setWrong(reason)
    if (reason === undefined) upload.run(file)
  }
  return (
    <li className={done ? 'done' : undefined}>
      <div>
        <span className="name">{name}</span>
        <span className="about">{[NEEDS[need], note].filter((words) => words !== '').join('，')}</span>
        <span className="about" role="status">
          {upload.isBusy ? '正在传……' : done ? `已传：${done.fileName}（${printSize(done.bytes)}）` : ''}
        </span>
      </div>
      <div className="upload-buttons">
        <label className="button" htmlFor={id}>
          <span>
            {done ? '重新传' : '选择文件'}
            <span className="unseen">：{name}</span>
          </span>
          <input
            id={id}
            type="file"
            className="unseen"
            accept="application/pdf,image/png,image/jpeg"
            disabled={upload.isBusy}
            onChange={(event) => {
              take(event.target.files?.[0])
              // 同一个文件可以再选一次。
              event.target.value = ''
            }}
          />
        </label>
        {!done && (
          <button type="button" className="quiet" disabled={upload.isBusy} onClick={() => take(sampleFile(name))}>
            演示：放一份示例文件
            <span className="unseen">：{name}</span>
          </button>
        )}
      </div>
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      {upload.problem && <ProblemNotice problem={upload.problem} />}
    </li>
  )
}

/** 演示用的一页空白 PDF。 */
function sampleFile(name: string): File {
  const objects = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj %${Date.now()}`,
  ]
  const text = `%PDF-1.4\n${objects.join('\n')}\ntrailer<</Root 1 0 R>>\n`
  return new File([text], `${name}（示例）.pdf`, { type: 'application/pdf' })
}

function printSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}字节`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)}KB` : `${(bytes / 1_000_000).toFixed(1)}MB`
}
