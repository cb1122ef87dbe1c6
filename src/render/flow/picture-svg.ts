import { hashText } from '../../graph/hash-text.ts'
import type { Matter } from '../../model/matter.ts'
import { type Html, html, verbatim, visibleText } from '../html/html.ts'

/** A picture as a document of its own (图片). */
export interface PictureSvg {
  readonly className: string
  /** Ids are unique on a page, also where it has several pictures. */
  readonly id: string
  /** Unit: CSS pixels. */
  readonly width: number
  /** Unit: CSS pixels. */
  readonly height: number
  readonly title: string
  /** All that can be seen, for those who do not see it. */
  readonly description: string
  readonly style: string
}

/** The id of a picture of a matter: the same matter gives the same bytes. */
export function pictureId({ name, version }: Matter, kind: string): string {
  return `zw-${hashText(`${kind}${name} ${version ?? ''}`).slice(0, 8)}`
}

/** Writes what is drawn as SVG on paper of its own (写成SVG). */
export function writePictureSvg(picture: PictureSvg, drawn: Html): string {
  const { className, id, width, height, title, description, style } = picture
  const { markup } =
    html`<svg xmlns="http://www.w3.org/2000/svg" class="${className}" role="img" aria-labelledby="${id}-title ${id}-text" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="zh-CN">
    <title id="${id}-title">${visibleText(title)}</title><desc id="${id}-text">${description}</desc>
    <style>${verbatim(style)}</style><rect class="paper" width="100%" height="100%"/>
    ${drawn}</svg>`
  return `${markup}\n`
}
