import { printDuration } from '../../../calendar/duration.ts'
import type { Matter } from '../../../model/matter.ts'
import type { DrawnSide } from './drawing.ts'

/** What can be begun beside the flow (流程之外): 特别程序 without a 位置 in it, and 延长. */
export function drawSides({ specialProcedures, extensions }: Matter): readonly DrawnSide[] {
  const procedures = specialProcedures.flatMap(({ name, notice, placement }, index): readonly DrawnSide[] =>
    placement !== undefined
      ? []
      : [
          {
            id: `Side_procedure_${index}`,
            name: `特别程序：${name}`,
            part: { list: 'specialProcedures', index },
            tasks: [...(notice === undefined ? [] : [tell(notice)]), { kind: 'userTask', name }],
          },
        ],
  )
  const longer = extensions.map(({ name, extendBy, extendTo, approver, notice }, index): DrawnSide => {
    const by = extendBy === undefined ? '' : `延长${printDuration(extendBy)}`
    const to = extendTo === undefined ? '' : `延长至${printDuration(extendTo)}`
    return {
      id: `Side_extension_${index}`,
      name: `延长：${name}`,
      part: { list: 'extensions', index },
      tasks: [
        { kind: 'userTask', name: `${approver ?? '负责人'}批准${by || to || '延长'}` },
        ...(notice === undefined ? [] : [tell(notice)]),
      ],
    }
  })
  return [...procedures, ...longer]
}

function tell(notice: string): DrawnSide['tasks'][number] {
  return { kind: 'sendTask', name: `告知：${notice}` }
}
