import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { prepareMatch } from 'zhengwu/match'

const city = ['temporary-relief', 'nurse-registration', 'orphan-recognition', 'road-tree-felling', 'passport'].map(
  (name) => ({ uri: `${name}.zw`, text: readFileSync(new URL(`../city/${name}.zw`, import.meta.url), 'utf8') }),
)
const { matters } = compile(city, { asOf: '2026-11-22' })
const match = prepareMatch([...matters.values()], { appliedOn: '2026-11-22' })
console.log('能匹配的', match.matters.map(({ name }) => name).join('、'))
console.log('没有能自动判断的条件', match.skipped.map(({ name }) => name).join('、'))

// 一行一个申请人，几万行也只占这么多内存
const people = [
  '{"id":"甲","facts":{"儿童年龄":6,"父母情况":"父母均已死亡"}}',
  '{"id":"乙","facts":{"具有完全民事行为能力":true,"通过护士执业资格考试":true,"临床实习月数":6}}',
  '{"id":"丙","facts":{"儿童年龄":"六岁"}}',
]
for (const line of people) {
  const { id, facts } = JSON.parse(line)
  const { eligible, lacksOne, errors } = match.of(facts)
  for (const { matter, manual } of eligible) {
    console.log(id, '够条件', matter.name, manual === 0 ? '可以免申即享' : `另有${manual}项需人工判断`)
  }
  for (const { matter, missing } of lacksOne) {
    for (const { fact, wanted, open } of missing) {
      console.log(id, open ? '只缺一项信息' : '只差一项', matter.name, `${fact}${wanted}`)
    }
  }
  for (const error of errors) console.log(id, '看不懂', error)
}
