import type { Material } from '../../model/application.ts'
import type { Bundle, ComponentPath } from '../../model/bundle.ts'
import type { BundleProblem } from './bundle-parts.ts'
import { type Component, pathName } from './component.ts'

/** One document and every place in the components that asks for it (同一材料). */
export interface DocumentClass {
  /** What the bundle calls it; undefined until nothing declared names it. */
  readonly name: string | undefined
  readonly members: readonly { readonly component: Component; readonly material: Material }[]
}

/** The documents of a bundle, and what 共用材料 says of a 任选其一. */
export interface Documents {
  readonly classes: readonly DocumentClass[]
  readonly classOf: (component: string, material: string) => DocumentClass | undefined
  /** For a 任选 that 共用材料 names, by its path: the document that fulfils it. */
  readonly fulfilling: ReadonlyMap<string, DocumentClass>
  readonly problems: readonly BundleProblem[]
}

/**
 * Tells which materials are one document: by 编码, by 共用材料 and by 表单归并. Materials that only have one name are
 * never joined.
 */
export function identifyDocuments(bundle: Bundle, components: readonly Component[]): Documents {
  const byName = new Map(components.map((component) => [component.name, component]))
  const all = components.flatMap((component) => component.matter.materials.map((material) => ({ component, material })))
  /** Union–find over paths. */
  const parent = new Map<string, string>(
    all.map(({ component, material }) => [keyOf(component.name, material.name), '']),
  )
  const given = new Map<string, string>()
  const problems: BundleProblem[] = []
  const fulfilled: { readonly choice: string; readonly by: string }[] = []

  const withCode = new Map<string, ComponentPath[]>()
  for (const { component, material } of all) {
    if (material.code === undefined) continue
    const paths = withCode.get(material.code) ?? []
    withCode.set(material.code, [...paths, { component: component.name, name: material.name }])
  }
  for (const [code, [first, ...others]] of withCode) {
    const paths = first === undefined ? [] : [first, ...others]
    // Two documents of one component are two, whatever their 编码 says.
    const isRepeated = new Set(paths.map(({ component }) => component)).size < paths.length
    if (isRepeated) problems.push({ kind: 'repeatedCode', code, paths })
    else for (const other of others) if (first !== undefined) join(keyOfPath(first), keyOfPath(other))
  }
  const declared = [
    ...bundle.sharedMaterials.map(({ name, materials, origin }) => ({ name, paths: materials, origin, isOne: true })),
    // Of several forms one is made, so each has its own 编码.
    ...bundle.forms.map(({ name, forms, origin }) => ({ name, paths: forms, origin, isOne: false })),
    // What takes one result in its place is one document, however many lines say so.
    ...reusedOutputs(bundle).map(({ output, materials, origin }) => ({
      name: output.name,
      paths: materials,
      origin,
      isOne: true,
    })),
  ]
  for (const { name, paths, origin, isOne } of declared) {
    const materials = paths.filter((path) => parent.has(keyOf(path.component, path.name)))
    const codes = new Set(isOne ? materials.flatMap((path) => materialAt(path)?.code ?? []) : [])
    if (codes.size > 1) problems.push({ kind: 'conflictingCodes', name, codes: [...codes], origin })
    const [first, ...others] = codes.size > 1 ? [] : materials
    if (first === undefined) continue
    const key = keyOf(first.component, first.name)
    for (const other of others) join(key, keyOf(other.component, other.name))
    if (!given.has(key)) given.set(key, name)
    for (const path of paths) {
      const choice = byName.get(path.component)?.matter.materialChoices.find((each) => each.name === path.name)
      if (choice !== undefined && !materials.includes(path)) {
        fulfilled.push({ choice: pathName(path.component, path.name), by: key })
      }
    }
  }
  for (const path of declared.flatMap(({ paths }) => paths)) {
    const component = byName.get(path.component)
    const isChoice = component?.matter.materialChoices.some(({ name }) => name === path.name) === true
    if (component !== undefined && !isChoice && materialAt(path) === undefined) {
      problems.push({ kind: 'unknownMaterial', path })
    }
  }

  const members = new Map<string, DocumentClass['members'][number][]>()
  for (const each of all) {
    const root = rootOf(keyOf(each.component.name, each.material.name))
    members.set(root, [...(members.get(root) ?? []), each])
  }
  for (const [code, paths] of withCode) {
    const apart = bundle.sharedMaterials.filter(({ materials }) =>
      materials.some((path) => paths.some((coded) => keyOfPath(coded) === keyOfPath(path))),
    )
    if (apart.length > 1 && !problems.some((each) => each.kind === 'repeatedCode' && each.code === code)) {
      problems.push({ kind: 'repeatedCode', code, paths })
    }
  }
  // The first declaration names a document that several are about.
  const names = new Map([...given].reverse().map(([key, name]) => [rootOf(key), name]))
  const classes = new Map(
    [...members].map(([root, list]): [string, DocumentClass] => [root, { name: names.get(root), members: list }]),
  )
  const classOf = (component: string, material: string) => classes.get(rootOf(keyOf(component, material)))
  return {
    classes: [...classes.values()],
    classOf,
    fulfilling: new Map(
      fulfilled.flatMap(({ choice, by }) => {
        const found = classes.get(rootOf(by))
        return found === undefined ? [] : [[choice, found]]
      }),
    ),
    problems,
  }

  function materialAt({ component, name }: ComponentPath): Material | undefined {
    return byName.get(component)?.matter.materials.find((material) => material.name === name)
  }

  function rootOf(key: string): string {
    const above = parent.get(key)
    if (above === undefined || above === '') return key
    const root = rootOf(above)
    parent.set(key, root)
    return root
  }

  function join(a: string, b: string): void {
    const [rootA, rootB] = [rootOf(a), rootOf(b)]
    if (rootA !== rootB) parent.set(rootB, rootA)
  }
}

/** What 结果复用 says of each result, lines about the same one put together. */
function reusedOutputs({ outputReuses }: Bundle): Bundle['outputReuses'] {
  const byOutput = new Map<string, Bundle['outputReuses'][number]>()
  for (const reuse of outputReuses) {
    const key = keyOfPath(reuse.output)
    const known = byOutput.get(key)
    byOutput.set(key, known === undefined ? reuse : { ...known, materials: [...known.materials, ...reuse.materials] })
  }
  return [...byOutput.values()]
}

function keyOfPath({ component, name }: ComponentPath): string {
  return keyOf(component, name)
}

function keyOf(component: string, material: string): string {
  return `${component}\0${material}`
}
