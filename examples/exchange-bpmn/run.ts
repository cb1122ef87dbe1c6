import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { compile, printMatters } from 'zhengwu'
import { readBpmn, writeBpmn } from 'zhengwu/exchange/bpmn'
import { writeModelJson } from 'zhengwu/model'

// 写成BPMN，再读回来：一样。
const text = readFileSync(new URL('../plan-restaurant/permit.zw', import.meta.url), 'utf8')
const compiled = [...compile([{ uri: 'permit.zw', text }]).matters.values()]
const [matter] = writeModelJson(compiled.map((each) => each.matter)).matters
if (matter === undefined) throw new Error('没有事项')
const xml = await writeBpmn(matter)
const back = await readBpmn(xml)
console.log('读回来', back.ok && isDeepStrictEqual(back.value.matter, matter) ? '一样' : '不一样')

// 别的工具里给一个环节改了名：事项里提到它的地方跟着改。
const edited = await readBpmn(xml.replace('name="材料审查"', 'name="书面审查"'))
if (edited.ok) for (const { what, became } of edited.value.parts) console.log(`${what} → ${became}`)

// 别人画的流程图：能对应的对应上，机器判断不了的由人填写，每个元素都有去处。
const foreign =
  await readBpmn(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:example">
<process id="p" name="占道施工许可">
  <userTask id="accept" name="受理"/><exclusiveGateway id="result" name="勘验结论"/>
  <userTask id="grant" name="准予许可"/><userTask id="refuse" name="不予许可"/>
  <sequenceFlow id="f1" sourceRef="accept" targetRef="result"/>
  <sequenceFlow id="f2" name="符合" sourceRef="result" targetRef="grant"/>
  <sequenceFlow id="f3" name="不符合" sourceRef="result" targetRef="refuse"/>
</process></definitions>`)
if (foreign.ok) {
  console.log(printMatters([foreign.value.matter]))
  for (const { what, became } of foreign.value.parts) console.log(`${what} → ${became}`)
} else for (const { message } of foreign.error) console.log(message)

// 读不了的说明原因，不抛异常。
const torn = await readBpmn(xml.slice(0, 300))
if (!torn.ok) console.log(torn.error[0]?.message)
