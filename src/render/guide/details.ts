import { pathName } from '../../analysis/bundle/component.ts'
import type { ComponentPath } from '../../model/bundle.ts'
import type { LegalSource } from '../../model/common.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import type { GuideDetail } from './guide-content.ts'

/** A line of a guide; none where there is nothing to say. */
export function detail(label: string, text: string | undefined): readonly GuideDetail[] {
  return text === undefined || text === '' ? [] : [{ label, text }]
}

/** 说明 and 依据, which everything may carry. */
export function annotationDetails({
  sources,
  notes,
}: {
  readonly sources: readonly LegalSource[]
  readonly notes: readonly string[]
}): readonly GuideDetail[] {
  return [...notes.flatMap((note) => detail('说明', note)), ...detail('依据', sources.map(printLegalSource).join('；'))]
}

/** Which matters of a 一件事 a part comes from. */
export function originDetails(
  label: string,
  name: string,
  parts: readonly { readonly name: string; readonly from: readonly ComponentPath[] }[] | undefined,
): readonly GuideDetail[] {
  const from = parts?.filter((part) => part.name === name).flatMap((part) => part.from) ?? []
  return detail(
    label,
    from
      .map((path) => {
        const own = path.name === name || pathName(path.component, path.name) === name
        return own ? path.component : `${path.component}（叫“${path.name}”）`
      })
      .join('、'),
  )
}
