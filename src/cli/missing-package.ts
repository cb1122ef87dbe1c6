import { CommandFailure } from './command-failure.ts'

/** Whether a module could not be loaded because its package is not installed (没有安装的软件包). */
export function isMissingPackage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
}

/** Does what needs an optional package; where that is missing, a CommandFailure says what cannot be done, and what to install. */
export async function withPackage<T>(
  name: string,
  { cannot, otherwise = '' }: { readonly cannot: string; readonly otherwise?: string },
  operation: () => Promise<T>,
): Promise<T> {
  try {
    return await operation()
  } catch (error) {
    if (!isMissingPackage(error)) throw error
    throw new CommandFailure(`没有安装${name}，${cannot}；请运行 npm install ${name}${otherwise}`)
  }
}
