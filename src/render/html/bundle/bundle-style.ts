/** What the page of a bundle has beside the common style (一件事网页的样式). */
export const BUNDLE_STYLE = `
h2 small{font-size:1rem;font-weight:400;color:var(--soft)}
.sums{align-items:start}.sums .lead{padding-top:.3rem}
.bundled .name{width:7rem}.bundled .time{width:3.8rem}.bundled .cut{width:5rem}
.bundled tr.chosen>*{color:var(--ink)}
.left-out>*{color:var(--soft)}
.places{list-style:none;margin:0;padding:0}
.materials{table-layout:fixed}.materials th:nth-child(1){width:36%}.materials th:nth-child(2){width:26%}
.steps th,.steps td.num{padding-top:.25rem;padding-bottom:.25rem}
.steps tr.on .about{font-weight:400}
.steps .name{width:18rem}.steps .time{width:9rem}
.steps .num .about{white-space:nowrap}
.feeds{width:100%;height:auto;margin:.8rem 0}
.feeds.slim{display:none}
.box{fill:var(--wash);stroke:var(--soft);stroke-width:1}
.boxed{fill:var(--ink);font-size:14px}
.label{fill:var(--ink);font-size:12px}
.way{fill:none;stroke:var(--accent);stroke-width:1.5}.way.order{stroke:var(--soft);stroke-dasharray:4 3}
.head{fill:var(--accent)}
@media (max-width:40rem){
.feeds.broad{display:none}.feeds.slim{display:block;max-width:24rem;margin:.8rem auto}
.bundled .name{width:6.5rem}.bundled .time{width:3.6rem}.bundled .cut{width:4.8rem}
.steps .name{width:36%}.steps .time{width:34%}
.num .about{white-space:normal;word-break:keep-all}
}
@media print{.steps{break-inside:auto}}
`
  .replace(/\n/g, '')
  .trim()
