import type { CaseJson } from '../api.ts'

type Clock = CaseJson['clocks'][number]

const DAY = 86_400_000
const STATES = { running: '在走', paused: '暂停', stopped: '已停' } as const

/** 各个时限：还剩多少、哪一天到期、怎么算出来的。先在走的，后停了的。 */
export function ClockList({ clocks, now }: { readonly clocks: readonly Clock[]; readonly now: string }) {
  if (clocks.length === 0) return null
  const running = clocks.filter(({ state }) => state !== 'stopped')
  const stopped = clocks.filter(({ state }) => state === 'stopped')
  return (
    <section>
      <h2>时限</h2>
      {running.length === 0 && <p className="soft">没有在走的时限。</p>}
      <ul className="clocks">
        {running.map((clock) => (
          <ClockItem key={clock.id} clock={clock} />
        ))}
      </ul>
      <ClockChart clocks={clocks} now={now} />
      {stopped.length > 0 && (
        <details>
          <summary>已经停下的时限（{stopped.length}个）</summary>
          <ul className="clocks">
            {stopped.map((clock) => (
              <ClockItem key={clock.id} clock={clock} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function ClockItem({
  clock: { label, state, overdue, due, left, provisional, explanation, pauses },
}: {
  readonly clock: Clock
}) {
  const pause = state === 'paused' ? pauses.find(({ to }) => to === null) : undefined
  return (
    <li className={overdue ? 'late' : state}>
      <div>
        <span className="name">{label}</span>
        <span className="chip">{overdue ? '超期' : pause ? `${pause.name}，暂停` : STATES[state]}</span>
      </div>
      {due && (
        <strong>
          {due}
          {provisional ? '（暂定）' : ''}
          {left && <small>{left}</small>}
        </strong>
      )}
      <p className="soft">{explanation}</p>
    </li>
  )
}

/** 时限画在日子上，从算起的那天画起：深的是走过的，浅的是到期前还有的，斜纹是暂停的。上面的话都说了，读屏软件不必读。 */
function ClockChart({ clocks, now }: { readonly clocks: readonly Clock[]; readonly now: string }) {
  const today = dayOf(now)
  const all = clocks.map((clock) => {
    const from = dayOf(clock.first)
    const to = clock.stop === null ? today : dayOf(clock.stop)
    const due = clock.due === null ? to : dayOf(clock.due)
    return { clock, from, to: to + 1, due: clock.stop === null ? Math.max(due + 1, to + 1) : to + 1 }
  })
  // 当天就停下的还没有算起，没有什么可画。
  const rows = all.filter(({ from, due }) => from < due)
  if (rows.length === 0) return null
  const first = Math.min(today, ...rows.map(({ from }) => from))
  const last = Math.max(...rows.map(({ due }) => due), first + 7)
  const place = (day: number) => `${(((day - first) / (last - first)) * 100).toFixed(2)}%`
  const span = (from: number, to: number) => ({ left: place(from), right: `calc(100% - ${place(to)})` })
  return (
    <figure className="chart" aria-hidden="true">
      {rows.map(({ clock, from, to, due }) => (
        <div key={clock.id} className="row">
          <span className="name">{clock.label}</span>
          <span className="track">
            <i className="left" style={span(from, due)} />
            {from < to && <i className={clock.overdue ? 'used late' : 'used'} style={span(from, to)} />}
            {clock.pauses
              .map((pause) => [Math.max(dayOf(pause.from), from), (pause.to === null ? today : dayOf(pause.to)) + 1])
              .filter(([start = 0, end = 0]) => start < end)
              .map(([start = 0, end = 0]) => (
                <i key={start} className="pause" style={span(start, Math.min(end, to))} />
              ))}
          </span>
        </div>
      ))}
      <div className="row axis">
        <span className="name" />
        <span className="track">
          <b style={{ left: place(today + 0.5) }}>今天</b>
        </span>
      </div>
      <figcaption>
        <span>{printDay(first)}</span>
        <span>{printDay(last - 1)}</span>
      </figcaption>
      <p className="legend">
        <span>
          <i className="used" />
          走过的
        </span>
        <span>
          <i className="left" />
          到期前还有的
        </span>
        {clocks.some(({ pauses }) => pauses.length > 0) && (
          <span>
            <i className="pause" />
            暂停
          </span>
        )}
        {clocks.some(({ overdue }) => overdue) && (
          <span>
            <i className="late" />
            超期
          </span>
        )}
      </p>
    </figure>
  )
}

/** 从1970年起的第几天，按北京时间写的日期。 */
function dayOf(moment: string): number {
  return Math.floor(Date.parse(`${moment.slice(0, 10)}T00:00:00Z`) / DAY)
}

function printDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}
