/** Marks that never begin a line, and those that never end one (行首行尾禁则). */
const NOT_FIRST = '，。、；：？！）】》〉〕」』”’·—…%％'
const NOT_LAST = '（【《〈〔「『“‘'

/** Marks behind which a line ends well. */
const PREFERRED = '，。；、→'

/** How lines are broken (折行). */
export interface LineBreaking {
  /** Unit: that of `measure`. */
  readonly width: number
  /** How wide a character is. */
  readonly measure: (character: string) => number
  /** The share of a line that must be filled for it to end early behind a mark. */
  readonly filled: number
}

/**
 * Breaks a text into lines no wider than so much (折行): behind a mark where one is near enough, never before a closing one,
 * inside a number or a Latin word only where nothing else is left. A character that is wider than a line stands alone.
 */
export function breakLines(text: string, { width, measure, filled }: LineBreaking): readonly string[] {
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  for (const character of text) {
    const wide = measure(character)
    if (used + wide > width && line.length > 0) {
      const at = breakBefore(line, character, filled)
      lines.push(line.slice(0, at).join(''))
      line = line.slice(at)
      used = line.reduce((sum, each) => sum + measure(each), 0)
    }
    line.push(character)
    used += wide
  }
  if (line.length > 0) lines.push(line.join(''))
  return lines
}

/** How many characters of a full line stay on it when this one comes next. */
function breakBefore(line: readonly string[], next: string, filled: number): number {
  const isAllowed = (at: number) => !NOT_FIRST.includes(line[at] ?? next) && !NOT_LAST.includes(line[at - 1] ?? '')
  const isWhole = (at: number) => !(isLatin(line[at - 1]) && isLatin(line[at] ?? next))
  const last = (least: number, does: (at: number) => boolean) => {
    for (let at = line.length; at > line.length * least; at--) if (isAllowed(at) && does(at)) return at
    return undefined
  }
  return (
    last(filled, (at) => PREFERRED.includes(line[at - 1] ?? '')) ??
    last(1 / 2, isWhole) ??
    last(1 / 2, () => true) ??
    line.length
  )
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\w.%-]/.test(character)
}
