import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { planMatter, printRational, rational } from 'zhengwu/plan'

const text = readFileSync(new URL('permit.zw', import.meta.url), 'utf8')
const { matters } = compile([{ uri: 'permit.zw', text }], { asOf: '2026-11-22' })
const permit = matters.get('食品经营许可（餐饮服务）新办')
if (permit === undefined) throw new Error('没有这个事项')

const plan = planMatter(permit.matter, { kind: 'cut', ratio: rational(60, 100) }, { asOf: '2026-11-22' })
if (plan.status !== 'optimal') throw new Error(`没有最省的方案：${plan.status}`)
console.log('采取', plan.measures.map(({ name }) => name).join('、'))
console.log('成本', printRational(plan.cost))
for (const { chain, need, savings } of plan.proof) {
  console.log('证明', chain.steps.map(({ name }) => name).join('→'), '要省下', printRational(need), '个工作日，最多省')
  console.log(
    '  ',
    savings.map(({ measure, part, workdays }) => `${measure.name}（${part}）${printRational(workdays)}`).join('、'),
  )
}
