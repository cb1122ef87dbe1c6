import type { BundleProblem } from './bundle-parts.ts'
import { pathName } from './component.ts'

type ProblemOf<K extends BundleProblem['kind']> = Extract<BundleProblem, { readonly kind: K }>

const WORDS: { readonly [K in BundleProblem['kind']]: (problem: ProblemOf<K>) => string } = {
  missingComponent: ({ component, matter }) => `子项“${component}”：没有名为“${matter}”的事项，没有算进去`,
  cycle: ({ components }) => `子项互相等待：${components.join('→')}；请去掉其中一处“前序：”或者“结果复用：”`,
  stepCycle: ({ steps }) => `合在一起以后环节互相等待：${steps.join('→')}；请不要把前后相接的环节合并`,
  differingFact: ({ name, components }) =>
    `信息“${name}”在${components.map((each) => `“${each}”`).join('、')}里的类型、单位或者取值不同，分开问`,
  unknownOutput: ({ path }) => `“${pathName(path.component, path.name)}”：该事项不产出“${path.name}”`,
  unknownMaterial: ({ path }) => `“${pathName(path.component, path.name)}”：该事项没有材料“${path.name}”`,
  unknownStep: ({ path }) => `“${pathName(path.component, path.name)}”：该事项没有环节“${path.name}”`,
  conflictingCodes: ({ name, codes }) => `共用材料“${name}”的编码不同：${codes.join('、')}，没有合并`,
  repeatedCode: ({ code, paths }) =>
    `编码“${code}”是几份不同的材料：${paths.map(({ component, name }) => `“${pathName(component, name)}”`).join('、')}`,
  unknownOffice: ({ office, offices }) =>
    `没有环节由“${office}”办${offices.length === 0 ? '' : `；承办的有：${offices.join('、')}`}`,
  noLimit: ({ component }) => `子项“${component}”没有法定时限，也没有承诺时限，合计算不出来`,
}

/** What is wrong with a bundle in one sentence (问题的说法). */
export function describeProblem(problem: BundleProblem): string {
  return describe(problem.kind, problem)
}

function describe<K extends BundleProblem['kind']>(
  kind: K,
  problem: { readonly [P in BundleProblem['kind']]: ProblemOf<P> }[K],
): string {
  return WORDS[kind](problem)
}
