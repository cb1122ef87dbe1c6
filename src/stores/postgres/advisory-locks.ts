/** The first number of the advisory locks of stores (咨询锁): `zw` in ASCII, so that they meet no one else's. */
export const LOCK_SPACE = 0x7a77

/** The second number: what the lock is for. */
export const LOCKS = { migration: 1, appends: 2 } as const
