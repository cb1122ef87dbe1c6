import type { FactValue } from '../../../graph/fact-value.ts'
import { printFactValue } from '../../../graph/situation.ts'
import type { Fact, Situation } from '../../../model/application.ts'
import type { DecisionTable } from '../../../model/decision-table.ts'
import { annotationDetails, detail } from '../details.ts'
import type { GuideBlock, GuideEntry, GuideSection } from '../guide-content.ts'
import type { GuideScope } from '../guide-rendering.ts'
import { situationEffects } from './situation-effects.ts'

/** 常见情形: what is asked, what the answers lead to. Undefined where everybody is treated alike. */
export function situationsSection(scope: GuideScope): GuideSection | undefined {
  const { facts, situations, decisionTables } = scope.matter
  const blocks: GuideBlock[] = []
  if (situations.length > 0) {
    blocks.push({
      kind: 'entries',
      title: '您属于哪一种',
      marks: 'none',
      entries: situations.map((situation) => situationEntry(situation, scope)),
    })
  }
  if (facts.length > 0) {
    blocks.push({ kind: 'entries', title: '办的时候要填的', marks: 'none', entries: facts.map(factEntry) })
  }
  for (const table of decisionTables) blocks.push(...tableBlocks(table, scope))
  return blocks.length === 0 ? undefined : { id: 'situations', title: '常见情形', blocks }
}

function situationEntry({ name, when, ...rest }: Situation, scope: GuideScope): GuideEntry {
  return {
    name,
    details: [
      ...detail('是指', scope.explain(when)),
      ...situationEffects(name, scope.matter),
      ...annotationDetails(rest),
    ],
  }
}

function factEntry(fact: Fact): GuideEntry {
  const { name, type, options, unit, question, filledBy, from, ...rest } = fact
  return {
    name,
    ...(filledBy !== undefined && { tag: { word: '您不用填', tone: 'free' as const } }),
    details: [
      ...detail('', question),
      ...detail('可以选', options.join('、')),
      ...detail(
        '填',
        options.length > 0 ? undefined : `${ANSWERS[type]}${unit === undefined ? '' : `，单位是${unit}`}`,
      ),
      ...detail('谁来填', filledBy),
      ...detail('不填就是', fact.default),
      ...detail('已经填过的', from && `${from.owner}的“${from.fact}”`),
      ...annotationDetails(rest),
    ],
  }
}

const ANSWERS: Readonly<Record<Fact['type'], string>> = {
  boolean: '是或者否',
  option: '其中一个',
  number: '数字',
  text: '文字',
  date: '日期',
  duration: '时长',
  money: '金额',
}

/** More columns than this have no room on a phone: each row is told by itself. */
const MOST_COLUMNS = 4

function tableBlocks(table: DecisionTable, { say }: GuideScope): readonly GuideBlock[] {
  const { name, inputs, outputs, rules } = table
  const head = [...inputs, ...outputs.map((output) => output.name)]
  const rows = rules.map((rule) => [
    ...rule.inputs.map((input, column) => (input === null ? '都可以' : cellWords(say(input) ?? '', inputs[column]))),
    ...rule.outputs.map((output) => (output === null ? '—' : valueWords(output))),
  ])
  const notes = annotationDetails(table).map(({ label, text }) => `${label}：${text}`)
  const told: readonly GuideBlock[] =
    head.length <= MOST_COLUMNS
      ? [{ kind: 'table', caption: name, head, rows }]
      : [
          {
            kind: 'text',
            tone: 'note',
            text: `${name}：从${inputs.join('、')}得出${outputs.map((each) => each.name).join('、')}。`,
          },
          {
            kind: 'entries',
            title: name,
            marks: 'none',
            entries: rows.map((cells, index) => ({
              name: `第${index + 1}种`,
              details: cells.flatMap((text, column) => detail(head[column] ?? '', text)),
            })),
          },
        ]
  return [...told, ...notes.map((text): GuideBlock => ({ kind: 'text', tone: 'note', text }))]
}

/** The head of the column names the fact: its cells only say what holds of it. */
function cellWords(words: string, fact: string | undefined): string {
  const cut = words
    .split('，并且')
    .map((part) => (fact !== undefined && part.startsWith(fact) ? part.slice(fact.length) : part))
  return cut.every((part) => part !== '') ? cut.join('，并且') : words
}

function valueWords(value: FactValue): string {
  return value.kind === 'option' ? value.option : value.kind === 'text' ? value.text : printFactValue(value)
}
