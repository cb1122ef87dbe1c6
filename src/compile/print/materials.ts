import { printDuration } from '../../calendar/duration.ts'
import type { Material, MaterialChoice } from '../../model/application.ts'
import { DOCUMENT_FORMS, MATERIAL_SOURCES, NECESSITIES } from '../../model/terms.ts'
import { conditionIfGiven } from './conditions.ts'
import { line, lineIfGiven, listIfAny, type PrintedLine } from './lines.ts'
import { bracketedInList, printName } from './names.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'

/** One 材料 of 申请材料. */
export function printMaterial(material: Material, printing: Printing): PrintedLine {
  const { name, code, forms, copies, source, necessity, deferral, mandatory, when, standard, sample } = material
  return line('material', printName(name), [
    ...conditionIfGiven('when', when, printing),
    ...lineIfGiven('material.code', code),
    ...listIfAny(
      'material.forms',
      forms.map((form) => DOCUMENT_FORMS[form]),
    ),
    ...lineIfGiven('material.copies', copies && `${copies}份`),
    ...lineIfGiven('material.source', source && MATERIAL_SOURCES[source]),
    ...lineIfGiven('material.necessity', necessity && NECESSITIES[necessity]),
    ...lineIfGiven('material.deferral', deferral && printDuration(deferral)),
    ...lineIfGiven('material.mandatory', mandatory && '是'),
    ...lineIfGiven('material.standard', standard),
    ...lineIfGiven('material.sample', sample),
    ...printAnnotations(material),
  ])
}

/** One 任选其一 of 申请材料; where several are needed 任选：2项：…. */
export function printMaterialChoice(choice: MaterialChoice, printing: Printing): PrintedLine {
  const { name, atLeast } = choice
  const names = choice.materials.map(bracketedInList).join('、')
  const printed = line('materialChoice', atLeast === 1 ? names : `${atLeast}项：${names}`, [
    ...conditionIfGiven('when', choice.when, printing),
    ...lineIfGiven('materialChoice.name', name && printName(name)),
    ...printAnnotations(choice),
  ])
  return atLeast === 1 ? printed : { ...printed, keyword: '任选' }
}
