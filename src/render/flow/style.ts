/**
 * The look of a picture (图的样式). Every rule is for `.zw-picture`, so that a page around it keeps its own look; a page can
 * set the colours by the variables `--zw-…`. Nothing is told by colour alone: on paper all of it is black and white.
 */
export const PICTURE_STYLE = `
.zw-picture{--ink:var(--zw-ink,#1b1f24);--soft:var(--zw-soft,#565f6a);--line:var(--zw-line,#aab3bd);--paper:var(--zw-paper,#fff);--wash:var(--zw-wash,#f4f6f8);--accent:var(--zw-accent,#1c4f82);--tint:var(--zw-tint,#e6eef6);--hold:var(--zw-hold,#8a5a00);--hold-wash:var(--zw-hold-wash,#fdf4e0);--miss:var(--zw-miss,#a8321f);font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","HarmonyOS Sans SC","Microsoft YaHei",system-ui,sans-serif;max-width:100%;height:auto}
@media (prefers-color-scheme:dark){.zw-picture{--ink:var(--zw-ink,#e7e9ec);--soft:var(--zw-soft,#a5aeb8);--line:var(--zw-line,#5a646f);--paper:var(--zw-paper,#14171a);--wash:var(--zw-wash,#1d2126);--accent:var(--zw-accent,#8fbbe8);--tint:var(--zw-tint,#1c2e40);--hold:var(--zw-hold,#e3b768);--hold-wash:var(--zw-hold-wash,#30270f);--miss:var(--zw-miss,#f29b8a)}}
.zw-picture text{fill:var(--ink);font-size:13px;font-weight:400;letter-spacing:0;word-spacing:0;text-autospace:no-autospace;font-variant-numeric:tabular-nums}
.zw-picture .t-title{font-size:20px;font-weight:600}
.zw-picture .t-name{font-size:15px;font-weight:600}
.zw-picture .t-choice{font-size:14px;font-weight:600}
.zw-picture .t-frame{font-size:13px;font-weight:600}
.zw-picture .t-time{font-weight:600;fill:var(--accent)}
.zw-picture .t-soft{font-size:12px;fill:var(--soft)}
.zw-picture .t-chip{font-size:11px}
.zw-picture .paper{fill:var(--paper)}
.zw-picture .box{fill:var(--paper);stroke:var(--soft);stroke-width:1}
.zw-picture .frame .box{fill:var(--wash);stroke:var(--line);stroke-dasharray:none}
.zw-picture .cover{fill:var(--wash)}
.zw-picture .way{fill:none;stroke:var(--soft);stroke-width:1.25}
.zw-picture .head{fill:var(--soft)}
.zw-picture .card>.box{stroke:var(--accent);stroke-width:1.25}
.zw-picture .strip{fill:var(--hold-wash)}
.zw-picture .chip .box{fill:var(--tint);stroke:none}
.zw-picture .badge .box{fill:var(--accent);stroke:none}
.zw-picture .badge text{fill:var(--paper)}
.zw-picture .special>.box{stroke:var(--hold);stroke-width:1.5;stroke-dasharray:7 3}
.zw-picture .special .stage .box{fill:var(--hold-wash);stroke:none}
.zw-picture .start .box,.zw-picture .end .box{fill:var(--accent);stroke:var(--accent)}
.zw-picture .start text,.zw-picture .end text{fill:var(--paper)}
.zw-picture .stop .box{stroke:var(--ink);stroke-width:2}
.zw-picture .choice .box{fill:var(--tint);stroke:var(--accent);stroke-width:1.25}
.zw-picture .tag .box{fill:var(--paper);stroke:var(--line)}
.zw-picture .tag text{fill:var(--ink)}
.zw-picture .tag.feed .box{stroke:var(--accent);stroke-dasharray:4 3}
.zw-picture .bar .box{fill:var(--paper);stroke:none}
.zw-picture .stroke{fill:none;stroke:var(--ink);stroke-width:2}
.zw-picture .side .box{stroke:var(--hold);stroke-dasharray:3 3}
.zw-picture .loop.way{stroke:var(--hold);stroke-dasharray:3 3}
.zw-picture .loop.head{fill:var(--hold)}
.zw-picture .line.feed .way{stroke:var(--accent);stroke-dasharray:6 4}
.zw-picture .line.feed .head{fill:var(--accent)}
.zw-picture .line.taken .way{stroke:var(--accent);stroke-width:2.25}
.zw-picture .line.taken .head{fill:var(--accent)}
.zw-picture .card.taken>.box{stroke-width:2.25}
.zw-picture .untaken>.way,.zw-picture .untaken>.box{stroke:var(--line);stroke-width:1;stroke-dasharray:2 3}
.zw-picture .untaken>.head{fill:var(--line)}
.zw-picture .untaken>.box{fill:var(--paper)}
.zw-picture .untaken>.strip{fill:var(--wash)}
.zw-picture .untaken text{fill:var(--soft)}
.zw-picture .untaken .badge .box{fill:var(--soft)}
.zw-picture .untaken .badge text{fill:var(--paper)}
.zw-picture .line.open .way{stroke-dasharray:1 4;stroke-linecap:round;stroke-width:2}
.zw-picture .card.current>.box{fill:var(--tint);stroke-width:2.5}
.zw-picture .card.overdue>.box{stroke:var(--miss);stroke-width:2.5}
.zw-picture .overdue .badge .box{fill:var(--miss)}
.zw-picture .track{fill:var(--wash);stroke:none}
.zw-picture .statutory{fill:var(--line);stroke:none}
.zw-picture .promised{fill:var(--accent);stroke:none}
.zw-picture .rule{fill:none;stroke:var(--line)}
@media print{.zw-picture{--ink:#000;--soft:#333;--line:#888;--paper:#fff;--wash:#fff;--accent:#000;--tint:#fff;--hold:#000;--hold-wash:#fff;--miss:#000}
.zw-picture .strip{fill:#eee}.zw-picture .start .box,.zw-picture .end .box{fill:#fff;stroke-width:2}.zw-picture .start text,.zw-picture .end text{fill:#000}
.zw-picture .stage .box{stroke:#888}.zw-picture .chip.badge .box,.zw-picture .untaken .badge .box,.zw-picture .overdue .badge .box{fill:#fff;stroke:#000}.zw-picture .chip.badge text,.zw-picture .untaken .badge text{fill:#000}.zw-picture .promised{fill:#444}.zw-picture .statutory{fill:#bbb}}
`
  .replace(/\n/g, '')
  .trim()
