import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { renderGithub } from '../../src/diagnostics/github.ts'
import { indexSources } from '../../src/diagnostics/source-index.ts'

const sources = indexSources([{ uri: 'a,b:100%.zw', text: '语言版本：1\n事项：优待证\n' }])

function finding(details: Partial<Diagnostic> = {}, start = 7, end = 9): Diagnostic {
  return {
    code: 'ZW1003',
    severity: 'error',
    message: '压减60%',
    labels: [{ origin: { file: 'a,b:100%.zw', span: { start, end } }, text: '' }],
    fixes: [],
    ...details,
  }
}

describe('a workflow command of GitHub', () => {
  test('has the place, and what would end its parts is escaped', () => {
    expect(renderGithub(finding(), sources)).toBe(
      '::error file=a%2Cb%3A100%25.zw,line=2,endLine=2,col=1,endColumn=2,title=ZW1003::压减60%25',
    )
  })

  test('is one line, whatever the words', () => {
    const text = renderGithub(finding({ message: '甲\r\n::error::乙', help: '建议一', context: '事项“甲”' }), sources)
    expect(text).not.toMatch(/[\r\n]/)
    expect(text.endsWith('%0A所在位置：事项“甲”%0A建议：建议一')).toBe(true)
  })

  test('a warning, a hint, a place of several lines', () => {
    expect(renderGithub(finding({ severity: 'warning' }), sources)).toMatch(/^::warning /)
    expect(renderGithub(finding({ severity: 'hint' }, 0, 9), sources)).toMatch(
      /^::notice file=[^,]*,line=1,endLine=2,title=ZW1003::/,
    )
  })
})
