import { pathName } from '../../../analysis/bundle/component.ts'
import { groupBy } from '../../../base/group-by.ts'
import { printLegalSource } from '../../../model/print-legal-source.ts'
import { renderDate } from '../../chinese-date.ts'
import { detail } from '../details.ts'
import type { GuideBlock, GuideSection } from '../guide-content.ts'
import type { GuideScope } from '../guide-rendering.ts'

/** 事项之间怎样流转: which result of a 一件事 is used by which other. Undefined for a matter by itself. */
export function feedsSection({ rendering }: GuideScope): GuideSection | undefined {
  const feeds = rendering.made?.bundled.feeds ?? []
  if (feeds.length === 0) return undefined
  const byOutput = groupBy(feeds, ({ from, output }) => pathName(from, output))
  const rows = [...byOutput.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [[first.output, first.from, [...new Set(group.map(({ to }) => to))].join('、')]]
  })
  return {
    id: 'feeds',
    title: '部门之间传什么',
    blocks: [
      { kind: 'text', tone: 'lead', text: '前一项办出的结果由部门之间传递，您不用再交。' },
      { kind: 'table', caption: '结果的去处', head: ['结果', '办出它的', '用它的'], rows },
    ],
  }
}

/** 依据和说明 */
export function aboutSection({ matter, rendering }: GuideScope): GuideSection {
  const { sources, notes, version, effectiveFrom, effectiveTo, mainItem, businessItem, checkedOn, revisions } = matter
  const lines = [
    ...detail('编码', matter.code),
    ...detail('主项', mainItem),
    ...detail('业务办理项', businessItem),
    ...detail('版本', version),
    ...detail('施行', effectiveFrom && `${renderDate(effectiveFrom)}起`),
    ...detail('失效', effectiveTo && `${renderDate(effectiveTo)}以后`),
    ...revisions.flatMap(({ date, text }) => detail(`${renderDate(date)}修订`, text)),
    ...detail('修订时在办的', matter.transition && TRANSITIONS[matter.transition]),
    ...detail('核对', checkedOn && renderDate(checkedOn)),
    ...detail('按哪一天的规定', rendering.asOf && renderDate(rendering.asOf)),
  ]
  const blocks: GuideBlock[] = []
  if (sources.length > 0) {
    const entries = sources.map((source) => ({ name: printLegalSource(source), details: [] }))
    blocks.push({ kind: 'entries', title: '依据', marks: 'number', entries })
  }
  if (notes.length > 0) {
    const entries = notes.map((name) => ({ name, details: [] }))
    blocks.push({ kind: 'entries', title: '说明', marks: 'none', entries })
  }
  if (lines.length > 0) {
    blocks.push({ kind: 'table', caption: '这份指南', head: [], rows: lines.map(({ label, text }) => [label, text]) })
  }
  if (blocks.length === 0) blocks.push({ kind: 'text', tone: 'note', text: '没有写明依据。' })
  return { id: 'basis', title: '依据和说明', blocks }
}

/** Which version the cases go by that are under way when the rules change (过渡). */
const TRANSITIONS = {
  atAcceptance: '按受理时的规定办',
  newRules: '按新规定办',
  shorter: '新旧规定里哪个时限短按哪个',
} as const
