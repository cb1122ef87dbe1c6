import { textWidth } from './text-width.ts'

/** How a text is set: its size, and whether it is bold. */
export interface TextSetting {
  /** Unit: CSS pixels. */
  readonly size: number
  readonly bold?: boolean
}

/** Marks that never begin a line, and those that never end one (禁则). */
const NOT_FIRST = '，。、；：？！）】》”’·—…'
const NOT_LAST = '（【《“‘'
const PREFERRED = '，。；、'

/** Breaks a text into lines no wider than so much (折行): behind a mark where one is near, never before a closing one. */
export function wrapText(text: string, width: number, { size, bold = false }: TextSetting): readonly string[] {
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  for (const character of text) {
    const wide = textWidth(character, size, bold)
    if (used + wide > width && line.length > 0) {
      const at = breakBefore(line, character)
      lines.push(line.slice(0, at).join(''))
      line = line.slice(at)
      used = textWidth(line.join(''), size, bold)
    }
    line.push(character)
    used += wide
  }
  if (line.length > 0) lines.push(line.join(''))
  return lines.map((each) => each.trim()).filter((each) => each !== '')
}

/** How many characters of a full line stay on it when this one comes next. */
function breakBefore(line: readonly string[], next: string): number {
  for (let at = line.length; at > (line.length * 2) / 3; at--) if (PREFERRED.includes(line[at - 1] ?? '')) return at
  const allowed = (at: number) => !NOT_FIRST.includes(line[at] ?? next) && !NOT_LAST.includes(line[at - 1] ?? '')
  const whole = (at: number) => !(isLatin(line[at - 1]) && isLatin(line[at] ?? next))
  for (let at = line.length; at > line.length / 2; at--) if (allowed(at) && whole(at)) return at
  for (let at = line.length; at > line.length / 2; at--) if (allowed(at)) return at
  return line.length
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\w.%-]/.test(character)
}

/** The same, in at most so many lines; what is left out is an ellipsis at the end. */
export function wrapAtMost(text: string, width: number, setting: TextSetting, most: number): readonly string[] {
  const lines = wrapText(text, width, setting)
  if (lines.length <= most) return lines
  const last = [...(lines[most - 1] ?? '')]
  const fits = () => textWidth(`${last.join('')}…`, setting.size, setting.bold) <= width
  while (last.length > 1 && !fits()) last.pop()
  return [...lines.slice(0, most - 1), `${last.join('')}…`]
}
