import { TableRules } from './table-rules.ts'

/** The one parser of all value grammars (值文法). */
export class ValueParser extends TableRules {
  constructor(skipValidations: boolean) {
    super(skipValidations)
    this.performSelfAnalysis()
  }
}

let shared: ValueParser | undefined

/**
 * The parser, built at first use: building takes some 20 ms, and a file without limits needs none. Grammar validation is
 * left to a test.
 */
export function valueParser(): ValueParser {
  shared ??= new ValueParser(true)
  return shared
}
