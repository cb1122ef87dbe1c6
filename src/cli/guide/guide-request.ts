import { CommandFailure } from '../command-failure.ts'
import { formatByEnding } from '../format-by-ending.ts'

/** The formats of guides (指南的格式), and how the names of their files end. */
export const GUIDE_EXTENSIONS = { md: '.md', html: '.html', json: '.json' } as const

const ENDINGS = { md: ['.md'], html: ['.html', '.htm'], json: ['.json'] } as const

/** The format of a guide (指南的格式). */
export type GuideFormat = keyof typeof GUIDE_EXTENSIONS

/** What the user asked for of guides (指南的选项). */
export interface GuideOptions {
  readonly format?: GuideFormat
  readonly output?: string
  readonly given: readonly string[]
  readonly start?: string
  readonly asOf?: string
  readonly checklist?: true
  readonly all?: true
  readonly json?: true
}

/** The format that is meant: as named, else as the file is called, else Markdown, which reads well in a terminal. */
export function formatOf({ format, output, json, all }: GuideOptions): GuideFormat {
  if (json) {
    if (format !== undefined && format !== 'json') throw new CommandFailure(`--json 和 --format ${format} 只写一个`)
    return 'json'
  }
  if (format !== undefined) return format
  if (all) return 'html'
  return formatByEnding(output, ENDINGS) ?? 'md'
}
