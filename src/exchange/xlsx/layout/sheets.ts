import { type Column, columnsOf, constructOf } from './columns.ts'

/** One sheet of the workbook: the entries of one kind of all matters, a row each (工作表). */
export interface SheetLayout {
  readonly name: string
  readonly aliases: readonly string[]
  /** The section that its entries stand in; absent where they stand in the matter itself. */
  readonly section?: string
  /** The constructs of its entries; where there are several, a column says which. */
  readonly entries: readonly string[]
  /** The head of the column with what follows the keyword: the name of a 材料, the length of a 时限. */
  readonly title: string
  readonly titleAliases: readonly string[]
  readonly columns: readonly Column[]
  /** What it is for, in the words of the first sheet. */
  readonly purpose: string
}

/** The head of the hidden column by which a row is known again though its name was changed (行编码). */
export const ROW_CODE = '行编码'
/** The head of the column that says which matter a row belongs to. */
export const OWNER = '事项'
/** The head of the column that says of which kind an entry is. */
export const KIND = '种类'
/** The first sheet, for people. */
export const GUIDE_SHEET = '填写说明'

function sheet(
  name: string,
  entries: readonly string[],
  purpose: string,
  {
    section,
    title,
    aliases = [],
  }: { readonly section?: string; readonly title?: string; readonly aliases?: readonly string[] } = {},
): SheetLayout {
  const [first = ''] = entries
  const construct = constructOf(first)
  return {
    name,
    aliases,
    ...(section !== undefined && { section }),
    entries,
    title: title ?? construct.keyword,
    titleAliases: title === undefined ? [...(construct.aliases ?? []), '名称', `${construct.keyword}名称`] : [],
    columns: columnsOf(entries),
    purpose,
  }
}

/** The sheet of the matters themselves. */
export const MATTER_SHEET: SheetLayout = sheet(
  '事项',
  ['matter'],
  '一项一行，写事项本身的要素；别的表用“事项”一列说明属于哪一项',
  {
    aliases: ['事项清单', '实施清单', '基本信息'],
  },
)

/** The sheet of 判定表, whose columns every table has of its own. */
export const DECISION_SHEET: SheetLayout = sheet(
  '判定表',
  ['decisionTable'],
  '“行”写“列名”的一行是表头，结果列的列名前有“→”；下面一行一条规则，“—”表示不论什么都行',
)

/** The sheets of what matters consist of, in the order of the language. */
export const PART_SHEETS: readonly SheetLayout[] = [
  sheet('申报信息', ['fact'], '要向申请人问的信息，一条一行', { section: 'facts' }),
  sheet('情形', ['situation'], '有名称的条件，别处写名称就能引用'),
  sheet('受理条件', ['requirement'], '写得出规则的写“判断”，写不出的写“人工判断”', {
    section: 'requirements',
    aliases: ['办理条件'],
  }),
  sheet('材料', ['material'], '申请材料，一种一行', {
    section: 'materials',
    aliases: ['申请材料', '申报材料', '材料清单'],
  }),
  sheet('任选材料', ['materialChoice'], '几种材料交其中几种就行：写“甲、乙”是任选其一，写“2项：甲、乙、丙”是任选两项', {
    section: 'materials',
    title: '材料',
  }),
  sheet(
    '环节',
    ['step', 'parallel', 'choice'],
    '按办理先后，一个一行；“种类”是并联的，写同时办的几个环节；是分流的，写“如果”“否则”',
    {
      section: 'steps',
      aliases: ['办理环节', '办理流程'],
    },
  ),
  sheet('补正', ['supplement'], '材料不齐时怎样一次告知、几天补齐'),
  sheet('特别程序', ['specialProcedure'], '听证、检验、专家评审等，是否计入时限', {
    aliases: ['特殊环节', '特殊程序'],
  }),
  sheet('延长', ['extension'], '经批准可以延长多久'),
  sheet('时限', ['statutoryLimit', 'promisedLimit'], '法定时限、承诺时限，一条一行；要写明工作日还是自然日', {
    title: '时限',
    aliases: ['办理时限'],
  }),
  sheet('目标', ['target.time', 'target.materials', 'target.steps', 'target.trips'], '压减多少，“口径”写明谁比谁', {
    section: 'targets',
    title: '要求',
    aliases: ['压减目标'],
  }),
  sheet('措施', ['measure'], '可以采取的优化措施和成本', { aliases: ['优化措施'] }),
  sheet('收费', ['fee'], '不收费的写“不收费”', { title: '收费' }),
  sheet('结果', ['output'], '办成以后给什么', { aliases: ['办理结果', '审批结果'] }),
  DECISION_SHEET,
  sheet('用例', ['scenario'], '一件具体的事应当怎样办；“假如”“当”“那么”里一行写一句'),
]

/** Every sheet that is read and written. */
export const SHEETS: readonly SheetLayout[] = [MATTER_SHEET, ...PART_SHEETS]

/** The head of 判定表 that says what a row is: the heads of the table, or which of its rules. */
export const TABLE_ROW = '行'
/** What stands under it for the heads of a table. */
export const TABLE_HEADS = '列名'

/** The heads of the columns that stand before those of the attributes (前几列). */
export function frontOf(layout: SheetLayout): readonly string[] {
  const isMatter = layout === MATTER_SHEET
  return [ROW_CODE, OWNER, ...(layout.entries.length > 1 ? [KIND] : []), ...(isMatter ? [] : [layout.title])]
}

/** All heads of a sheet as it is written (各列的列名), from the left. */
export function headsOf(layout: SheetLayout): readonly string[] {
  return [...frontOf(layout), ...layout.columns.map(({ head }) => head)]
}
