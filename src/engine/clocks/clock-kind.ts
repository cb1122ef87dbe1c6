/** The clocks of a case, with their Chinese words (时钟的种类). */
export const CLOCK_KINDS = {
  notice: '告知时限',
  statutory: '法定时限',
  promised: '承诺时限',
  step: '环节时限',
  supplement: '补正时限',
  procedure: '特别程序时限',
  delivery: '送达时限',
  deferral: '容缺期限',
} as const
/** The kind of a clock (时钟的种类). */
export type ClockKind = keyof typeof CLOCK_KINDS

/** Which alerts a clock gives (预警范围); what the applicant has to do in time is no matter for supervisors. */
export const ALERT_SCOPES: Readonly<Record<ClockKind, 'total' | 'step' | undefined>> = {
  notice: 'step',
  statutory: 'total',
  promised: 'total',
  step: 'step',
  supplement: undefined,
  procedure: 'step',
  delivery: 'step',
  deferral: undefined,
}
