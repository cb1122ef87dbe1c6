import type { ModdleElement } from 'bpmn-moddle'
import { elementsOf, textOf } from '../element.ts'
import { plainLine } from './plain-text.ts'

const WORDS: Readonly<Record<string, string>> = {
  Task: '任务',
  UserTask: '用户任务',
  ManualTask: '人工任务',
  ServiceTask: '服务任务',
  ScriptTask: '脚本任务',
  BusinessRuleTask: '规则任务',
  SendTask: '发送任务',
  ReceiveTask: '接收任务',
  CallActivity: '调用活动',
  SubProcess: '子流程',
  Transaction: '事务',
  AdHocSubProcess: '自由子流程',
  ExclusiveGateway: '排他网关',
  InclusiveGateway: '包容网关',
  ParallelGateway: '并行网关',
  ComplexGateway: '复杂网关',
  EventBasedGateway: '事件网关',
  StartEvent: '开始事件',
  EndEvent: '结束事件',
  BoundaryEvent: '边界事件',
  IntermediateCatchEvent: '等待事件',
  IntermediateThrowEvent: '抛出事件',
  SequenceFlow: '顺序流',
  TextAnnotation: '注释',
  DataObjectReference: '数据对象',
  DataStoreReference: '数据存储',
  Process: '流程',
  Participant: '泳池',
  MessageFlow: '消息流',
}

const EVENTS: Readonly<Record<string, string>> = {
  TimerEventDefinition: '定时',
  MessageEventDefinition: '消息',
  SignalEventDefinition: '信号',
  ErrorEventDefinition: '错误',
  EscalationEventDefinition: '升级',
  ConditionalEventDefinition: '条件',
  TerminateEventDefinition: '终止',
  CompensateEventDefinition: '补偿',
}

/** An element in words (元素的说法): 用户任务“初审”, 定时边界事件. */
export function describeElement(element: ModdleElement): string {
  const type = element.$type.replace('bpmn:', '')
  const [event] = elementsOf(element, 'eventDefinitions')
  const kind = event === undefined ? '' : (EVENTS[event.$type.replace('bpmn:', '')] ?? '')
  const name = plainLine(textOf(element, 'name') || textOf(element, 'text'))
  return `${kind}${WORDS[type] ?? type}${name === '' ? '' : `“${name}”`}`
}
