import { expect, test } from 'vitest'
import type { GuideBlock } from '../../../src/render/guide/guide-content.ts'
import { markdownBlock } from '../../../src/render/guide/markdown.ts'

test('a number is escaped where it would begin a list, and left as it is behind other words', () => {
  const block: GuideBlock = {
    kind: 'entries',
    marks: 'none',
    entries: [
      {
        name: '1. 受理',
        details: [
          { label: '多久', text: '0.5个工作日' },
          { label: '', text: '2. 当场' },
        ],
      },
    ],
  }
  expect(markdownBlock(block)).toBe('- 1\\. 受理\n  - 多久：0.5个工作日\n  - 2\\. 当场')
  const table: GuideBlock = { kind: 'table', caption: '时间', head: [], rows: [['受理', '0.5个工作日']] }
  expect(markdownBlock(table)).toContain('| 受理 | 0.5个工作日 |')
})
