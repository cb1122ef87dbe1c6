import type { DecisionModel } from './decision-model.ts'

/** Where a part is drawn. Unit: pixels. */
export interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const SIZE = { width: 180, height: 60 }
const GAP = { x: 40, y: 90 }
/** A row with more than these goes on in the next. */
const MOST_IN_ROW = 8

/** Places inputs at the foot, and every decision above what it rests on (判定图的排布), as pictures of DMN are read. */
export function arrangeDiagram({ inputs, decisions }: DecisionModel): readonly Box[] {
  const level = new Map(inputs.map(({ id }) => [id, 0]))
  for (const { id, requires } of decisions) {
    level.set(id, 1 + Math.max(0, ...requires.map((each) => level.get(each) ?? 0)))
  }
  const rows: string[][] = []
  for (let at = 0; at <= Math.max(0, ...level.values()); at++) {
    const members = [...level].flatMap(([id, own]) => (own === at ? [id] : []))
    for (let first = 0; first < members.length; first += MOST_IN_ROW)
      rows.push(members.slice(first, first + MOST_IN_ROW))
  }
  return rows.flatMap((row, place) =>
    row.map((id, column) => ({
      id,
      x: 40 + column * (SIZE.width + GAP.x),
      y: 40 + (rows.length - 1 - place) * (SIZE.height + GAP.y),
      ...SIZE,
    })),
  )
}
