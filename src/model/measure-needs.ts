import type { MeasureKind } from './terms.ts'

/** What a measure of one kind must be told, and how it changes the order of the flow (措施的要素). */
export interface MeasureNeeds {
  /** How many steps it must name. */
  readonly steps: number
  /** True where it must name a material. */
  readonly materials: boolean
  /** Whether it must, may, or cannot say a 时限. */
  readonly limit: 'required' | 'optional' | 'none'
  /** True where 容缺期限 belongs to it. */
  readonly deferral: boolean
  /** How it changes the order: steps leave the counted chain, stand side by side, become one, or stay as they are. */
  readonly order: 'gone' | 'sideBySide' | 'merged' | 'kept'
}

/** 优化措施: what each kind is made of. */
export const MEASURE_NEEDS: { readonly [K in MeasureKind]: MeasureNeeds } = {
  parallel: { steps: 2, materials: false, limit: 'none', deferral: false, order: 'sideBySide' },
  remove: { steps: 1, materials: false, limit: 'none', deferral: false, order: 'gone' },
  merge: { steps: 2, materials: false, limit: 'required', deferral: false, order: 'merged' },
  dataSharing: { steps: 0, materials: true, limit: 'optional', deferral: false, order: 'kept' },
  commitment: { steps: 1, materials: false, limit: 'none', deferral: false, order: 'gone' },
  deferral: { steps: 0, materials: true, limit: 'optional', deferral: true, order: 'kept' },
  speedUp: { steps: 1, materials: false, limit: 'required', deferral: false, order: 'kept' },
  advance: { steps: 1, materials: false, limit: 'none', deferral: false, order: 'gone' },
  joint: { steps: 2, materials: false, limit: 'optional', deferral: false, order: 'sideBySide' },
}
