import { AUDIENCES } from '../../../model/terms.ts'
import { annotationDetails, detail } from '../details.ts'
import type { GuideBlock, GuideEntry, GuideSection } from '../guide-content.ts'
import type { GuideScope } from '../guide-rendering.ts'

/** 谁能办: for whom it is, and what must hold. */
export function whoSection({ matter, rendering, explain }: GuideScope): GuideSection {
  const { audiences, requirements } = matter
  const blocks: GuideBlock[] = []
  if (audiences.length > 0) {
    blocks.push({ kind: 'text', tone: 'lead', text: `${audiences.map((each) => AUDIENCES[each]).join('、')}可以办。` })
  }
  const components = rendering.made?.bundle.components ?? []
  if (components.length > 0) {
    const entries = components.map(
      ({ name, matter: own, when, after, ...rest }): GuideEntry => ({
        name,
        when: explain(when),
        details: [
          ...detail('来自', own === name ? undefined : own),
          ...detail('先办好', after.join('、')),
          ...annotationDetails(rest),
        ],
      }),
    )
    const hint = components.some(({ when }) => when !== undefined) ? '写着“仅限”的，符合的人才办。' : undefined
    blocks.push({ kind: 'entries', title: '这一件事包含', marks: 'none', entries, ...(hint !== undefined && { hint }) })
  }
  if (requirements.length > 0) {
    const entries = requirements.map(
      ({ name, rule, manualCheck, except, when, hint, ...rest }): GuideEntry => ({
        name,
        when: explain(when),
        details: [
          ...detail('也就是说', explain(rule)),
          ...detail('工作人员会看', manualCheck),
          ...except.flatMap((each) => detail('除外', explain(each))),
          ...detail('不符合的', hint),
          ...annotationDetails(rest),
        ],
      }),
    )
    blocks.push({ kind: 'entries', title: '要符合的条件', marks: 'number', entries })
  }
  if (blocks.length === 0)
    blocks.push({ kind: 'text', tone: 'note', text: '没有写明服务对象和受理条件，请向办理部门咨询。' })
  return { id: 'who', title: '谁能办', blocks }
}
