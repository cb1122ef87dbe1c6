import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { accountForBundle, bundleToJson, describeProposal, proposeBundle } from 'zhengwu/bundle'

const text = readFileSync(new URL('../bundles/newborn/matters.zw', import.meta.url), 'utf8')
const { matters } = compile([{ uri: 'matters.zw', text }], { asOf: '2026-11-22' })
const names = ['出生医学证明首次签发', '新生儿户口登记', '新生儿社会保障卡申领']
const chosen = names.flatMap((name) => matters.get(name)?.matter ?? [])

const proposed = proposeBundle(chosen, { name: '新生儿三项' })
for (const proposal of proposed.proposals) console.log('建议', describeProposal(proposal))

const accepted = proposeBundle(chosen, { name: '新生儿三项', accept: ({ kind }) => kind === 'feed' })
for (const [word, { bundle, matters }] of Object.entries({ 不采纳: proposed, 采纳结果复用: accepted })) {
  const { order, cuts } = bundleToJson(accountForBundle(bundle, matters))
  console.log(word, order.join('→'), '材料', cuts?.材料?.before, '→', cuts?.材料?.after, '份')
  console.log('  时限', cuts?.时限?.before, '→', cuts?.时限?.after, '个工作日')
}
