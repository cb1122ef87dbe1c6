/**
 * Tests that every store of cases must pass (存储合格测试): `zhengwu/testing/stores`, for those who keep cases elsewhere than
 * the stores that come with zhengwu.
 */

export type { StoreKind } from './store-kind.ts'
export { testCaseStore } from './test-case-store.ts'
