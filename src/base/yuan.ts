import { multiply, parseRational, printRational, rational } from './rational.ts'

/** An amount of 分 as an exact number of 元, without the word (元数); undefined where it is no number. */
export function yuanOf(amountFen: string): string | undefined {
  const fen = parseRational(amountFen)
  return fen && printRational(multiply(fen, rational(1, 100)))
}
