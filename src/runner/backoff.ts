/** How calls that fail are tried again (重试办法). Unit of the delays: ms. */
export interface Retry {
  /** Wait after the first failure; it doubles with each further one. */
  readonly firstDelay: number
  readonly longestDelay: number
  /** After so many failures a person has to look at it. */
  readonly mostAttempts: number
}

/** A second, two, four… up to an hour; ten attempts take about a quarter of an hour (默认重试办法). */
export const DEFAULT_RETRY: Retry = { firstDelay: 1_000, longestDelay: 3_600_000, mostAttempts: 10 }

/** When a call that failed is tried again (下次重试); null when it is left for a person. */
export function nextAttempt(retry: Retry, attempts: number, now: number): number | null {
  if (attempts >= retry.mostAttempts) return null
  return now + Math.min(retry.firstDelay * 2 ** (attempts - 1), retry.longestDelay)
}
