import type { Parallel } from '../../model/flow.ts'
import { line, type PrintedLine } from './lines.ts'
import { printNames } from './names.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'

/** One 并联 of 办理环节. */
export function printParallel(parallel: Parallel, { stepNames }: Printing): PrintedLine {
  return line('parallel', printNames(parallel.steps, stepNames).join('、'), printAnnotations(parallel))
}
