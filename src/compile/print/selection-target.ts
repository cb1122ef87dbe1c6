import { PROPERTY_FACTS } from '../../model/matter-properties.ts'
import type { SelectionTarget } from '../../model/selection-target.ts'
import { printCondition } from './conditions.ts'
import { layOut, line, type PrintedLine, section } from './lines.ts'
import { printName } from './names.ts'
import { NO_NAMES, startPrinting } from './printing.ts'
import { printAnnotations } from './sources.ts'
import { printTarget } from './targets.ts'

/** Writes a 目标 over several matters as `.zw` (打印), the inverse of lowering. */
export function printSelectionTarget(target: SelectionTarget): string {
  return layOut([line('selectionTarget', printName(target.name), printLines(target))])
}

function printLines(target: SelectionTarget): readonly PrintedLine[] {
  const { each, total } = target
  return [
    line('selectionTarget.selection', printSelection(target)),
    ...printAnnotations(target),
    ...section('selectionTarget.each', each.map(printTarget)),
    ...section('selectionTarget.total', total.map(printTarget)),
  ]
}

/** The properties of matters in place of facts. */
const PROPERTIES = startPrinting({ ...NO_NAMES, facts: PROPERTY_FACTS })

/** 事项类型为 行政许可; 全部 where every matter is meant. */
function printSelection({ selection }: Pick<SelectionTarget, 'selection'>): string {
  return selection === undefined ? '全部' : printCondition(selection, PROPERTIES)
}
