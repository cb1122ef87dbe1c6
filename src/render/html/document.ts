import { type Content, html, verbatim } from './html.ts'
import { STYLE } from './style.ts'

/** A whole file for a browser (网页文件). */
export interface HtmlDocument {
  readonly title: string
  readonly body: Content
  /** What the page has beside the common style. */
  readonly style?: string
  readonly script?: string
}

/** Writes the file. Nothing is fetched from anywhere, whatever a text says; without a script none can run. */
export function writeDocument({ title, body, style = '', script }: HtmlDocument): string {
  const scripts = script === undefined ? '' : " script-src 'unsafe-inline';"
  const policy = `default-src 'none'; style-src 'unsafe-inline';${scripts} base-uri 'none'; form-action 'none'`
  const { markup } = html`<html lang="zh-CN"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="${policy}"><title>${title}</title><style>${verbatim(STYLE + style)}</style></head>
    <body>${body}${script === undefined ? null : html`<script>${verbatim(script)}</script>`}</body></html>`
  return `<!doctype html>\n${markup}\n`
}

/** What every page ends with: who made it. */
export function renderFooter(version: string | undefined): Content {
  return html`<footer><p>由 zhengwu${version === undefined ? null : ` ${version}`} 核算。数字都可以用同样的文件和日期重新算出。</p></footer>`
}
