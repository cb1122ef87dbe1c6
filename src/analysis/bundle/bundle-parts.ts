import type { Origin } from '../../base/source-file.ts'
import type { ComponentPath } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import type { Queueing } from './capacity/limit-capacity.ts'

/** A part of the bundle and the parts of components that it is made of (来源). */
export interface BundledPart {
  readonly name: string
  readonly from: readonly ComponentPath[]
}

/** A document of the bundle (一件事的材料). */
export interface BundledMaterial extends BundledPart {
  /** The results that take its place: the applicant hands in none where a component takes part that issues one. */
  readonly providedBy: readonly ComponentPath[]
}

/** A result of one component that others ask for (结果复用). */
export interface Feed {
  readonly from: string
  readonly output: string
  readonly to: string
  readonly material: string
  readonly origin?: Origin | undefined
}

/** What looks as if it belonged together, for a person to decide (归并建议): never applied by itself. */
export type BundleProposal =
  /**
   * Materials of one name that nobody has declared shared, one path for each document; `into` names the document of the bundle
   * that the first of them is part of already.
   */
  | {
      readonly kind: 'sameMaterial'
      readonly name: string
      readonly paths: readonly ComponentPath[]
      readonly into?: string
    }
  /** A material that is called like a result of another component. */
  | { readonly kind: 'feed'; readonly output: ComponentPath; readonly material: ComponentPath }
  /** Steps of several components that are nothing but 受理, or 送达: one window could do them. */
  | {
      readonly kind: 'sharedStep'
      readonly shared: 'acceptance' | 'delivery'
      readonly paths: readonly ComponentPath[]
    }

/** What is wrong with a bundle (一件事的问题). What it touches is left out of the result, never guessed. */
export type BundleProblem =
  | {
      readonly kind: 'missingComponent'
      readonly component: string
      readonly matter: string
      readonly origin?: Origin | undefined
    }
  /** The components wait for one another; the first stands at the end again. */
  | { readonly kind: 'cycle'; readonly components: readonly string[]; readonly origin?: Origin | undefined }
  /** Steps that would have to wait for one another once they are joined. */
  | { readonly kind: 'stepCycle'; readonly steps: readonly string[] }
  /** A fact of one name with different types, units or values: it is asked apart. */
  | { readonly kind: 'differingFact'; readonly name: string; readonly components: readonly string[] }
  | { readonly kind: 'unknownOutput'; readonly path: ComponentPath }
  | { readonly kind: 'unknownMaterial'; readonly path: ComponentPath }
  | { readonly kind: 'unknownStep'; readonly path: ComponentPath }
  /** A shared document whose parts have different 编码. */
  | {
      readonly kind: 'conflictingCodes'
      readonly name: string
      readonly codes: readonly string[]
      readonly origin?: Origin | undefined
    }
  /** One 编码 for several documents: two of one component, or two that are declared apart. */
  | { readonly kind: 'repeatedCode'; readonly code: string; readonly paths: readonly ComponentPath[] }
  /** 承办能力 of an office that does no step of the bundle. */
  | { readonly kind: 'unknownOffice'; readonly office: string; readonly offices: readonly string[] }
  | { readonly kind: 'noLimit'; readonly component: string; readonly origin?: Origin | undefined }

/** A bundle made one matter (合成的事项), with what each of its parts is made of. */
export interface BundledMatter {
  readonly matter: Matter
  /** The components in the order in which they can be done. */
  readonly order: readonly string[]
  readonly fields: readonly BundledPart[]
  readonly materials: readonly BundledMaterial[]
  readonly steps: readonly BundledPart[]
  readonly feeds: readonly Feed[]
  /** What waits for an office that is busy; absent where nobody said what offices can do. */
  readonly queueing?: Queueing
  readonly proposals: readonly BundleProposal[]
  readonly problems: readonly BundleProblem[]
}
