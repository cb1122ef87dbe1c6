import type { IToken } from 'chevrotain'
import type { ArticleSyntax, Name, PathSyntax, Value } from '../tree.ts'
import { nameOfToken } from './name-tokens.ts'
import { QuantityRules } from './quantity-rules.ts'
import {
  Appendix,
  Article,
  ChoiceCount,
  Comma,
  Item,
  NameToken,
  Paragraph,
  PathMark,
  Qualifier,
  Title,
} from './tokens.ts'

/** The rules of citations and lists of names (引文、名称表). */
export class ListRules extends QuantityRules {
  /** 第三十二条第一款第（二）项; later parts that leave out the article or paragraph mean the one before. */
  readonly articles = this.RULE('条款表', (): ArticleSyntax[] => {
    const found: ArticleSyntax[] = []
    let article = 0
    let paragraph: number | undefined
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => {
        this.OR([
          {
            ALT: () => {
              article = Number(this.CONSUME(Article).image)
              paragraph = numberOf(this.OPTION(() => this.CONSUME(Paragraph)))
              found.push(articleOf(article, paragraph, numberOf(this.OPTION1(() => this.CONSUME(Item)))))
            },
          },
          {
            ALT: () => {
              paragraph = numberOf(this.CONSUME1(Paragraph))
              found.push(articleOf(article, paragraph, numberOf(this.OPTION2(() => this.CONSUME1(Item)))))
            },
          },
          { ALT: () => found.push(articleOf(article, paragraph, numberOf(this.CONSUME2(Item)))) },
          { ALT: () => found.push({ appendix: Number(this.CONSUME(Appendix).image) }) },
        ])
      },
    })
    return found
  })

  readonly citation = this.RULE('引文', (): Value => {
    const title = this.CONSUME(Title)
    const remarks: string[] = []
    this.MANY(() => {
      remarks.push(this.insideOf(this.CONSUME(Qualifier)))
    })
    const articles = this.OPTION(() => this.SUBRULE(this.articles)) ?? []
    const qualifier = remarks.join('；')
    return { kind: 'citation', title: this.insideOf(title), ...(qualifier !== '' && { qualifier }), articles }
  })

  readonly names = this.RULE('名称表', (): Name[] => {
    const names: Name[] = []
    this.AT_LEAST_ONE(() => {
      const token = this.CONSUME(NameToken)
      names.push(nameOfToken(this.slice, token))
      this.OPTION(() => this.CONSUME(Comma))
    })
    return names
  })

  readonly choice = this.RULE('任选', (): Value => {
    const count = this.OPTION(() => this.CONSUME(ChoiceCount))
    const names = this.SUBRULE(this.names)
    return { kind: 'choice', atLeast: Number(count?.image ?? 1), names }
  })

  readonly path = this.RULE('路径名', (): PathSyntax => {
    const owner = this.CONSUME(NameToken)
    this.CONSUME(PathMark)
    const part = this.CONSUME1(NameToken)
    return { owner: nameOfToken(this.slice, owner), part: nameOfToken(this.slice, part) }
  })

  readonly paths = this.RULE('路径名表', (): PathSyntax[] => {
    const paths: PathSyntax[] = []
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => {
        paths.push(this.SUBRULE(this.path))
      },
    })
    return paths
  })

  /** The words of a token without the brackets around them. */
  private insideOf(token: IToken): string {
    return this.textOf(token).slice(1, -1).trim()
  }
}

function numberOf(token: IToken | undefined): number | undefined {
  return token === undefined ? undefined : Number(token.image)
}

function articleOf(article: number, paragraph: number | undefined, item: number | undefined): ArticleSyntax {
  return { article, ...(paragraph !== undefined && { paragraph }), ...(item !== undefined && { item }) }
}
