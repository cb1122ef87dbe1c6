/** What is written differently in two versions of a matter (改动对照): `zhengwu/compare`. What it means to whom is in `zhengwu/diff`. */

export type { ChangePlaces, Heading, LineChange } from '../../model/line-change.ts'
export { compareMatters } from './compare-matters.ts'
