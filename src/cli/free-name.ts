/** A file name for a matter that every system takes, and no two matters share (文件名); `taken` remembers those given away. */
export function freeName(name: string, extension: string, taken: Set<string>): string {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 60)
  let file = `${plain}${extension}`
  for (let next = 2; taken.has(file.toLowerCase()); next++) file = `${plain}（${next}）${extension}`
  taken.add(file.toLowerCase())
  return file
}
