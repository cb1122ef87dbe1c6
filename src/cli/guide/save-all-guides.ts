import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import packageJson from '../../../package.json' with { type: 'json' }
import type { CompiledWorkspace } from '../../compile/compiled.ts'
import { type GuideLink, renderGuideIndex, renderGuideIndexMarkdown } from '../../render/guide/guide-index.ts'
import { CommandFailure } from '../command-failure.ts'
import { findMatter } from '../find-matter.ts'
import { freeName } from '../free-name.ts'
import type { CliIo } from '../io.ts'
import { createProgress } from '../progress.ts'
import { writeResult } from '../write-file.ts'
import { GUIDE_EXTENSIONS, type GuideFormat, type GuideOptions } from './guide-request.ts'
import { type GuideDesk, writeGuide } from './write-guide.ts'

/** What came of writing many guides: how many, and why some could not be written. */
export interface SavedGuides {
  readonly count: number
  readonly refused: readonly string[]
}

/** Writes the guides of all matters and 一件事 into a folder, with a list of them (一批指南). */
export async function saveAllGuides(
  workspace: CompiledWorkspace,
  folder: string,
  format: GuideFormat,
  options: Pick<GuideOptions, 'start'>,
  desk: GuideDesk,
  io: CliIo,
): Promise<SavedGuides> {
  const place = resolve(io.cwd, folder)
  if (!existsSync(place) || !statSync(place).isDirectory()) {
    throw new CommandFailure(`没有文件夹“${folder}”；请先新建，再写 -o ${folder}`)
  }
  const names = [...new Set([...workspace.bundles.keys(), ...workspace.matters.keys()])]
  const progress = createProgress(io, '写指南', names.length)
  // The list has its own name, which no guide may take.
  const taken = new Set([`index${GUIDE_EXTENSIONS[format]}`])
  const links: GuideLink[] = []
  const refused: string[] = []
  for (const name of names) {
    try {
      const named = findMatter(name, workspace)
      const text = await writeGuide(named, format, { given: [], ...options }, desk)
      const file = freeName(name, GUIDE_EXTENSIONS[format], taken)
      writeResult(join(folder, file), text, io.cwd)
      links.push({ matter: named.matter, href: encodeURIComponent(file), isBundle: named.bundle !== undefined })
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error
      refused.push(error.message)
    }
    progress.step()
  }
  progress.done()
  const index = indexOf(links, format, desk)
  if (index !== undefined) writeResult(join(folder, `index${GUIDE_EXTENSIONS[format]}`), index, io.cwd)
  return { count: links.length, refused }
}

function indexOf(links: readonly GuideLink[], format: GuideFormat, { asOf }: GuideDesk): string | undefined {
  if (format === 'html') return renderGuideIndex(links, { asOf, version: packageJson.version })
  return format === 'md' ? renderGuideIndexMarkdown(links) : undefined
}
