import type { BundleComponent } from '../../model/bundle.ts'
import type { Condition } from '../../model/condition.ts'
import type { Matter } from '../../model/matter.ts'
import { allOf, type Formula, formulaOf } from './formula.ts'
import { type Renaming, renameCondition } from './rename-condition.ts'

/** One 子项 on its way into the bundle: its matter, and how its parts are called there. */
export interface Component {
  readonly name: string
  readonly declared: BundleComponent
  readonly matter: Matter
  /** Where the component takes part; true for always. */
  readonly selected: Formula
  readonly renaming: Renaming
  /** What a result of the component is called in the bundle. */
  readonly outputName: (name: string) => string
  /** A condition of the matter in the words of the bundle. */
  readonly inBundle: (when: Condition | undefined) => Formula
  /** The same, and the component takes part. */
  readonly whenSelected: (when: Condition | undefined) => Formula
}

/** The situation of the bundle that says whether a component takes part (情形“办理…”). */
export function selectionName(component: string): string {
  return `办理${component}`
}

/** 事项·名称, as people write where a part comes from. */
export function pathName(component: string, name: string): string {
  return `${component}·${name}`
}

/** Prepares a component. */
export function prepareComponent(
  declared: BundleComponent,
  matter: Matter,
  renaming: Renaming,
  outputName: Component['outputName'],
): Component {
  const selected: Formula =
    declared.when === undefined ? true : { kind: 'situation', situation: selectionName(declared.name) }
  const inBundle = (when: Condition | undefined): Formula =>
    when === undefined ? formulaOf(when) : renameCondition(when, renaming)
  return {
    name: declared.name,
    declared,
    matter,
    selected,
    renaming,
    outputName,
    inBundle,
    whenSelected: (when) => allOf([selected, inBundle(when)]),
  }
}
