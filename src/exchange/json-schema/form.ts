import type { Truth } from '../../graph/evaluate-condition.ts'
import type { PlainFact } from '../../graph/read-plain-fact.ts'
import type { FactType } from '../../model/terms.ts'

/** What an applicant has filled in so far (填写的内容), by the ids of the fields. */
export interface FormAnswers {
  /** 是否 as true or false, 数 and 金额（元） as numbers, everything else as text. Empty text and null are no answers. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined
  /** Where a document is kept: a file's hash or number; true for one that is handed in at the window. */
  readonly materials?: Readonly<Record<string, unknown>> | undefined
}

/** Where a field stands (填写状态): to be filled in, filled in, or filled in wrongly. */
export type FieldState = 'open' | 'filled' | 'wrong'

/** How a field is best shown (控件). */
export type Widget = 'yesNo' | 'radio' | 'select' | 'number' | 'money' | 'text' | 'date' | 'duration' | 'upload'

/** One thing to be told (填写项). */
export interface AnswerField {
  readonly kind: 'answer'
  readonly id: string
  readonly name: string
  /** The question as the matter asks it, else the name. */
  readonly label: string
  readonly type: FactType
  readonly widget: Widget
  /** 取值; empty for other types. */
  readonly options: readonly string[]
  /** Of a 数 as written, of a 金额 元. */
  readonly unit?: string
  /** The units that a 时长 may be written in: 月, 年 … */
  readonly units?: readonly string[]
  /** 默认: counts where nothing is filled in. */
  readonly default?: PlainFact
  /** 来自: whose question it is, where another matter or a library asks it too. */
  readonly from?: { readonly owner: string; readonly fact: string }
  /** Without it the application is not complete. */
  readonly required: boolean
  readonly state: FieldState
  readonly value?: PlainFact
  /** What is wrong with the value, and what to do. */
  readonly problem?: string
}

/** How far a document has to be handed in (要不要交): 必须交, 可以后补, 可以不交, 还不一定. */
export type UploadNeed = 'required' | 'deferrable' | 'optional' | 'possible'

/** One document to be handed in (上传项). */
export interface UploadField {
  readonly kind: 'upload'
  readonly id: string
  readonly name: string
  readonly widget: 'upload'
  readonly code?: string
  /** 形式: 原件, 复印件, 电子件 … */
  readonly forms: readonly string[]
  /** 份数. */
  readonly copies?: string
  /** 来源 */
  readonly source?: string
  /** 容缺期限: how much later it may come. */
  readonly deferral?: string
  /** 受理标准, 样表 */
  readonly standard?: string
  readonly sample?: string
  /** 当: who has to hand it in, in plain words. */
  readonly when?: string
  readonly need: UploadNeed
  readonly state: FieldState
  readonly value?: string | true
  readonly problem?: string
}

/** 任选其一, 任选几项: some of several documents (任选项). */
export interface ChoiceField {
  readonly kind: 'choice'
  readonly id: string
  readonly name: string
  /** How many of them are needed. */
  readonly atLeast: number
  /** 当: who has to hand them in, in plain words. */
  readonly when?: string
  /** How many are still missing. */
  readonly missing: number
  readonly need: UploadNeed
  readonly state: FieldState
  readonly members: readonly UploadField[]
}

/** One field of a form (表单的一项). */
export type FormField = AnswerField | UploadField | ChoiceField

/** A part of a form (表单的一节): the questions that decide, what the application says, the documents. */
export interface FormSection {
  readonly id: 'questions' | 'details' | 'materials'
  readonly title: string
  readonly fields: readonly FormField[]
}

/** A form as it stands (表单): what is filled in, and of the rest only what is still needed. */
export interface Form {
  readonly matter: string
  /** True where it can be submitted: nothing is wrong and nothing that has to be there is missing. */
  readonly complete: boolean
  /** In the order in which to fill them in; those with nothing to show are left out. */
  readonly sections: readonly FormSection[]
  /** Whether the answers meet the conditions of acceptance, with those that fail. */
  readonly admission: {
    readonly verdict: Truth
    readonly failed: readonly { readonly name: string; readonly hint?: string }[]
  }
  /** 免提交: what the applicant need not bring. */
  readonly spared: readonly string[]
}
