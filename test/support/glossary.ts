import * as terms from '../../src/model/terms.ts'
import { CONSTRUCTS } from '../../src/syntax/constructs.ts'

/** How CPSV-AP 3 and BPMN 2.0 call what the language has an entry for, by construct id; what they lack is left out. */
const ELSEWHERE: Readonly<Record<string, readonly [cpsv: string, bpmn: string]>> = {
  matter: ['PublicService', 'Process'],
  fact: ['–', 'DataInput'],
  requirement: ['Requirement, Rule', 'conditionExpression'],
  material: ['Evidence', 'DataObject'],
  materialChoice: ['EvidenceTypeList', '–'],
  step: ['–', 'UserTask'],
  parallel: ['–', 'ParallelGateway'],
  choice: ['–', 'ExclusiveGateway'],
  specialProcedure: ['–', 'SubProcess'],
  statutoryLimit: ['processingTime', 'TimerEventDefinition'],
  promisedLimit: ['processingTime', 'TimerEventDefinition'],
  fee: ['Cost', '–'],
  channels: ['Channel', '–'],
  output: ['Output', 'DataOutput'],
  source: ['LegalResource', 'documentation'],
  bundle: ['LifeEvent, BusinessEvent', 'Collaboration'],
}

/** docs/glossary.md as it should be: one name for one thing, in the language, in the code and in the standards beside it. */
export function glossary(): string {
  const entries = CONSTRUCTS.filter(({ role }) => role !== 'attribute').map(({ id, keyword, page, gbField }) => {
    const [cpsv, bpmn] = ELSEWHERE[id] ?? ['–', '–']
    return `| [${keyword}](language/${page}.md) | \`${id}\` | ${gbField ?? '–'} | ${cpsv} | ${bpmn} |`
  })
  const lists = Object.entries(terms).map(([list, wordsById]) => {
    const words = Object.entries(wordsById).map(([id, word]) => `${word} \`${id}\``)
    return `- \`${list}\`：${words.join('、')}`
  })
  return `# 词汇表

由 \`src/syntax/constructs\` 和 \`src/model/terms.ts\` 生成（\`UPDATE=1 npm test\` 重写），不要手改。

| 语言 | 标识符 | 国家数据模型字段 | CPSV-AP | BPMN 2.0 |
|---|---|---|---|---|
${entries.join('\n')}

## 取值

${lists.join('\n')}
`
}
