/** What a 横道图 has beside the common look of pictures (横道图的样式). */
export const GANTT_STYLE = `
.zw-gantt{--beside:var(--zw-beside,#8fadc9);--rest:var(--zw-rest,#eef1f4);--holiday:var(--zw-holiday,#f6e0dc);--worked:var(--zw-worked,#dcead9)}
@media (prefers-color-scheme:dark){.zw-gantt{--beside:var(--zw-beside,#4d7196);--rest:var(--zw-rest,#22272d);--holiday:var(--zw-holiday,#43241f);--worked:var(--zw-worked,#1f3523)}}
.zw-gantt .bar{stroke:none}
.zw-gantt .critical{fill:var(--accent)}
.zw-gantt .beside{fill:var(--beside)}
.zw-gantt .bar.statutory{fill:var(--line)}
.zw-gantt .bar.promised{fill:var(--soft)}
.zw-gantt .hatch{fill:var(--paper);stroke:var(--hold);stroke-width:1}
.zw-gantt .strokes{fill:none;stroke:var(--hold);stroke-width:1}
.zw-gantt .mark{fill:none;stroke-width:1.25}
.zw-gantt .mark.statutory{stroke:var(--line)}
.zw-gantt .mark.promised{stroke:var(--soft);stroke-dasharray:4 3}
.zw-gantt .weekend{fill:var(--rest)}
.zw-gantt .holiday{fill:var(--holiday)}
.zw-gantt .worked{fill:var(--worked)}
.zw-gantt .edged{stroke:var(--line)}
.zw-gantt .axis .rule{stroke:var(--line);stroke-width:.5}
@media print{.zw-gantt{--beside:#999;--rest:#eee;--holiday:#ddd;--worked:#fff}}
`
  .replace(/\n/g, '')
  .trim()
