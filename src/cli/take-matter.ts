import type { Command } from 'commander'

/** Lets a command take the name of one matter and where to look for it (按名称找一个事项). */
export function takeMatter(command: Command): Command {
  return command
    .usage('[选项] <事项、实施清单或一件事> [文件或文件夹…]')
    .argument('<事项、实施清单或一件事>', '名称')
    .argument('[文件或文件夹...]', '在哪里找，默认是当前文件夹；“-”读标准输入')
}
