/**
 * The look of the page (网页样式): system fonts for Chinese, numbers of one width, one accent colour and one for what is
 * lacking, both dark enough for small print; wide tables lose columns on phones rather than scroll.
 */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#565f6a;--line:#d8dde3;--wash:#f4f6f8;--accent:#1c4f82;--beside:#9fb8d1;--before:#c3cad2;--after:#6c87a3;--miss:#a8321f;--met:#1e6a45}
@media (prefers-color-scheme:dark){:root{--paper:#14171a;--ink:#e7e9ec;--soft:#a5aeb8;--line:#333a42;--wash:#1d2126;--accent:#8fbbe8;--beside:#41617f;--before:#4a525b;--after:#8596a8;--miss:#f29b8a;--met:#84cda3}}
*{box-sizing:border-box}
html{font:16px/1.7 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","HarmonyOS Sans SC","Microsoft YaHei",system-ui,sans-serif;font-variant-numeric:tabular-nums;text-autospace:normal;line-break:strict;-webkit-text-size-adjust:100%;background:var(--paper);color:var(--ink);scroll-padding-top:1rem}
body{max-width:60rem;margin:0 auto;padding:2.5rem 1.25rem 3rem}
h1,h2,h3,h4,.lead strong,.value{font-family:"Noto Serif CJK SC","Source Han Serif SC","Songti SC","STSong","SimSun",serif;font-weight:600;line-height:1.35}
h1{font-size:2rem;margin:0 0 .4rem;letter-spacing:.02em}
h2{font-size:1.3rem;margin:3rem 0 1rem;padding-top:.9rem;border-top:2px solid var(--ink)}
h3{font-size:1.05rem;margin:0;display:inline}
h4{font-size:1.05rem;margin:1.8rem 0 .4rem}
p{margin:.5rem 0}
p,li,dd,th,td,.about{text-wrap:pretty}
.keep{display:inline-block}
header p,.note,.about,figcaption,footer,.field label,.result{color:var(--soft)}
.note,.about,figcaption,footer,.field label,.result,small{font-size:.8125rem}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em;text-decoration-color:var(--line)}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.3rem .6rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.num{text-align:right;white-space:nowrap}
.met{color:var(--met)}.miss{color:var(--miss);font-weight:600}.open{color:var(--soft)}
.alert{border-left:3px solid var(--miss);padding-left:.8rem;margin:1.2rem 0;color:var(--miss);font-weight:600}
.sums{display:grid;grid-template-columns:auto 1fr;gap:1rem 2.5rem;align-items:end}
.lead{margin:0;line-height:1}
.lead .label{display:block;font-size:.9375rem;margin-bottom:.6rem;color:var(--soft)}
.lead strong{font-size:4.5rem;line-height:.9;color:var(--accent)}
.lead strong small{font-size:2rem}
.sentence{margin:0 0 .6rem}
.figures{display:grid;grid-template-columns:repeat(3,1fr);gap:0 2rem;margin:1.8rem 0 0}
.figures div{border-top:1px solid var(--line);padding:.7rem 0 1rem}
.figures dt{font-size:.875rem;color:var(--soft)}
.figures dd{margin:0}
.value{font-size:1.75rem}
.value small{font-size:1rem;color:var(--soft);margin-left:.1em}
table{border-collapse:collapse;width:100%;margin:.8rem 0;font-size:.9375rem;line-height:1.55}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{padding:.5rem .75rem .5rem 0;text-align:left;vertical-align:top;font-weight:400;overflow-wrap:anywhere;unicode-bidi:isolate}
th:last-child,td:last-child{padding-right:0}
.num.num{text-align:right;overflow-wrap:normal}
thead th{font-size:.8125rem;color:var(--soft);border-bottom:1px solid var(--ink);vertical-align:bottom}
.list tbody tr,.list tfoot tr{border-bottom:1px solid var(--line)}
tfoot th,tfoot td,tr.chosen>*{font-weight:600}
.about{display:block;overflow-wrap:anywhere}
.about.narrow{display:none}
.to{color:var(--soft);margin:0 .2em}
.asked{color:var(--soft);white-space:nowrap}
.miss,.met{white-space:nowrap}
.bar{width:6.5rem}
.now{transform:translateX(-1px)}
.bar rect{height:.5rem}
.bar svg{height:.5rem;width:6rem;margin-top:.5em}
svg{display:block;overflow:visible}
.track{fill:var(--line)}.critical{fill:var(--accent)}.beside{fill:var(--beside)}.late{fill:var(--miss)}.before{fill:var(--before)}.after{fill:var(--after)}
line.before,line.after{stroke:var(--before);stroke-width:1}line.after{stroke:var(--after);stroke-dasharray:2 2}
.gantt{table-layout:fixed;font-size:.875rem}
.gantt th,.gantt td{padding:0 .75rem 0 0;vertical-align:middle}
.gantt td.num{padding-right:1rem}
.gantt .name{width:11rem}.gantt .time{width:8.5rem}
.totals .name{width:5.5rem}.totals .time{width:5.5rem}
.gantt thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.gantt td.draw{padding:0;height:2rem;position:relative}
.gantt svg{position:absolute;inset:0;width:100%;height:100%}
.gantt rect{y:calc(50% - .35rem);height:.7rem}
.gantt tr.on th{font-weight:600}
.gantt tr.limit th,.gantt tr.limit td{color:var(--soft)}
.gantt tr.limit+tr:not(.limit)>*{border-top:1px solid var(--line)}
.filters{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;padding:.9rem 1rem;background:var(--wash);margin-bottom:1rem}
.field{margin:0;min-width:6.5rem}.field.grow{flex:1 1 10rem}
.field label{display:block}
.filters[hidden],[hidden]{display:none}
select,input,button{font:inherit;font-size:.9375rem;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:2px;padding:.3rem .5rem;width:100%;min-height:2.25rem}
button{width:auto;padding:.3rem .9rem;cursor:pointer}
.result{flex-basis:100%;margin:0}
.matter{border-bottom:1px solid var(--line)}
summary{cursor:pointer;padding:.7rem 0}
.brief{display:block;font-size:.875rem;color:var(--soft);padding-left:1.1rem}
.matter[open]{padding-bottom:1.5rem}
.inside{padding-left:1.1rem}
.targets,.notes{padding-left:1.2rem;margin:.6rem 0}
.plan{border-left:2px solid var(--accent);padding-left:1rem;margin-top:1.5rem}
.plan h4{margin-top:0}
.frontier{display:grid;grid-template-columns:minmax(0,22rem) 1fr;gap:1.5rem;align-items:start;margin-top:1rem}
figure{margin:0}
.chart{width:100%;height:auto}
.axis{fill:none;stroke:var(--soft)}.curve{fill:none;stroke:var(--accent);stroke-width:1.5}.point{fill:var(--paper);stroke:var(--accent);stroke-width:1.5}circle.chosen{fill:var(--accent)}
.tick{fill:var(--soft);font-size:12px}
.conversion{width:auto}.conversion th:first-child{padding-right:3rem}
.reasons div{margin:.6rem 0}.reasons dt{font-weight:600}.reasons dt small{font-weight:400;color:var(--soft)}.reasons dd{margin:0}
.files ul{padding-left:1.2rem}code{font-family:ui-monospace,"SFMono-Regular",Consolas,"Noto Sans Mono CJK SC",monospace;font-size:.875em}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.6rem}
@media (max-width:40rem){
html{font-size:15px}body{padding:1.5rem 1rem 2rem}h1{font-size:1.6rem}
.sums{grid-template-columns:1fr}.lead strong{font-size:4rem}
.figures{grid-template-columns:repeat(2,1fr);gap:0 1.2rem}
.wide{display:none}.about.narrow{display:block}
th,td{padding-right:.5rem}
.gantt .name{width:32%}.gantt .time{width:28%}.gantt .num{white-space:normal}.gantt th,.gantt .num{padding-top:.3rem;padding-bottom:.3rem}
.inside,.brief{padding-left:0}
.frontier{grid-template-columns:1fr}
.matters td:last-child{width:7.5rem}
}
@page{size:A4;margin:18mm 16mm 18mm;@bottom-right{content:counter(page) "／" counter(pages);font-size:9pt}}
@media print{
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#4a525b;--line:#c9cfd6;--wash:#fff;--accent:#1c4f82;--beside:#9fb8d1;--before:#c3cad2;--after:#6c87a3;--miss:#a8321f;--met:#1e6a45}
html{font-size:10.5pt}body{max-width:none;padding:0}
.filters,.skip,.buttons,.hint{display:none}
a{color:inherit;text-decoration:none}
h2,h3,h4,caption,summary{break-after:avoid}
h2{margin-top:2rem}
tr,figure,.figures div,.sums{break-inside:avoid}
thead{display:table-header-group}
.many .matter:not([open]),.many .each:not(:has(.matter[open])){display:none}
main:not(.many) details::details-content,.matter[open] details::details-content{content-visibility:visible}
summary{list-style:none}summary::-webkit-details-marker{display:none}
.gantt{break-inside:avoid}
}
`
  .replace(/\n/g, '')
  .trim()
