import { printInstant } from 'zhengwu/engine'
import { type ApplicantChecklist, compileChecklist, renderChecklistHtml, renderGuideHtml } from 'zhengwu/guide'
import { renderFlowSvg } from 'zhengwu/render/flow'
import type { Service } from './catalogue.ts'
import { factsOfDraft } from './journey.ts'
import type { Office } from './office.ts'
import type { Draft } from './store.ts'

/** 今天申请，照他的回答，哪天办完、收多少钱。 */
export function checklistOf(office: Office, service: Service, draft: Draft): ApplicantChecklist {
  const date = printInstant(office.now()).slice(0, 10)
  return compileChecklist(service.definition, {
    facts: new Map(Object.entries(factsOfDraft(service, draft))),
    start: { date, calendar: office.calendar },
  })
}

/** 打印用的清单。 */
export function checklistPage(office: Office, service: Service, draft: Draft): string {
  const start = { date: printInstant(office.now()).slice(0, 10), calendar: office.calendar }
  return renderChecklistHtml(service.definition.matter, { start, checklist: checklistOf(office, service, draft) })
}

/** 办事指南全文。 */
export async function guidePage({ calendar, now }: Office, { definition, bundled }: Service): Promise<string> {
  const { matter, graph } = definition
  const drawn = { graph, bundle: bundled, framed: false }
  return renderGuideHtml(matter, {
    start: { date: printInstant(now()).slice(0, 10), calendar },
    flowSvg: await renderFlowSvg(matter, drawn),
    narrowFlowSvg: await renderFlowSvg(matter, { ...drawn, size: 'narrow', idPrefix: 'narrow' }),
  })
}
