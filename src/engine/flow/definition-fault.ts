/** Why a definition cannot carry a case (办件定义的毛病), with the names that it is about. */
export interface DefinitionFault {
  readonly message: string
  readonly names: readonly string[]
}
