import type { ValueKind } from '../construct.ts'

/** How a kind of value is described to the author (值的种类的说法). */
export interface ValueDescription {
  /** What should stand behind the colon. */
  readonly expected: string
  readonly example: string
}

/** One row for each kind of value. */
export const VALUE_KINDS: { readonly [K in ValueKind['kind']]: ValueDescription } = {
  none: { expected: '空白', example: '' },
  text: { expected: '文字', example: '核验原件后当场退还' },
  name: { expected: '名称', example: '营业执照' },
  names: { expected: '用“、”隔开的名称', example: '材料审查、现场核查' },
  choice: { expected: '用“、”隔开的材料名称', example: '【不动产权证书】、【房屋租赁合同】' },
  enum: { expected: '可选值之一', example: '' },
  enums: { expected: '用“、”隔开的可选值', example: '' },
  yesNo: { expected: '是或否', example: '是' },
  integer: { expected: '整数', example: '1' },
  count: { expected: '数量', example: '1份' },
  date: { expected: '日期', example: '2025年1月1日' },
  dateRanges: { expected: '日期或日期段', example: '2025年1月28日至2025年2月4日' },
  timeTaken: { expected: '用过的时间', example: '最短1个工作日，最可能2个工作日，最长5个工作日' },
  import: { expected: '要引用的名称或文件', example: '通用材料库' },
  datedText: { expected: '日期和说明', example: '2025年1月1日，承诺时限由12个工作日压减至8个工作日' },
  duration: { expected: '时限', example: '20个工作日' },
  citation: { expected: '带书名号的法规名称和条款', example: '《中华人民共和国行政许可法》第三十二条' },
  condition: { expected: '条件', example: '【经营面积】150平方米以上' },
  selection: { expected: '事项要满足的条件，或者“全部”', example: '事项类型为 行政许可' },
  branch: { expected: '条件和去向', example: '【审查结论】为 通过，转 制证送达' },
  placement: { expected: '环节和先后', example: '材料审查之后' },
  path: { expected: '事项和其中的名称，中间用“·”', example: '企业设立登记·营业执照' },
  paths: {
    expected: '用“、”隔开的“事项·名称”',
    example: '企业设立登记·住所使用证明、食品经营许可·经营场所证明',
  },
  goal: { expected: '压减的百分数', example: '不低于60%' },
  basis: { expected: '两个量，中间用“→”', example: '法定时限→承诺时限' },
  money: { expected: '金额', example: '50元／件' },
  premise: { expected: '前提', example: '【经营面积】为 80平方米' },
  event: { expected: '办理中发生的事', example: '2025年3月3日 提交申请' },
  assertion: { expected: '要核对的结论', example: '受理条件 满足' },
  continued: { expected: '与上一行同类的内容', example: '【经营面积】为 80平方米' },
}
