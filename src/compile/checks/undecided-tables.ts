import { diagnose } from '../../diagnostics/diagnose.ts'
import { isDecidedTable } from '../../graph/decision-table.ts'
import { type Check, placeOf } from './check-context.ts'
import { tableSpace } from './table-space.ts'

/** ZW7010: a 判定表 of which overlaps and gaps could not be decided. 命中：全部 promises neither. */
export const checkUndecidedTables: Check = (context) =>
  context.matter.decisionTables
    .filter((table) => table.hits !== 'all' && !isDecidedTable(table, tableSpace(table, context)))
    .map((table) =>
      diagnose(
        'ZW7010',
        { table: table.name, rows: table.rules.length, columns: table.inputs.length },
        placeOf(table, context),
      ),
    )
