/** The part of dmn-moddle's interface that is used here; the package has no types of its own. */
declare module 'dmn-moddle' {
  export interface DmnElement {
    readonly $type: string
  }

  export class DmnModdle {
    create(type: string, attributes?: Readonly<Record<string, unknown>>): DmnElement
    fromXML(
      xml: string,
    ): Promise<{ readonly rootElement: DmnElement; readonly warnings: readonly { readonly message: string }[] }>
    toXML(element: DmnElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>
  }
}
