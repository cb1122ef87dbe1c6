/** Mermaid (流程图文本): `zhengwu/exchange/mermaid`. Flows as text that wikis draw. */
export { type GanttMermaidOptions, writeGanttMermaid } from './write-gantt-mermaid.ts'
export { type MermaidOptions, writeMermaid } from './write-mermaid.ts'
