import { type ElementId, elementAtStart } from './elements.ts'

/** In which direction a lower level may change an element (细化方向). */
export type Direction = 'down' | 'up' | 'merge' | 'free'

/** One item of 允许细化: 承诺时限只减不增. */
export interface Permit {
  readonly element: ElementId
  readonly direction: Direction
  /** The direction in the author's words. */
  readonly words: string
}

const DIRECTION_WORDS: { readonly [D in Direction]: readonly string[] } = {
  down: ['只减不增', '不得增加', '可以减少', '可以减免', '可以缩短', '可以压缩', '可以压减', '不得延长', '不得提高'],
  up: ['只增不减', '可以增加', '不得减少'],
  merge: ['可以合并'],
  free: ['可以调整', '可以细化', '可以修改', '可以补充'],
}

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map(
  (['down', 'up', 'merge', 'free'] as const).flatMap((direction) =>
    DIRECTION_WORDS[direction].map((word) => [word, direction] as const),
  ),
)

/** What an item of 允许细化 looks like, for messages. */
export const PERMIT_EXAMPLES: readonly string[] = [
  '承诺时限只减不增',
  '环节时限只减不增',
  '申请材料只减不增',
  '到现场次数只减不增',
  '收费不得增加',
  '环节可以合并',
  '渠道可以增加',
  '受理条件可以调整',
]

/** Reads one item of 允许细化; an element alone may be changed in any direction. */
export function readPermit(item: string): Permit | undefined {
  const found = elementAtStart(item)
  if (found === undefined) return undefined
  const direction = found.rest === '' ? 'free' : DIRECTIONS.get(found.rest)
  return direction && { element: found.element, direction, words: found.rest === '' ? '可以调整' : found.rest }
}

/** What a matter allows the levels below it (允许细化). */
export interface Permits {
  /** Whether an element may be changed in a direction. */
  readonly allows: (element: ElementId, direction: Direction) => boolean
  /** What is allowed of an element, in the author's words; undefined where it is not mentioned. */
  readonly wordsFor: (element: ElementId) => string | undefined
}

/** Collects the items of 允许细化. */
export function readPermits(items: readonly string[]): Permits {
  const permits = items.flatMap((item) => readPermit(item) ?? [])
  return {
    allows: (element, direction) =>
      permits.some((permit) => permit.element === element && [direction, 'free'].includes(permit.direction)),
    wordsFor: (element) => {
      const words = permits.filter((permit) => permit.element === element).map((permit) => permit.words)
      return words.length === 0 ? undefined : words.join('、')
    },
  }
}
