import type { MatterCertainty } from '../analysis/certainty/assess-certainty.ts'
import { certaintyToJson } from '../analysis/certainty/certainty-json.ts'
import { shareWords } from './certainty-words.ts'
import { writeCsv } from './csv.ts'

/** How surely promises are kept as CSV that Excel opens as it should (承诺的把握): one line a kind of situation, the least certain first. */
export function writeCertaintyCsv(certainties: readonly MatterCertainty[], digits = 1): string {
  const [first] = certainties
  const wanted = first === undefined ? '' : shareWords(first.share)
  const heads = [
    '事项',
    '编码',
    '情形',
    '承诺时限（工作日）',
    '平均用时（工作日）',
    '按承诺办结（%）',
    `${wanted}办结的承诺（工作日）`,
    '算法',
    '写了实际用时的环节',
    '当作用满时限的环节',
  ]
  const rows = certainties.flatMap((certainty) => {
    const { name, code, situations, timed, assumed } = certaintyToJson(certainty, digits)
    return situations.map(({ situation, promised, kept, keptBy, mean, method }) => [
      name,
      code ?? '',
      situation,
      promised?.workdays ?? '',
      mean.workdays,
      kept?.percent ?? '',
      keptBy.workdays,
      method.kind === 'exact' ? '精确' : `抽样${method.runs}件，种子${method.seed}`,
      timed.join('、'),
      assumed.join('、'),
    ])
  })
  return writeCsv([heads, ...rows])
}
