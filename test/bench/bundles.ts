import { accountForBundle } from '../../src/analysis/bundle/account-for-bundle.ts'
import { bundleMatters } from '../../src/analysis/bundle/bundle-matters.ts'
import { suggestBundles } from '../../src/analysis/bundle/suggest-bundles.ts'
import { compile } from '../../src/compile/compile.ts'
import { foldKey } from '../../src/syntax/fold.ts'

const COMPONENTS = 30
const MATERIALS = 20
const MATTERS = 1000
const ROUNDS = 3

/**
 * A 一件事 of 30 components with 600 materials, of which some always go together and others only for some applicants, and the
 * search for groups among 1,000 matters, which ask for documents in families of ten.
 */
export async function run(): Promise<void> {
  for (const optional of [0, 4, 8]) measureBundle(optional)
  measureSuggestions()
}

function measureBundle(optional: number): void {
  const names = Array.from({ length: COMPONENTS }, (_, index) => `第${index + 1}项`)
  const facts = names.slice(0, optional).map((name) => `  信息：办${name}\n    类型：是否\n`)
  const parts = names.map((name, index) => `  子项：${name}\n${index < optional ? `    当：【办${name}】\n` : ''}`)
  const shared = names.map((name) => `${name}·身份证件`).join('、')
  const text = `语言版本：1
${names.map((name, index) => matterText(name, index, MATERIALS)).join('\n')}
一件事：大合办
${facts.length === 0 ? '' : `申报信息：\n${facts.join('')}`}包含事项：
${parts.join('')}材料归并：
  共用材料：身份证件
    对应：${shared}
统一受理：综合窗口
统一出件：综合窗口
承诺时限：40个工作日
`
  best(`${COMPONENTS} components, ${COMPONENTS * MATERIALS} materials, ${optional} of them for some applicants`, () => {
    const [compileTime, { bundles }] = timed(() => compile([{ uri: 'a.zw', text }], { asOf: '2026-11-22' }))
    const [compiled] = [...bundles.values()]
    if (compiled === undefined) throw new Error('no bundle')
    const matters = new Map([...compiled.components].map(([name, { matter }]) => [name, matter]))
    const [bundleTime, { problems }] = timed(() => bundleMatters(compiled.bundle, matters))
    const [accountTime, { selections }] = timed(() => accountForBundle(compiled.bundle, matters))
    const told = `${selections.length} combinations, ${problems.length} problems`
    return {
      'compiled with all checks': compileTime,
      bundled: bundleTime,
      'bundled and accounted for': accountTime,
      told,
    }
  })
}

function measureSuggestions(): void {
  const texts = Array.from({ length: MATTERS }, (_, index) => matterText(`第${index + 1}项`, index, 8))
  const { matters } = compile([{ uri: 'a.zw', text: `语言版本：1\n${texts.join('\n')}` }], { asOf: '2026-11-22' })
  const all = [...matters.values()].map(({ matter }) => matter)
  best(`--suggest among ${all.length} matters`, () => {
    const [time, suggestions] = timed(() => suggestBundles(all, { asOf: '2026-11-22', foldName: foldKey }))
    return { found: time, told: `${suggestions.length} groups` }
  })
}

/** Everybody asks for 身份证件; families of ten share a form and hand a certificate on. */
function matterText(name: string, index: number, materials: number): string {
  const family = Math.floor(index / 10)
  const own = Array.from({ length: materials - 3 }, (_, at) => `${name}材料${at + 1}`)
  const asked = ['身份证件', `第${family}类申请表`, index % 10 === 0 ? `${name}说明` : `第${family}类证明`, ...own]
  const issued = index % 10 === 0 ? `第${family}类证明` : `${name}证`
  return `事项：${name}
到现场次数：2次
申请材料：
${asked.map((material) => `  材料：${material}\n    份数：1份\n`).join('')}办理环节：
  环节：受理
    时限：1个工作日
  环节：审查
    时限：${3 + (index % 7)}个工作日
  环节：决定
    时限：1个工作日
    产出：${issued}
法定时限：20个工作日
承诺时限：12个工作日
结果：${issued}
`
}

function timed<T>(make: () => T): readonly [milliseconds: number, made: T] {
  const began = performance.now()
  const made = make()
  return [performance.now() - began, made]
}

/** The first round, which is what a command costs, and the best of the next. */
function best(what: string, round: () => Readonly<Record<string, number | string>>): void {
  const rounds = Array.from({ length: ROUNDS }, round)
  const [first = {}] = rounds
  console.log(`${what}: ${first['told'] ?? ''}`)
  for (const [name, time] of Object.entries(first)) {
    if (typeof time === 'string') continue
    const least = Math.min(...rounds.map((each) => Number(each[name])))
    console.log(`  ${name.padEnd(28)} first ${time.toFixed(0).padStart(5)} ms, best ${least.toFixed(0).padStart(5)} ms`)
  }
}
