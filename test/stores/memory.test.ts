import { openMemoryStore } from '../../src/stores/memory-store.ts'
import { testCaseStore } from '../../src/testing/stores/test-case-store.ts'

testCaseStore('memory', {
  durable: false,
  newPlace: async () => {
    const store = openMemoryStore()
    return async () => store
  },
})
