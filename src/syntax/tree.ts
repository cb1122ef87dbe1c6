import type { SourceFile } from '../base/source-file.ts'
import type { Span } from '../base/span.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** What the parser makes of one file: always a tree, however bad the text; `diagnostics` says what it could not use. */
export interface SyntaxTree {
  readonly source: SourceFile
  /** The top-level blocks (语言版本, 事项 …) in the order of the file. */
  readonly blocks: readonly SyntaxNode[]
  readonly diagnostics: readonly Diagnostic[]
}

/** One keyword line with its value and the lines attached to it. */
export interface SyntaxNode {
  /** Which construct of the keyword table the line is: `matter`, `material`, `material.necessity` … */
  readonly construct: string
  /** The keyword as it stands in the text; empty for a section that was opened implicitly. */
  readonly keyword: Span
  /** The value as it stands in the text, continuation lines included; empty when there is none. */
  readonly valueSpan: Span
  readonly value: Value
  readonly children: readonly SyntaxNode[]
  /** The table under a line that takes one (判定表, 例子). A table of entries is not here: its rows are nodes like others. */
  readonly table?: TableSyntax
}

/** A table of values (表格) as written: its heads, and one row below the other. */
export interface TableSyntax {
  readonly columns: readonly ColumnSyntax[]
  readonly rows: readonly TableRowSyntax[]
  readonly span: Span
}

/** One head of a table (表头): 经营面积（平方米）, →核查方式. */
export interface ColumnSyntax {
  readonly name: Name
  /** What stands in brackets behind the name. */
  readonly unit?: string
  /** True where the head begins with →. */
  readonly isOutput: boolean
  readonly span: Span
}

export interface TableRowSyntax {
  /** As many as there are columns. */
  readonly cells: readonly CellSyntax[]
  readonly span: Span
}

export interface CellSyntax {
  readonly text: string
  readonly span: Span
  readonly reading: CellReading
}

/** What a cell says (格子的内容). */
export type CellReading =
  /** — or nothing: whatever the value is. */
  | { readonly kind: 'any' }
  | { readonly kind: 'missing' }
  /** What the name of the column must meet: 不满50, 是, 甲、乙. */
  | { readonly kind: 'condition'; readonly condition: ConditionSyntax }
  | { readonly kind: 'operand'; readonly operand: OperandSyntax }
  /** What must come out, said of what stands at the head of the column: 8个工作日 under →承诺时限. */
  | { readonly kind: 'assertion'; readonly assertion: AssertionSyntax }

/** A name as written (`text`, blanks trimmed, continuation lines joined) and as compared (`key`, folded: width, blanks, invisible characters). */
export interface Name {
  readonly text: string
  readonly key: string
  readonly span: Span
}

/** An exact decimal as text: `"150"`, `"0.5"`. */
type Decimal = string

/** 事项·名称 as written (路径名): something of a component of a bundle. */
export interface PathSyntax {
  readonly owner: Name
  readonly part: Name
}

/** A time limit as written; `bareDay` is the bare word 日 or 天, whose unit the matter's counting profile decides. */
export type DurationSyntax =
  | {
      readonly unit: 'workday' | 'calendarDay' | 'bareDay' | 'month' | 'year' | 'hour' | 'minute'
      readonly amount: Decimal
    }
  | { readonly unit: 'instant' }
  | { readonly unit: 'unlimited' }

/** One time of an 实际用时 as written; one without a unit takes that of the others. */
export interface TimeTakenSyntax {
  readonly amount: Decimal
  readonly unit?: Exclude<DurationSyntax['unit'], 'instant' | 'unlimited'>
  /** 最短、最可能、最长 */
  readonly estimate?: 'least' | 'likely' | 'most'
  /** In how many cases it was seen: 12件. */
  readonly cases?: Decimal
}

/** A date as written, in the shape `YYYY-MM-DD`; whether the day exists is for the compiler to say. */
export type DateSyntax = string

/** One article of a citation: 第三十二条第一款第（二）项 or 附件3. */
export type ArticleSyntax =
  | { readonly article: number; readonly paragraph?: number; readonly item?: number }
  | { readonly appendix: number }

/** The right side of a comparison. */
export type OperandSyntax =
  | { readonly kind: 'number'; readonly amount: Decimal; readonly unit?: string; readonly span: Span }
  | { readonly kind: 'date'; readonly date: DateSyntax; readonly span: Span }
  | { readonly kind: 'duration'; readonly duration: DurationSyntax; readonly span: Span }
  | { readonly kind: 'money'; readonly amountFen: string; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'yesNo'; readonly value: boolean; readonly span: Span }
  /** A declared name, or a word that the type of the left side resolves (an option of an enumeration). */
  | { readonly kind: 'name'; readonly name: Name; readonly span: Span }
  | {
      readonly kind: 'shifted'
      readonly base: OperandSyntax
      readonly direction: 'later' | 'earlier'
      readonly duration: DurationSyntax
      readonly span: Span
    }

export type ComparisonOperator = 'eq' | 'ne' | 'ge' | 'le' | 'gt' | 'lt'

export interface RangeEnd {
  readonly value: OperandSyntax
  readonly inclusive: boolean
}

/** A condition (条件式) as written. */
export type ConditionSyntax =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly ConditionSyntax[]; readonly span: Span }
  | { readonly kind: 'not'; readonly operand: ConditionSyntax; readonly span: Span }
  | { readonly kind: 'name'; readonly name: Name; readonly span: Span }
  | {
      readonly kind: 'compare'
      readonly left: Name
      readonly operator: ComparisonOperator
      readonly right: OperandSyntax
      readonly span: Span
    }
  | {
      readonly kind: 'member'
      readonly left: Name
      readonly negated: boolean
      readonly values: readonly OperandSyntax[]
      readonly span: Span
    }
  | {
      readonly kind: 'range'
      readonly left: Name
      readonly lower?: RangeEnd
      readonly upper?: RangeEnd
      readonly span: Span
    }

/** What an 引用 pins (引用的版本): a version by its name, or the one in force on a day. */
export type PinSyntax =
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'day'; readonly date: DateSyntax }

/** What a 用例 takes as given (前提式). */
export type PremiseSyntax =
  | { readonly kind: 'condition'; readonly condition: ConditionSyntax }
  /** 按2024年6月1日的规定 */
  | { readonly kind: 'rulesOf'; readonly date: DateSyntax; readonly span: Span }
  /** 已提交、未提交 */
  | { readonly kind: 'materials'; readonly submitted: boolean; readonly names: readonly Name[] }

/** What happens to the case of a 用例 (事件式). */
export type EventSyntax =
  | {
      readonly kind: 'dated'
      readonly what: 'application' | 'acceptance' | 'closing'
      readonly date: DateSyntax
      readonly span: Span
    }
  /** 发生 专家评审，用时 12个工作日 */
  | { readonly kind: 'happens'; readonly name: Name; readonly duration?: DurationSyntax; readonly span: Span }
  /** 材料审查 用时 2个工作日; `span` is where the length of time stands. */
  | { readonly kind: 'took'; readonly name: Name; readonly duration: DurationSyntax; readonly span: Span }
  /** 决定 结果为 通过 */
  | { readonly kind: 'outcome'; readonly name: Name; readonly value: OperandSyntax }

/** The sets of names that a 用例 can speak of. */
export type SetSubject = 'failedRequirements' | 'neededFacts' | 'materials' | 'steps' | 'components' | 'outputs'
export type SetRelation = 'equals' | 'includes' | 'excludes'

/** What must come out of a 用例 (断言式). */
export type AssertionSyntax =
  | { readonly kind: 'acceptance'; readonly truth: 'yes' | 'no' | 'unknown' }
  | {
      readonly kind: 'set'
      readonly subject: SetSubject
      readonly relation: SetRelation
      readonly names: readonly Name[]
    }
  | { readonly kind: 'count'; readonly subject: SetSubject; readonly amount: Decimal }
  | { readonly kind: 'hints'; readonly relation: SetRelation; readonly texts: readonly string[] }
  | { readonly kind: 'together'; readonly names: readonly [Name, Name] }
  | {
      readonly kind: 'closing'
      readonly operator: ComparisonOperator
      readonly date: DateSyntax
      readonly span: Span
    }
  | {
      readonly kind: 'time'
      readonly subject: 'promised' | 'statutory' | 'counted' | 'cut'
      readonly operator: ComparisonOperator
      readonly duration: DurationSyntax
      readonly span: Span
    }
  | {
      readonly kind: 'ratio'
      readonly subject: 'time' | 'materials'
      readonly operator: ComparisonOperator
      readonly percent: Decimal
    }
  | { readonly kind: 'fee'; readonly operator: ComparisonOperator; readonly amountFen: Decimal }

/** A typed value; the construct's value kind says which one stands in a node. */
export type Value =
  /** A section head, which takes no value. */
  | { readonly kind: 'none' }
  /** Empty or unreadable; a diagnostic has already said so, and later passes stay silent about it. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: Name }
  | { readonly kind: 'names'; readonly names: readonly Name[] }
  | { readonly kind: 'path'; readonly path: PathSyntax }
  | { readonly kind: 'paths'; readonly paths: readonly PathSyntax[] }
  /** `id` is the English id that the construct gives the word. */
  | { readonly kind: 'enum'; readonly id: string }
  | { readonly kind: 'enums'; readonly ids: readonly string[] }
  | { readonly kind: 'yesNo'; readonly value: boolean }
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'count'; readonly amount: Decimal; readonly unit?: string }
  | { readonly kind: 'date'; readonly date: DateSyntax }
  /** 放假：日期至日期、日期 */
  | { readonly kind: 'dateRanges'; readonly ranges: readonly { readonly from: DateSyntax; readonly to: DateSyntax }[] }
  /** 引用：名称, which may be 名称（2025年第1版） or 名称（按2024年6月1日）: brackets may belong to the name. */
  | { readonly kind: 'import'; readonly name: Name; readonly pinned?: { readonly name: Name; readonly to: PinSyntax } }
  /** 引用：./库/材料.zw */
  | { readonly kind: 'importPath'; readonly path: string }
  /** 修订：日期，说明 */
  | { readonly kind: 'datedText'; readonly date: DateSyntax; readonly text: string }
  /** 时限, with 自…起至… where the construct allows a dated value. */
  | {
      readonly kind: 'duration'
      readonly duration: DurationSyntax
      readonly from?: DateSyntax
      readonly to?: DateSyntax
    }
  /** 实际用时：three estimates, or times as they were seen; never both. */
  | { readonly kind: 'timeTaken'; readonly times: readonly TimeTakenSyntax[] }
  /** `时限：【核查方式·核查时限】`: the limit comes from the output of a decision table. */
  | { readonly kind: 'reference'; readonly name: Name }
  | {
      readonly kind: 'citation'
      readonly title: string
      readonly qualifier?: string
      readonly articles: readonly ArticleSyntax[]
    }
  | { readonly kind: 'condition'; readonly condition: ConditionSyntax }
  /** 范围：事项类型为 行政许可; 全部 has no condition. */
  | { readonly kind: 'selection'; readonly condition?: ConditionSyntax }
  /** 如果：条件，转 目标 */
  | { readonly kind: 'branch'; readonly condition: ConditionSyntax; readonly target: Name }
  /** 位置：材料审查之后 */
  | { readonly kind: 'placement'; readonly step: Name; readonly where: 'before' | 'after' | 'beside' }
  /** 压减时限：不低于60%; `percent` is what stands before %, `sense` whether it is the cut or what remains. */
  | {
      readonly kind: 'goal'
      readonly operator: 'ge' | 'gt' | 'eq' | 'le' | 'lt'
      readonly percent: Decimal
      readonly sense: 'cut' | 'remaining'
    }
  /** 口径：法定时限→承诺时限, as the ids of the two quantities. */
  | { readonly kind: 'basis'; readonly before: string; readonly after: string }
  /** 标准：50元／件 */
  | { readonly kind: 'money'; readonly amountFen: string; readonly per?: string }
  | { readonly kind: 'premise'; readonly premise: PremiseSyntax }
  | { readonly kind: 'event'; readonly event: EventSyntax }
  | { readonly kind: 'assertion'; readonly assertion: AssertionSyntax }
  /** 任选其一：2项：甲、乙、丙 */
  | { readonly kind: 'choice'; readonly atLeast: number; readonly names: readonly Name[] }
