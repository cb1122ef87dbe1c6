/** What people say for an official word (口头的说法), where it is too loose to be read as that word: it is only suggested. */
export const SPOKEN_WORDS: ReadonlyMap<string, string> = new Map([
  ['线上', '网上办理'],
  ['线下', '窗口办理'],
  ['个体户', '个体工商户'],
])
