import { SHARED_STEPS } from '../../model/terms.ts'
import type { BundleProposal } from './bundle-parts.ts'
import { pathName } from './component.ts'

/** What looks as if it belonged together, with the line that would say so (归并建议的说法). */
export function describeProposal(proposal: BundleProposal): string {
  if (proposal.kind === 'feed') {
    const output = pathName(proposal.output.component, proposal.output.name)
    const material = pathName(proposal.material.component, proposal.material.name)
    return `“${material}”是不是“${proposal.output.component}”的结果？是的话请写“结果复用：${output}”“用于：${material}”`
  }
  if (proposal.kind === 'sharedStep') {
    const word = SHARED_STEPS[proposal.shared]
    const steps = proposal.paths.map(({ component, name }) => `“${pathName(component, name)}”`).join('、')
    return `${steps}能不能${word}？能的话请写“${word}：”和由哪个窗口办`
  }
  const all = proposal.paths.map(({ component, name }) => pathName(component, name))
  const paths = all.join('、')
  if (proposal.into !== undefined) {
    const others = all.slice(1)
    return `${others.map((path) => `“${path}”`).join('、')}和“${proposal.into}”（${all[0]}）是不是同一份？是的话请加到“${proposal.into}”的“对应：”或者“用于：”里：${others.join('、')}`
  }
  return `“${proposal.name}”有${proposal.paths.length}处，是不是同一份？是的话请写“共用材料：${proposal.name}”“对应：${paths}”`
}
