/** The part of bpmn-moddle's interface that is used here; its own types stand apart from its entry and know no extension. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string
    readonly $attrs?: Readonly<Record<string, unknown>>
    readonly $instanceOf?: (type: string) => boolean
    get?(name: string): unknown
    set?(name: string, value: unknown): void
  }

  /** With an element: a reference from it that leads nowhere. */
  export interface ParseWarning {
    readonly message: string
    readonly element?: ModdleElement
    readonly property?: string
    readonly value?: unknown
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, object>>)
    create(type: string, attributes?: Readonly<Record<string, unknown>>): ModdleElement
    fromXML(xml: string): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly ParseWarning[] }>
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>
  }
}
