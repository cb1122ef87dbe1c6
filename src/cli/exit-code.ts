/** How a command ends (退出码): all well, findings, or called wrongly. */
export const EXIT = { fine: 0, findings: 1, failure: 2 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
