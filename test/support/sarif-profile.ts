/**
 * What `zw check --format sarif` writes, as a JSON schema of our own: the objects and properties of SARIF 2.1.0 that we
 * use and no others. Each object allows only properties that SARIF 2.1.0 gives it, requires all that SARIF requires of it,
 * and limits each value as SARIF does or more tightly; so what fits this profile is valid SARIF 2.1.0.
 * Compared object by object with sarif-schema-2.1.0.json of OASIS (errata 01, repository oasis-tcs/sarif-spec), which is
 * not copied here; the numbers are the sections of the standard.
 */
export const SARIF_PROFILE = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $ref: '#/definitions/log',
  definitions: {
    /** §3.13 */
    log: closed({
      $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
      version: { const: '2.1.0' },
      runs: { type: 'array', minItems: 1, maxItems: 1, items: use('run') },
    }),
    /** §3.14 */
    run: closed({
      tool: closed({ driver: use('driver') }),
      language: use('language'),
      columnKind: { const: 'utf16CodeUnits' },
      newlineSequences: set({ type: 'string', minLength: 1 }),
      results: { type: 'array', items: use('result') },
    }),
    /** §3.19 */
    driver: closed({
      name: { const: 'zhengwu' },
      version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
      language: use('language'),
      rules: { type: 'array', uniqueItems: true, items: use('rule') },
    }),
    /** §3.19.21: a language and its region, two letters each */
    language: { type: 'string', pattern: '^[a-z]{2}-[A-Z]{2}$' },
    /** §3.49 */
    rule: closed({
      id: use('code'),
      shortDescription: use('text'),
      fullDescription: use('text'),
      help: use('text'),
      defaultConfiguration: closed({ level: use('level') }),
    }),
    code: { type: 'string', pattern: '^ZW\\d{4}$' },
    /** §3.27.10 */
    level: { enum: ['error', 'warning', 'note'] },
    /** §3.11, §3.12: plain text of one line */
    text: closed({ text: { type: 'string', minLength: 1, pattern: '^[^\\n\\r]+$' } }),
    /** §3.27 */
    result: closed(
      {
        ruleId: use('code'),
        ruleIndex: { type: 'integer', minimum: 0 },
        level: use('level'),
        message: use('text'),
        locations: { type: 'array', minItems: 1, maxItems: 1, items: use('location') },
      },
      { relatedLocations: set(use('related')), fixes: set(use('fix')) },
    ),
    /** §3.28 */
    location: closed({ physicalLocation: use('physicalLocation') }, { logicalLocations: set(use('logicalLocation')) }),
    related: closed({
      id: { type: 'integer', minimum: 1 },
      physicalLocation: use('physicalLocation'),
      message: use('text'),
    }),
    /** §3.29 */
    physicalLocation: closed({ artifactLocation: use('artifactLocation'), region: use('region') }),
    /** §3.33 */
    logicalLocation: closed({ fullyQualifiedName: { type: 'string', minLength: 1 } }),
    /** §3.4 */
    artifactLocation: closed({ uri: { type: 'string', minLength: 1, format: 'uri-reference' } }),
    /** §3.30 */
    region: closed({ startLine: fromOne(), startColumn: fromOne(), endLine: fromOne(), endColumn: fromOne() }),
    /** §3.55; its property bag, §3.8 */
    fix: closed({
      description: use('text'),
      properties: closed({ applicability: { enum: ['auto', 'ask'] } }),
      artifactChanges: set(use('artifactChange')),
    }),
    /** §3.56 */
    artifactChange: closed({
      artifactLocation: use('artifactLocation'),
      replacements: { type: 'array', minItems: 1, items: use('replacement') },
    }),
    /** §3.57; what is put in, §3.3 */
    replacement: closed({ deletedRegion: use('region'), insertedContent: closed({ text: { type: 'string' } }) }),
  },
}

function use(definition: string) {
  return { $ref: `#/definitions/${definition}` }
}

/** An object with these properties and no others. */
function closed(required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) {
  return {
    type: 'object',
    additionalProperties: false,
    properties: { ...required, ...optional },
    required: Object.keys(required),
  }
}

/** An array of at least one, none of them twice, as SARIF asks of fixes and related places. */
function set(items: object) {
  return { type: 'array', minItems: 1, uniqueItems: true, items }
}

function fromOne() {
  return { type: 'integer', minimum: 1 }
}
