import { printDuration } from '../../calendar/duration.ts'
import type {
  BundleComponent,
  ComponentPath,
  MergedForm,
  OfficeCapacity,
  OutputReuse,
  SharedMaterial,
  SharedStep,
} from '../../model/bundle.ts'
import { conditionIfGiven } from './conditions.ts'
import { line, lineIfGiven, listIfAny, type PrintedLine } from './lines.ts'
import { printName, printNames, printPath } from './names.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'

/** One 子项 of 包含事项; 来自 only where it is called otherwise than its matter. */
export function printComponent(component: BundleComponent, printing: Printing): PrintedLine {
  const { name, matter, after, when } = component
  return line('component', printName(name), [
    ...lineIfGiven('component.from', matter === name ? undefined : printName(matter)),
    ...conditionIfGiven('when', when, printing),
    ...listIfAny('component.after', printNames(after, printing.components)),
    ...printAnnotations(component),
  ])
}

/** One 共用材料 of 材料归并. */
export function printSharedMaterial(shared: SharedMaterial): PrintedLine {
  return line('sharedMaterial', printName(shared.name), [
    ...listIfAny('sharedMaterial.materials', shared.materials.map(printPartOf)),
    ...printAnnotations(shared),
  ])
}

/** One 结果复用 of 材料归并. */
export function printOutputReuse(reuse: OutputReuse): PrintedLine {
  return line('outputReuse', printPartOf(reuse.output), [
    ...listIfAny('outputReuse.materials', reuse.materials.map(printPartOf)),
    ...printAnnotations(reuse),
  ])
}

/** One 申请表 of 表单归并. */
export function printMergedForm(form: MergedForm): PrintedLine {
  return line('mergedForm', printName(form.name), [
    ...listIfAny('mergedForm.forms', form.forms.map(printPartOf)),
    ...printAnnotations(form),
  ])
}

const CONSTRUCTS: { readonly [K in SharedStep['kind']]: string } = {
  acceptance: 'sharedAcceptance',
  inspection: 'jointInspection',
  delivery: 'sharedDelivery',
}

/** 统一受理, 联合踏勘 or 统一出件. */
export function printSharedStep(shared: SharedStep): PrintedLine {
  const { kind, name, step, notice, steps, limit } = shared
  return line(CONSTRUCTS[kind], printName(name), [
    ...lineIfGiven('sharedStep.notice', notice),
    ...listIfAny('sharedStep.steps', steps.map(printPartOf)),
    ...lineIfGiven('sharedStep.limit', limit && printDuration(limit)),
    ...lineIfGiven('sharedStep.name', step && printName(step)),
    ...printAnnotations(shared),
  ])
}

/** One 承办能力. */
export function printCapacity(capacity: OfficeCapacity): PrintedLine {
  return line('officeCapacity', printName(capacity.office), [
    line('officeCapacity.atOnce', `${capacity.atOnce}个`),
    ...printAnnotations(capacity),
  ])
}

function printPartOf({ component, name }: ComponentPath): string {
  return printPath(component, name)
}
