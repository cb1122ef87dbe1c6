import type { CaseJson } from '../api.ts'

/** 办理经过、填过的、交过的。 */
export function CaseRecord({ shown }: { readonly shown: CaseJson }) {
  return (
    <>
      <section>
        <h2>经过</h2>
        <ol className="timeline">
          {shown.timeline.toReversed().map(({ seq, at, by, words, note }) => (
            <li key={seq}>
              <time dateTime={at.replace(' ', 'T')}>{at}</time>
              <span>
                {words}
                {note && `（${note}）`}
              </span>
              <span className="soft">{by}</span>
            </li>
          ))}
        </ol>
      </section>
      <details>
        <summary>
          填过的信息（{shown.facts.length}项）、材料（{countMaterials(shown)}）
        </summary>
        <dl className="answers">
          {shown.facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <ul>
          {shown.materials.map(({ name, isFetched, fileName }) => (
            <li key={name}>
              {name}
              {isFetched && '（向别的部门取的）'}
              {fileName && (
                <>
                  ：
                  <a href={`/api/cases/${shown.id}/files/${encodeURIComponent(name)}`} target="_blank" rel="noreferrer">
                    {fileName}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** 交3份，取1份 */
function countMaterials({ materials }: CaseJson): string {
  const fetched = materials.filter(({ isFetched }) => isFetched).length
  return `交${materials.length - fetched}份${fetched > 0 ? `，取${fetched}份` : ''}`
}
