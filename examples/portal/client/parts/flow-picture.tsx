interface FlowPictureProps {
  readonly path: string
  readonly about: string
}

/** 流程图，手机上用窄的。 */
export function FlowPicture({ path, about }: FlowPictureProps) {
  return (
    <picture>
      <source media="(min-width: 48rem)" srcSet={`${path}?size=wide`} />
      <img className="flow" src={`${path}?size=narrow`} alt={about} loading="lazy" />
    </picture>
  )
}
