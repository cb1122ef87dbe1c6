import type { Matter } from '../../model/matter.ts'
import { composeChecklist, composeGuide } from './compose-guide.ts'
import type { Guide } from './guide-content.ts'
import type { GuideRendering } from './guide-rendering.ts'
import { markdownBlock, markdownText } from './markdown.ts'

/** Writes the guide of a matter as Markdown (办事指南，Markdown): the same words as the page, without pictures. */
export function renderGuideMarkdown(matter: Matter, rendering: GuideRendering = {}): string {
  return writeMarkdown(composeGuide(matter, rendering))
}

/** Writes one applicant's list as Markdown (个人办事清单，Markdown), with boxes to tick off. */
export function renderChecklistMarkdown(matter: Matter, rendering: GuideRendering): string {
  return writeMarkdown(composeChecklist(matter, rendering))
}

function writeMarkdown({ title, category, owner, glance, sections }: Guide): string {
  const about = [category, ...owner].map(markdownText).join(' · ')
  const figures = glance.map(({ label, value, note }) => {
    return `| ${markdownText(label)} | ${markdownText(value)}${note === undefined ? '' : `（${markdownText(note)}）`} |`
  })
  const parts = [
    `# ${markdownText(title)}`,
    about,
    ...(figures.length === 0 ? [] : [['| 一眼看懂 | |', '| --- | --- |', ...figures].join('\n')]),
    ...sections.flatMap((section) => [
      `## ${markdownText(section.title)}`,
      ...section.blocks.flatMap((block) => markdownBlock(block) ?? []),
    ]),
  ]
  return `${parts.join('\n\n')}\n`
}
