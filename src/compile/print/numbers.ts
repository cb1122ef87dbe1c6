import { divide, parseRational, printRational, rational } from '../../base/rational.ts'

/** The units that amounts of money are written in, the largest first. Unit: 分. */
const MONEY_UNITS = [
  { word: '亿元', fen: 10_000_000_000n },
  { word: '万元', fen: 1_000_000n },
  { word: '元', fen: 100n },
] as const

/** An amount of money (金额) in the largest unit of which it is a whole number; 元 takes two decimals, and 分 what is less. */
export function printMoney(amountFen: string): string {
  const fen = parseRational(amountFen)
  if (fen === undefined || fen.den !== 1n) return `${amountFen}分`
  const unit = MONEY_UNITS.find((each) => fen.num !== 0n && fen.num % each.fen === 0n) ?? { word: '元', fen: 100n }
  return `${printRational(divide(fen, rational(unit.fen)))}${unit.word}`
}
