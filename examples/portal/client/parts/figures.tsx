interface FiguresProps {
  readonly outlook: {
    readonly materials: string
    readonly steps: string
    readonly time: string | null
    readonly trips: number | null
  }
}

/** 带几份、走几步、几天、跑几次。 */
export function Figures({ outlook: { materials, steps, time, trips } }: FiguresProps) {
  return (
    <dl className="figures">
      <Figure name="带材料" value={materials} unit="份" />
      <Figure name="走" value={steps} unit="步" />
      {time && <Figure name="承诺办完" value={time} unit="" />}
      {trips !== null && <Figure name="到现场" value={String(trips)} unit="次" />}
    </dl>
  )
}

function Figure({ name, value, unit }: { readonly name: string; readonly value: string; readonly unit: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {unit && <small>{unit}</small>}
      </dd>
    </div>
  )
}
