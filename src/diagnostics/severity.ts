/** How grave a finding is: an error (错误) stops a build, a warning (警告) asks for a look, a hint (提示) only tells. */
export type Severity = 'error' | 'warning' | 'hint'

/** The Chinese word of each. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', hint: '提示' }
