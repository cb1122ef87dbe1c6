/**
 * The language and its compiler (政务): `.zw` text in, checked matters with their flows out.
 * Measuring is in `zhengwu/analysis`, legal time in `zhengwu/calendar`, pictures and tables in `zhengwu/render`.
 */

// Sources and places
export { lineStarts, type Origin, type Position, positionAt, type SourceFile } from './base/source-file.ts'
export type { Span } from './base/span.ts'
// From text to checked matters
export { compile } from './compile/compile.ts'
export type {
  CompiledBundle,
  CompiledMatter,
  CompiledSelectionTarget,
  CompiledWorkspace,
  CompileOptions,
} from './compile/compiled.ts'
export { printBundle } from './compile/print/bundle.ts'
export { printMatter, printMatters } from './compile/print/matter.ts'
export { type ReadBack, readBack } from './compile/print/read-back.ts'
export { openWorkspace, type Workspace } from './compile/workspace.ts'
// Findings
export type { DiagnosticCode } from './diagnostics/catalogue.ts'
export type { Applicability, Diagnostic, Edit, Fix, Label } from './diagnostics/diagnostic.ts'
export type { Severity } from './diagnostics/severity.ts'
export { indexSources, type Location, type SourceIndex } from './diagnostics/source-index.ts'
export type { FlowGraph, FlowNode } from './graph/flow-graph.ts'
// The definition in domain words
export type { Fact, Material, MaterialChoice, Requirement, Situation } from './model/application.ts'
export type {
  Baseline,
  Bundle,
  BundleComponent,
  ComponentPath,
  MergedForm,
  OutputReuse,
  SharedMaterial,
  SharedStep,
} from './model/bundle.ts'
export type { LegalSource } from './model/common.ts'
export type { Condition } from './model/condition.ts'
export type { DecisionTable } from './model/decision-table.ts'
export type { Choice, Extension, FlowItem, Parallel, SpecialProcedure, Step, Supplement } from './model/flow.ts'
export type { Fee, Matter, Output, Target } from './model/matter.ts'
export type { Assertion, Premise, Scenario, ScenarioEvent } from './model/scenario.ts'
export type { SelectionTarget } from './model/selection-target.ts'
export type { TimeLimit } from './model/time-limit.ts'
// The text itself
export { formatSource } from './syntax/format.ts'
export { parse } from './syntax/parse.ts'
export type { SyntaxNode, SyntaxTree, Value } from './syntax/tree.ts'
