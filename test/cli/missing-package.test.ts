import { expect, test } from 'vitest'
import { withPackage } from '../../src/cli/missing-package.ts'

const missing = Object.assign(new Error("Cannot find package 'elkjs'"), { code: 'ERR_MODULE_NOT_FOUND' })

test('a package that is not installed is named, with what to run; other errors stay as they are', async () => {
  const draw = (operation: () => Promise<string>) => withPackage('elkjs', { cannot: '画不了流程图' }, operation)
  await expect(draw(() => Promise.reject(missing))).rejects.toThrow(
    /^没有安装elkjs，画不了流程图；请运行 npm install elkjs$/,
  )
  await expect(draw(() => Promise.reject(new Error('别的')))).rejects.toThrow('别的')
  await expect(draw(async () => '图')).resolves.toBe('图')
})
