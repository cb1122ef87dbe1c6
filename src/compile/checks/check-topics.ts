/** What groups of checks are about, as people say it (检查的内容), in the order in which they run. */
export const CHECK_TOPICS = ['流程', '时限', '压减目标', '优化措施', '判定表', '条件和材料', '子项和归并'] as const

export type CheckTopic = (typeof CHECK_TOPICS)[number]
