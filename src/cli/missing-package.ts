/** Whether a module could not be loaded because its package is not installed (没有安装的软件包). */
export function isMissingPackage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
}
