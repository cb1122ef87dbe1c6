/**
 * Stops a command because it was called wrongly or cannot read its input (用法或读取错误); it ends with exit code 2.
 * The message is one Chinese sentence for the user.
 */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
}
