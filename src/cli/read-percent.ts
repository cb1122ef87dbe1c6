import { InvalidArgumentError } from 'commander'
import { compare, parseRational, type Rational, rational } from '../base/rational.ts'

/**
 * A percentage from the command line (百分数), in any width: 60% is 60. Without its sign it is refused: who writes 0.6
 * means 60%, and 0.6% would pass for a target that was met.
 */
export function readPercent(written: string): Rational {
  const [, number, sign] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(written.normalize('NFKC').trim()) ?? []
  if (number !== undefined && sign === '') throw new InvalidArgumentError('要写百分号，请写成“60%”的样子')
  const percent = number === undefined ? undefined : parseRational(number)
  if (percent === undefined || compare(percent, rational(100)) > 0)
    throw new InvalidArgumentError('请写0到100的百分数，如“60%”')
  return percent
}
