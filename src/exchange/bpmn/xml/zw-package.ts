import type { PartOf } from '../draw/drawing.ts'

/** The lists of a model whose parts are written one by one, each into the shape that stands for it. */
export const MODEL_LISTS: readonly PartOf['list'][] = ['flow', 'specialProcedures', 'supplements', 'extensions']

/** The namespace of what BPMN has no word for (扩展). */
const ZW_URI = 'urn:zhengwu:bpmn:1'

const attribute = (name: string, type = 'String') => ({ name, type, isAttr: true })
const body = { name: 'text', type: 'String', isBody: true }

/**
 * The extension as moddle describes it: `zw:matter` at the process and `zw:part` at each shape hold the model as JSON, each its own
 * part and none twice, and the process what they are called, so that a part that is gone is missed; `zw:limit` says in exact units what a timer of BPMN, which knows no 工作日, can only say roughly.
 */
export const ZW_PACKAGE = {
  name: 'zhengwu',
  prefix: 'zw',
  uri: ZW_URI,
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Matter',
      superClass: ['Element'],
      properties: [attribute('schema'), attribute('drawing'), attribute('parts'), body],
    },
    {
      name: 'Part',
      superClass: ['Element'],
      properties: [attribute('list'), attribute('index', 'Integer'), attribute('name'), body],
    },
    { name: 'Limit', superClass: ['Element'], properties: [attribute('amount'), attribute('unit')] },
  ],
}
