import type { Configure } from '../commands.ts'
export const configure: Configure = () => {}
