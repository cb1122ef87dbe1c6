/** Tells in Chinese what commander found wrong with a command line, by its error codes (用法错误). */
const WORDING: Readonly<Record<string, (message: string) => string>> = {
  'commander.unknownOption': (message) => `没有${quoted(message)}这个选项`,
  'commander.excessArguments': () => '参数太多了',
  'commander.missingArgument': (message) => `缺少参数${quoted(message)}`,
  'commander.optionMissingArgument': (message) => `选项${quoted(message)}后面要写值`,
  'commander.missingMandatoryOptionValue': (message) => `缺少选项${quoted(message)}`,
  'commander.conflictingOption': (message) => `选项${quoted(message)}和另一个选项不能同时用`,
  'commander.invalidArgument': (message) => {
    const [, option = '', value = '', reason = ''] =
      /'([^']*)' argument '([^']*)' is invalid\.\s*(.*)$/s.exec(message) ?? []
    const [, choices] = /^Allowed choices are (.*)\.$/.exec(reason.trim()) ?? []
    const expected = choices === undefined ? reason.trim() : `可以写：${choices.split(', ').join('、')}`
    return `选项“${option}”的值“${value}”不对${expected === '' ? '' : `，${expected}`}`
  },
}

/** One Chinese sentence for an error of commander; its own words where the code is new. */
export function describeUsageError(code: string, message: string): string {
  const plain = message.replace(/^error: /, '').trim()
  const [, suggestion] = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(plain) ?? []
  const said = WORDING[code]?.(plain) ?? plain
  return suggestion === undefined ? said : `${said}，是不是${suggestion.split(', ').join('或')}？`
}

function quoted(message: string): string {
  return `“${/'([^']*)'/.exec(message)?.[1] ?? ''}”`
}
