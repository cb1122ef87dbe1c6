import { keysOf } from '../../base/keys-of.ts'
import { UNIT_WORDS } from '../../calendar/duration.ts'
import { defaultOf, unitOf, unitWords, widgetOf } from './answer-field.ts'
import { DATE_PATTERN } from './date-pattern.ts'
import type { JsonSchema } from './json-schema.ts'
import type { PreparedFact } from './prepare-form.ts'

const LINE_ENDS = String.raw`\n\v\f\r\u0085\u2028\u2029`

/** One thing to be told, as JSON Schema (信息的JSON Schema). `order` is its place in the form. */
export function factSchemaOf(prepared: PreparedFact, order: number): JsonSchema {
  const { fact, decides } = prepared
  const { name, question } = fact
  const unit = unitOf(fact)
  const units = unitWords(prepared)
  const fallback = defaultOf(prepared)
  const counted = unit === undefined ? '' : `（${unit}）`
  return {
    ...valueSchemaOf(prepared),
    description: `${name}${counted}${question === undefined ? '' : `：${question}`}`,
    ...(fallback !== undefined && { default: fallback }),
    'x-ui': {
      title: name,
      ...(question !== undefined && { label: question }),
      widget: widgetOf(fact),
      group: decides ? 'questions' : 'details',
      order,
      ...(unit !== undefined && { unit }),
      ...(units !== undefined && { units }),
      ...(fact.filledBy !== undefined && { filledBy: fact.filledBy }),
      ...(fact.from !== undefined && { from: fact.from }),
    },
  }
}

/** What an answer can be. */
function valueSchemaOf({ fact, units }: PreparedFact): JsonSchema {
  switch (fact.type) {
    case 'boolean':
      return { type: 'boolean' }
    case 'option':
      return { type: 'string', enum: [...new Set(fact.options)] }
    case 'number':
    case 'money':
      return { type: 'number', minimum: 0 }
    case 'text':
      return { type: 'string', maxLength: 2000, pattern: `^[^${LINE_ENDS}]*[^\\s${LINE_ENDS}][^${LINE_ENDS}]*$` }
    case 'date':
      return { type: 'string', format: 'date', pattern: DATE_PATTERN }
    case 'duration':
      return { type: 'string', pattern: durationPattern(new Set(units ?? keysOf(UNIT_WORDS))) }
  }
}

function durationPattern(units: ReadonlySet<keyof typeof UNIT_WORDS>): string {
  const fixed = (['instant', 'unlimited'] as const).filter((unit) => units.has(unit)).map((unit) => UNIT_WORDS[unit])
  const counted = [...units]
    .filter((unit) => unit !== 'instant' && unit !== 'unlimited')
    .map((unit) => UNIT_WORDS[unit])
  const amounts = counted.length === 0 ? [] : [String.raw`\d{1,999}(?:\.\d{1,999})?个?(?:${counted.join('|')})`]
  return `^(?:${[...fixed, ...amounts].join('|')})$`
}
