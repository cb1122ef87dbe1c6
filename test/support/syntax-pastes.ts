/** What Word, WPS, WeChat, PDF files and spreadsheets do to a text on its way to us (粘贴变形), each as one function. */
export const PASTES: Readonly<Record<string, (text: string) => string>> = {
  'indentation stripped': (text) => eachLine(text, (line) => line.trimStart()),
  'first-line indent of two ideographic spaces': (text) => eachLine(text, (line) => `　　${line.trimStart()}`),
  'tabs mixed with spaces': (text) =>
    eachLine(text, (line, i) => (i % 2 === 0 ? line : line.replace(/^ +/, (blanks) => '\t'.repeat(blanks.length / 2)))),
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'everything full width': (text) =>
    mapUnits(text, (code) => (code === 0x20 ? 0x3000 : code > 0x20 && code < 0x7f ? code + 0xfee0 : code)),
  'everything half width': (text) =>
    mapUnits(text, (code) => (code === 0x3000 ? 0x20 : code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code)),
  'official numbering': (text) =>
    eachLine(text, (line, i) => line.replace(/^ */, (blanks) => blanks + (NUMBERINGS[i % NUMBERINGS.length] ?? ''))),
  bullets: (text) =>
    eachLine(text, (line, i) => line.replace(/^ */, (blanks) => blanks + (BULLETS[i % BULLETS.length] ?? ''))),
  'zero-width characters': (text) => text.replace(/([\u4e00-\u9fff]{2})(?=[\u4e00-\u9fff：])/g, '$1\u200b'),
  'byte order mark and CRLF': (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  'soft breaks of Word': (text) => text.replaceAll('\n', '\u000b'),
  'hard wrap at 40': (text) => text.split('\n').flatMap(wrapAt40).join('\n'),
  'sentence marks at line ends': (text) => eachLine(text, (line, i) => line + (i % 2 === 0 ? '。' : '；')),
  'Kangxi radicals': (text) => mapUnits(text, (code) => KANGXI.get(code) ?? code),
  'spaces round colons': (text) => eachLine(text, (line) => line.replace(/：/, ' ： ')),
  'blank lines removed': (text) => text.replace(/\n{2,}/g, '\n'),
  'blank line after each line': (text) => text.replaceAll('\n', '\n\n'),
}

const NUMBERINGS = ['一、', '（一）', '1.', '（1）', '①', '1.1 ', '十二、', '2）']
const BULLETS = ['• ', '· ', '●', '■ ', '- ', '— ', '\uf06c ', '* ']

const KANGXI: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 0x2fd6 - 0x2f00 }, (_, i) => 0x2f00 + i).map((radical) => [
    String.fromCharCode(radical).normalize('NFKC').charCodeAt(0),
    radical,
  ]),
)

function eachLine(text: string, change: (line: string, index: number) => string): string {
  return text
    .split('\n')
    .map((line, i) => (line.trim() === '' ? line : change(line, i)))
    .join('\n')
}

function mapUnits(text: string, change: (code: number) => number): string {
  return text.replace(/[^\n]/g, (unit) => String.fromCharCode(change(unit.charCodeAt(0))))
}

function wrapAt40(line: string): readonly string[] {
  const pieces: string[] = []
  for (let at = 0; at === 0 || at < line.length; at += 40) pieces.push(line.slice(at, at + 40))
  return pieces
}
