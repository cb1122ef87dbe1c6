import type { Matter } from '../../model/matter.ts'
import { foldKey } from '../../syntax/fold.ts'

/** One element of a matter that 统一 and 允许细化 can name (要素). */
interface ElementRow {
  /** What people call it; the first word is the usual one. */
  readonly words: readonly [string, ...string[]]
  /** The fields of the model that hold it; none where it is a part of another element. */
  readonly fields: readonly (keyof Matter)[]
  /** The lines that state it. */
  readonly constructs: readonly string[]
}

const ROWS = {
  name: { words: ['名称', '事项名称'], fields: [], constructs: [] },
  code: { words: ['编码', '基本编码', '事项编码'], fields: [], constructs: ['matter.code'] },
  type: { words: ['事项类型', '类型'], fields: ['type'], constructs: ['matter.type'] },
  caseType: { words: ['办件类型'], fields: ['caseType'], constructs: ['matter.caseType'] },
  audiences: { words: ['服务对象', '办理对象'], fields: ['audiences'], constructs: ['matter.audiences'] },
  mainItem: { words: ['主项'], fields: ['mainItem'], constructs: ['matter.mainItem'] },
  businessItem: { words: ['业务办理项'], fields: ['businessItem'], constructs: ['matter.businessItem'] },
  trips: { words: ['到现场次数', '跑动次数', '跑动'], fields: ['trips'], constructs: ['matter.trips'] },
  profile: { words: ['计算规则'], fields: ['profile'], constructs: ['matter.profile'] },
  transition: { words: ['过渡'], fields: ['transition'], constructs: ['matter.transition'] },
  sources: { words: ['依据', '设定依据', '实施依据', '法律依据'], fields: ['sources'], constructs: ['source'] },
  facts: { words: ['申报信息', '信息'], fields: ['facts'], constructs: ['facts'] },
  situations: { words: ['情形', '办理情形'], fields: ['situations'], constructs: ['situation'] },
  requirements: { words: ['受理条件', '申请条件', '条件'], fields: ['requirements'], constructs: ['requirements'] },
  materials: {
    words: ['申请材料', '材料', '申报材料'],
    fields: ['materials', 'materialChoices'],
    constructs: ['materials'],
  },
  flow: { words: ['办理环节', '环节', '办理流程', '办理程序'], fields: ['flow'], constructs: ['steps'] },
  stepLimits: { words: ['环节时限'], fields: [], constructs: [] },
  supplements: { words: ['补正'], fields: ['supplements'], constructs: ['supplement'] },
  specialProcedures: { words: ['特别程序'], fields: ['specialProcedures'], constructs: ['specialProcedure'] },
  extensions: { words: ['延长'], fields: ['extensions'], constructs: ['extension'] },
  statutoryLimits: {
    words: ['法定时限', '法定办结时限', '法定期限'],
    fields: ['statutoryLimits'],
    constructs: ['statutoryLimit'],
  },
  promisedLimits: {
    words: ['承诺时限', '承诺办结时限', '承诺期限'],
    fields: ['promisedLimits'],
    constructs: ['promisedLimit'],
  },
  fees: { words: ['收费', '收费标准'], fields: ['fees'], constructs: ['fee'] },
  channels: { words: ['渠道', '办理渠道'], fields: ['channels'], constructs: ['channels'] },
  outputs: { words: ['结果', '办理结果', '审批结果'], fields: ['outputs'], constructs: ['output'] },
} as const satisfies Readonly<Record<string, ElementRow>>

/** An element of a matter that 统一 and 允许细化 can name (要素). */
export type ElementId = keyof typeof ROWS

/** All elements by their id. */
export const ELEMENTS: { readonly [E in ElementId]: ElementRow } = ROWS

const BY_WORD: ReadonlyMap<string, ElementId> = new Map(
  idsOf().flatMap((id) => ELEMENTS[id].words.map((word) => [word, id] as const)),
)

const WORDS_BY_LENGTH: readonly string[] = [...BY_WORD.keys()].sort((a, b) => b.length - a.length)

/** The element that a word of 统一 names. */
export function elementNamed(word: string): ElementId | undefined {
  return BY_WORD.get(foldKey(word))
}

/** The element with whose name a text begins, and what stands behind it: 承诺时限只减不增. */
export function elementAtStart(text: string): { readonly element: ElementId; readonly rest: string } | undefined {
  const key = foldKey(text)
  const word = WORDS_BY_LENGTH.find((each) => key.startsWith(each))
  const element = word === undefined ? undefined : BY_WORD.get(word)
  return word === undefined || element === undefined ? undefined : { element, rest: key.slice(word.length) }
}

function idsOf(): readonly ElementId[] {
  return Object.keys(ROWS).filter((id): id is ElementId => Object.hasOwn(ROWS, id))
}
