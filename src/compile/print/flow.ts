import type { FlowItem } from '../../model/flow.ts'
import { printChoice } from './choices.ts'
import type { PrintedLine } from './lines.ts'
import { printParallel } from './parallel.ts'
import type { Printing } from './printing.ts'
import { printStep } from './steps.ts'

type PrinterOf<K extends FlowItem['kind']> = (
  item: Extract<FlowItem, { readonly kind: K }>,
  printing: Printing,
) => PrintedLine

const PRINTERS: { readonly [K in FlowItem['kind']]: PrinterOf<K> } = {
  step: printStep,
  parallel: printParallel,
  choice: printChoice,
}

/** One line under 办理环节. */
export function printFlowItem(item: FlowItem, printing: Printing): PrintedLine {
  return printWith(item.kind, item, printing)
}

function printWith<K extends FlowItem['kind']>(
  kind: K,
  item: Extract<FlowItem, { readonly kind: K }>,
  printing: Printing,
): PrintedLine {
  const print: PrinterOf<K> = PRINTERS[kind]
  return print(item, printing)
}
