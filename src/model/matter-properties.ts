import type { Fact } from './application.ts'
import type { Matter } from './matter.ts'
import { AUDIENCES, CASE_TYPES, LEVELS, MATTER_TYPES } from './terms.ts'

/** What can be asked of a matter when some are chosen among many (事项的要素). */
export type MatterProperty =
  /** Its words, of which one may be meant; `allowed` where the list of words is closed. */
  | {
      readonly type: 'words'
      readonly words: (matter: Matter) => readonly string[]
      readonly allowed?: readonly string[]
    }
  /** A number; undefined where it is not written. */
  | { readonly type: 'number'; readonly unit: string; readonly number: (matter: Matter) => number | undefined }
  | { readonly type: 'boolean'; readonly holds: (matter: Matter) => boolean }

/** The properties by which matters are chosen (可以筛选的要素), by the words of the language. */
export const MATTER_PROPERTIES: Readonly<Record<string, MatterProperty>> = {
  事项: { type: 'words', words: ({ name }) => [name] },
  编码: { type: 'words', words: ({ code }) => listed(code) },
  事项类型: closed(MATTER_TYPES, ({ type }) => listed(type)),
  办件类型: closed(CASE_TYPES, ({ caseType }) => listed(caseType)),
  行使层级: closed(LEVELS, ({ levels }) => levels),
  服务对象: closed(AUDIENCES, ({ audiences }) => audiences),
  实施主体: { type: 'words', words: ({ authority }) => listed(authority) },
  联办机构: { type: 'words', words: ({ coAuthorities }) => coAuthorities },
  主项: { type: 'words', words: ({ mainItem }) => listed(mainItem) },
  到现场次数: { type: 'number', unit: '次', number: ({ trips }) => trips },
  有法定时限: {
    type: 'boolean',
    holds: ({ statutoryLimits }) => statutoryLimits.some(({ limit }) => limit.unit !== 'unlimited'),
  },
}

/** The properties as what conditions over matters speak of, in place of facts. */
export const PROPERTY_FACTS: readonly Fact[] = Object.entries(MATTER_PROPERTIES).map(([name, property]) => {
  const rest = { sources: [], notes: [] }
  if (property.type === 'number') return { name, type: 'number', options: [], unit: property.unit, ...rest }
  if (property.type === 'boolean') return { name, type: 'boolean', options: [], ...rest }
  const { allowed } = property
  return { name, type: allowed === undefined ? 'text' : 'option', options: allowed ?? [], ...rest }
})

function closed<K extends string>(
  terms: Readonly<Record<K, string>>,
  idsOf: (matter: Matter) => readonly K[],
): MatterProperty {
  return {
    type: 'words',
    words: (matter) => idsOf(matter).map((id) => terms[id]),
    allowed: Object.values(terms),
  }
}

function listed<T>(one: T | undefined): readonly T[] {
  return one === undefined ? [] : [one]
}
