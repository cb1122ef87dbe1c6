/** A case before its first event (待提交的办件): all that is known is what it will be called. */
export interface NewCase {
  readonly caseId: string
  readonly version: 0
}

/** Begins a case under an id that its store has not used yet (新办件). */
export function newCase(caseId: string): NewCase {
  return { caseId, version: 0 }
}
