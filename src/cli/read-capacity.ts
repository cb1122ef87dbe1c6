import { InvalidArgumentError } from 'commander'

/** One `--capacity 部门=几个` of the command line, with those before it (承办能力). */
export function readCapacity(written: string, earlier: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const [, office = '', number = ''] = /^([^=＝]+)[=＝]\s*(\d+)\s*个?$/u.exec(written.normalize('NFC').trim()) ?? []
  const atOnce = Number(number)
  if (office.trim() === '' || !Number.isSafeInteger(atOnce) || atOnce < 1)
    throw new InvalidArgumentError('请写成“市场监督管理局=1”的样子：部门和最多同时办几个环节')
  const before = earlier.get(office.trim())
  if (before !== undefined) throw new InvalidArgumentError(`“${office.trim()}”前面已经写了${before}，请只写一次`)
  return new Map([...earlier, [office.trim(), atOnce]])
}
