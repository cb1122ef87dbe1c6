/**
 * The look of a guide (办事指南的样式), beside the common style: one column that a phone reads from top to bottom, the few
 * figures that people look for on top, boxes to tick off on paper, the law in small print.
 */
export const GUIDE_STYLE = `
:root{--tint:#eef3f8;--must:#8a2a1a;--maybe:#6a4b00;--free:#1e5c3d}
@media (prefers-color-scheme:dark){:root{--tint:#1b232c;--must:#f2a493;--maybe:#e3c077;--free:#8fd0aa}}
body{max-width:48rem;overflow-wrap:anywhere}
.top .kind{margin:0 0 .3rem;font-size:.875rem;letter-spacing:.08em;color:var(--accent)}
.top h1{margin:0}
.top .owner{margin:.4rem 0 0}
.glance{display:flex;flex-wrap:wrap;gap:1px;margin:1.5rem 0 0;background:var(--line);border:1px solid var(--line)}
.glance div{flex:1 1 8.5rem;background:var(--tint);padding:.8rem .9rem}
.glance dt{font-size:.8125rem;color:var(--soft)}
.glance dd{margin:.1rem 0 0;font-size:1.1875rem;font-weight:600;line-height:1.4}
.glance small{display:block;font-weight:400;color:var(--soft);line-height:1.5}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;list-style:none;margin:1.2rem 0 0;padding:0;font-size:.9375rem}
nav a{display:inline-block;padding:.2rem 0}
h2{margin-top:2.6rem}
h3{display:block;margin:1.6rem 0 .5rem}
p.lead{font-size:1.0625rem;font-weight:600;margin:.4rem 0 .8rem;line-height:1.7}
p.alert{font-weight:600;color:var(--must);border-left:3px solid var(--must);padding-left:.8rem}
p.hint{font-size:.875rem;color:var(--soft);margin:.2rem 0 .6rem}
.items{list-style:none;margin:.6rem 0;padding:0}
.items>li{position:relative;padding:.75rem 0;border-top:1px solid var(--line)}
.items>li:last-child{border-bottom:1px solid var(--line)}
.items .name{margin:0;font-weight:600;overflow-wrap:anywhere}
.items dl{margin:.25rem 0 0;font-size:.9375rem}
.items dl div{display:grid;grid-template-columns:6.2rem 1fr;gap:0 .8rem}
.items dt{color:var(--soft)}
.items dd{margin:0;overflow-wrap:anywhere}
.items .whole{display:block}
.items .law{font-size:.8125rem;color:var(--soft)}
.only{margin:.15rem 0 0;font-size:.9375rem;color:var(--maybe);overflow-wrap:anywhere}
.only b{font-weight:600;margin-right:.5em}
.tag{display:inline-block;font-size:.75rem;font-weight:400;line-height:1.5;padding:0 .45em;margin-left:.35em;border:1px solid currentColor;border-radius:2px;white-space:nowrap;vertical-align:.1em;color:var(--soft)}
.tag.must{color:var(--must)}.tag.maybe,.tag.open{color:var(--maybe)}.tag.free{color:var(--free)}
.box>li{padding-left:2.1rem}
.box>li::before{content:"";position:absolute;left:.1rem;top:1.02rem;width:1.05rem;height:1.05rem;border:1.5px solid var(--soft);border-radius:2px}
ol.items{counter-reset:item}
ol.items>li{counter-increment:item;padding-left:2.6rem}
ol.items>li::before{content:counter(item);position:absolute;left:0;top:.78rem;width:1.65rem;height:1.65rem;line-height:1.65rem;text-align:center;font-size:.875rem;color:var(--paper);background:var(--accent);border-radius:50%}
.steps ol.items>li:not(:last-child)::after{content:"";position:absolute;left:.8rem;top:2.7rem;bottom:-.4rem;width:1.5px;background:var(--line)}
.steps ol.items>li,.steps ol.items>li:last-child{border:0}
main>.filters{margin-top:1.2rem}
.items p.note{margin:.1rem 0}
.inner{margin:.5rem 0 0}
.basis ol.items>li,.basis .items.none>li,.days .items.none>li{padding-top:.45rem;padding-bottom:.45rem}
.basis .items .name,.days h3+.items .name{font-weight:400}
.basis ol.items>li::before{top:.5rem}
.checklist{border:2px solid var(--accent);padding:0 1.2rem 1rem;margin-top:2rem}
.checklist h2{border:0;margin-top:.6rem;color:var(--accent)}
.list{table-layout:fixed}
.facts th{width:8.5em;color:var(--soft)}
.facts tr{border-bottom:1px solid var(--line)}
.flow{margin:1.2rem 0;overflow:hidden}
.flow svg{max-width:100%;height:auto;margin:0 auto}
.flow.slim{display:none}
.gantts{margin:1.5rem 0}
@media (max-width:40rem){
.flow.broad{display:none}.flow.slim{display:block}
.glance dd{font-size:1.0625rem}
.items dl div{grid-template-columns:5.4rem 1fr}
.checklist{padding:0 .8rem .6rem;margin-left:-.4rem;margin-right:-.4rem}
.facts th{width:6.5em}
}
@media print{
:root{--tint:#fff;--must:#8a2a1a;--maybe:#6a4b00;--free:#1e5c3d}
html{font-size:9.5pt;line-height:1.5}
nav{display:none}
.glance{margin-top:.8rem}.glance div{padding:.4rem .6rem}
h2{margin:1.3rem 0 .5rem;padding-top:.5rem}
h3{margin:.9rem 0 .2rem}
.items{margin:.3rem 0}
.items>li{padding-top:.35rem;padding-bottom:.35rem}
.items .name,.only,p.lead{line-height:1.45;margin-top:0}
.items dl div,.items dl dt,.items dl dd{display:inline}
.items dl dt:not(.unseen)::after{content:"："}
.items dl div:not(:last-child) dd::after{content:"　"}
.items .unseen{display:none}
.box>li::before{top:.55rem}
ol.items>li::before,.basis ol.items>li::before{top:.35rem;color:#000;background:none;border:1px solid #000;width:1.5rem;height:1.5rem;line-height:1.4rem}
.steps ol.items>li:not(:last-child)::after{top:1.95rem;bottom:-.2rem;left:.72rem}
.items>li,.glance{break-inside:avoid}
h3,p.hint{break-after:avoid}
.flow svg{max-height:200mm}
th,td{padding-top:.25rem;padding-bottom:.25rem}
}
`
  .replace(/\n/g, '')
  .trim()
