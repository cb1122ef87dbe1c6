import { api, ask } from '../api.ts'
import { Waiting } from '../parts/notice.tsx'
import { Link, PageTitle } from '../router.tsx'
import { useData } from '../use-data.ts'

/** 选一件事。 */
export function HomePage() {
  const { data, problem, reload } = useData('services', () => ask(api.services.$get()))
  const groups = [
    { title: '一件事', about: '几个部门的事一次办：一张表，一套材料，一个窗口', isBundle: true },
    { title: '单个事项', about: '答几个问题，就知道自己要带什么', isBundle: false },
  ]
  if (data === undefined) return <Waiting problem={problem} reload={reload} />
  return (
    <>
      <PageTitle title="您要办什么？" />
      {groups.map(({ title, about, isBundle }) => (
        <section key={title}>
          <h2>{title}</h2>
          <p className="soft">{about}</p>
          <ul className="services">
            {data.services
              .filter((service) => service.isBundle === isBundle)
              .map(({ id, name, authority, components, questions, time }) => (
                <li key={id}>
                  <Link to={`/services/${id}`}>{name}</Link>
                  <p className="soft">
                    {isBundle ? `合办${components.length}个事项` : authority}
                    {time && `，承诺${time}办完`}，{questions}个问题
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
