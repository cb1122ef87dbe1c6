import { foldKey } from './fold.ts'
import type { Scope } from './scope.ts'
import type { Name } from './tree.ts'
import { AUDIENCES, CASE_TYPES, LEVELS, MATTER_TYPES, type Words } from './words.ts'

/**
 * The properties of a matter that 范围 can ask about (可以筛选的要素), with the words of each whose list is closed. They are
 * those of src/model/matter-properties.ts; a test proves that both agree.
 */
export const PROPERTY_WORDS: Readonly<Record<string, Words | undefined>> = {
  事项: undefined,
  编码: undefined,
  事项类型: MATTER_TYPES,
  办件类型: CASE_TYPES,
  行使层级: LEVELS,
  服务对象: AUDIENCES,
  实施主体: undefined,
  联办机构: undefined,
  主项: undefined,
  到现场次数: undefined,
  有法定时限: undefined,
}

const keys = Object.keys(PROPERTY_WORDS)
const options = Object.entries(PROPERTY_WORDS).map(
  ([word, words]) =>
    [
      foldKey(word),
      new Set(
        words &&
          Object.values(words)
            .flat()
            .map((each) => foldKey(each)),
      ),
    ] as const,
)

/** What a condition over matters may name: their properties as facts, the closed words as options of these. */
export const PROPERTY_SCOPE: Scope = {
  names: new Map([
    ['facts', namesOf(keys)],
    ['options', namesOf(options.flatMap(([, known]) => [...known]))],
  ]),
  options: new Map(options.filter(([, known]) => known.size > 0)),
  units: new Set(['次']),
  incomplete: false,
  tableOutputs: [],
  phrases: undefined,
}

function namesOf(words: readonly string[]): ReadonlyMap<string, Name> {
  return new Map(words.map((text) => [foldKey(text), { text, key: foldKey(text), span: { start: 0, end: 0 } }]))
}
