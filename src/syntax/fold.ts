import { TRADITIONAL_PAIRS } from './traditional-data.ts'

/**
 * What folding does with one UTF-16 unit (折叠): texts that differ only in width, blanks, invisible characters or
 * compatibility forms count as the same. Offsets and the official wording are never changed; only keys are folded.
 */
const PLAIN = 0
/** Another unit of the same meaning: `（` → `(`, `：` → `:`, `Ａ` → `A`. */
const WIDTH = 1
/** A blank: space, TAB, U+3000, NBSP and their kin. */
export const BLANK = 2
/** Nothing to see: zero-width characters, bidirectional controls, byte order mark, variation selectors. */
export const INVISIBLE = 3
/** A Kangxi radical or compatibility ideograph that stands for an ordinary character, or a sign for several (㎡). */
export const COMPATIBLE = 4
/** The traditional form of a character that the language's own words use. */
export const TRADITIONAL = 5
/** Ends a line: LF, CR, U+000B (Word's soft break), U+000C, U+0085, U+2028, U+2029. */
export const LINE_END = 6
/** A character that scanners and input methods put in place of one that looks the same. */
export const CONFUSABLE = 7

const kinds = new Uint8Array(0x10000)
const folded = new Uint16Array(0x10000)

/** Signs that stand for several characters. */
const SIGNS: ReadonlyMap<number, string> = new Map(
  [
    ['㎡', '平方米'],
    ['㎥', '立方米'],
    ['㎞', '公里'],
    ['㎏', '公斤'],
    ['㎎', '毫克'],
    ['℃', '摄氏度'],
  ].map(([sign = '', words = '']) => [sign.charCodeAt(0), words]),
)

/** Marks that count as the same, first the one they fold to. Brackets of names count as one class. */
const MARK_CLASSES = [
  '[【〔［「『〖',
  ']】〕］」』〗',
  '"“”„‟″',
  "'‘’‛′",
  '、､﹑',
  '。｡',
  ',，﹐',
  ':：﹕︰∶',
  ';；﹔',
  '.．﹒',
  '·•‧・･',
  '-—–―－─‐‑‒﹣',
  '~～〜∼',
  '(（﹙',
  ')）﹚',
  '%％﹪',
  '→➔➜⇒⟶',
  '《«',
  '》»',
]

/** Rare characters, each followed by the usual one that it is mistaken for. */
const CONFUSABLES =
  '囗口囘回曰日巳已戸户髙高ロ口ニ二ハ八カ力エ工タ夕ト卜ー一㇐一ㄧ一' +
  // Cyrillic and Greek letters that look like Latin ones.
  'АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXаaсcеeіiјjоoрpѕsхxуyΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo'

/** CJK radicals of the supplement block that PDF files put in place of characters and that NFKC leaves alone. */
const RADICALS =
  '⺁厂⺊卜⺋㔾⺌小⺒巳⺓幺⺕彐⺖忄⺘扌⺙攵⺛旡⺝月⺟母⺠民⺡氵⺣灬⺤爪⺥爪⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罒⺲罒⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀'

function setRange(from: number, to: number, kind: number): void {
  kinds.fill(kind, from, to + 1)
}

function fillTables(): void {
  for (let code = 0; code < 0x10000; code++) folded[code] = code
  for (const [from, to] of [
    [0x09, 0x09],
    [0x20, 0x20],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x2000, 0x200a],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
  ] as const) {
    setRange(from, to, BLANK)
    folded.fill(0x20, from, to + 1)
  }
  for (const [from, to] of [
    [0x00, 0x08],
    [0x0e, 0x1f],
    [0x7f, 0x84],
    [0x86, 0x9f],
    [0xad, 0xad],
    [0x34f, 0x34f],
    [0x61c, 0x61c],
    [0x180b, 0x180f],
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x206f],
    [0x3164, 0x3164],
    [0xfe00, 0xfe0f],
    [0xfeff, 0xfeff],
    [0xffa0, 0xffa0],
    [0xfff9, 0xfffb],
  ] as const) {
    setRange(from, to, INVISIBLE)
  }
  setRange(0x0a, 0x0d, LINE_END)
  for (const code of [0x85, 0x2028, 0x2029]) kinds[code] = LINE_END
  for (let code = 0xff01; code <= 0xff5e; code++) setSame(code, code - 0xfee0)
  for (const marks of MARK_CLASSES) {
    for (let i = 1; i < marks.length; i++) setSame(marks.charCodeAt(i), marks.charCodeAt(0))
  }
  for (const [from, to] of [
    [0x2f00, 0x2fd5],
    [0xf900, 0xfad9],
  ] as const) {
    for (let code = from; code <= to; code++)
      setCompatible(code, String.fromCharCode(code).normalize('NFKC').charCodeAt(0))
  }
  for (let i = 0; i + 1 < RADICALS.length; i += 2) setCompatible(RADICALS.charCodeAt(i), RADICALS.charCodeAt(i + 1))
  for (const sign of SIGNS.keys()) kinds[sign] = COMPATIBLE
  for (let i = 0; i + 1 < TRADITIONAL_PAIRS.length; i += 2) kinds[TRADITIONAL_PAIRS.charCodeAt(i)] = TRADITIONAL
  for (let i = 0; i + 1 < CONFUSABLES.length; i += 2) kinds[CONFUSABLES.charCodeAt(i)] = CONFUSABLE
}

function setSame(code: number, to: number): void {
  kinds[code] = WIDTH
  folded[code] = to
}

function setCompatible(code: number, to: number): void {
  if (to === code) return
  kinds[code] = COMPATIBLE
  folded[code] = to
}

fillTables()

const simplified: ReadonlyMap<number, number> = new Map(
  Array.from({ length: TRADITIONAL_PAIRS.length >> 1 }, (_, pair) => [
    TRADITIONAL_PAIRS.charCodeAt(2 * pair),
    TRADITIONAL_PAIRS.charCodeAt(2 * pair + 1),
  ]),
)

/** The kind of a UTF-16 unit: PLAIN, WIDTH, BLANK, INVISIBLE, COMPATIBLE, TRADITIONAL, LINE_END or CONFUSABLE. */
export function kindOf(code: number): number {
  return kinds[code] ?? PLAIN
}

/** The unit that a unit folds to; itself when it is plain. */
export function foldCode(code: number): number {
  return folded[code] ?? code
}

/** What a unit folds to as text, several characters for a sign such as ㎡. */
export function foldUnit(code: number): string {
  return SIGNS.get(code) ?? String.fromCharCode(foldCode(code))
}

/** The simplified form of a traditional character of the language's own words; any other unit as it is. */
export function simplifyCode(code: number): number {
  return simplified.get(code) ?? code
}

/** The usual character that a CONFUSABLE one is mistaken for. */
export function confusableFor(code: number): string {
  return CONFUSABLES.charAt(CONFUSABLES.indexOf(String.fromCharCode(code)) + 1)
}

/** The key by which names are compared (比较键): folded, without invisible characters, blanks only between Latin words. */
export function foldKey(text: string, start = 0, end: number = text.length): string {
  for (let i = start; i < end; i++) {
    const kind = kinds[text.charCodeAt(i)] ?? PLAIN
    if (kind !== PLAIN && kind !== TRADITIONAL && kind !== CONFUSABLE) return buildKey(text, start, end)
  }
  return text.slice(start, end)
}

function buildKey(text: string, start: number, end: number): string {
  let key = ''
  let blank = false
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    const kind = kinds[code] ?? PLAIN
    if (kind === BLANK || kind === LINE_END) {
      blank = true
    } else if (kind !== INVISIBLE) {
      const unit = kind === COMPATIBLE ? foldUnit(code) : String.fromCharCode(foldCode(code))
      if (blank && isWordUnit(key.charCodeAt(key.length - 1)) && isWordUnit(unit.charCodeAt(0))) key += ' '
      key += unit
      blank = false
    }
  }
  return key
}

/** Latin letters and digits: the only characters between which a blank means something. */
export function isWordUnit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

/** A word of the language itself (keyword, enumeration value) as it is looked up: folded, no blanks, simplified characters. */
export function foldWord(text: string, start = 0, end: number = text.length): string {
  let word = ''
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    const kind = kinds[code] ?? PLAIN
    if (kind === BLANK || kind === INVISIBLE || kind === LINE_END) continue
    word += SIGNS.get(code) ?? String.fromCharCode(simplifyCode(foldCode(code)))
  }
  return word
}
