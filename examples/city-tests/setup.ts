import { expect } from 'vitest'
import { zhengwuMatchers } from 'zhengwu/testing'

expect.extend(zhengwuMatchers)
