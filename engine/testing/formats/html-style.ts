/** The style sheet of a test report: for the desk, the phone and the printer. Colours never say anything alone. */
export const testStyle = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1c2330; --quiet: #5a6372; --line: #d6dae1; --wash: #f4f6f9; --accent: #0b4f8a; --bad: #a3261b; --good: #19652f; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14181f; --ink: #e4e8ee; --quiet: #9aa4b2; --line: #343c48; --wash: #1d232c; --accent: #8fc1f2; --bad: #ff9d92; --good: #7fd6a4; }
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; overflow-wrap: break-word; }
main { max-width: 66rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
h3 .number { color: var(--accent); margin-right: .35rem; }
p { margin: 0 0 .6rem; }
a { color: var(--accent); }
small, .place { color: var(--quiet); font-weight: normal; }
.place, code, pre { font: .82em/1.45 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.headline { font-size: 1.1rem; font-weight: 600; padding: .75rem 1rem; border-left: .4rem solid var(--good); background: var(--wash); }
.headline.bad { border-color: var(--bad); }
table { width: 100%; border-collapse: collapse; margin: .5rem 0; font-size: .95rem; }
th { text-align: left; font-weight: 600; color: var(--quiet); border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; }
td { vertical-align: top; border-bottom: 1px solid var(--line); padding: .4rem .6rem .4rem 0; overflow-wrap: anywhere; }
.counts { width: auto; } .counts td:nth-child(2) { font-variant-numeric: tabular-nums; white-space: nowrap; }
article { border-bottom: 1px solid var(--line); padding-bottom: .8rem; }
.subjects { list-style: none; margin: .3rem 0; padding: 0; }
.subjects li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem 1rem; padding: .2rem 0; border-top: 1px dotted var(--line); }
.subjects .in1 > .says { padding-left: 1.1rem; } .subjects .in2 > .says { padding-left: 2.2rem; } .subjects .in3 > .says { padding-left: 3.3rem; } .subjects .in4 > .says { padding-left: 4.4rem; }
.subjects .what { color: var(--quiet); }
.marks { display: flex; flex-wrap: wrap; gap: .25rem; justify-content: flex-end; align-content: start; }
.mark { white-space: nowrap; font-size: .82rem; line-height: 1.35; padding: 0 .4rem; border: 1px solid currentColor; border-radius: .3rem; color: var(--good); font-variant-numeric: tabular-nums; }
.mark.open { color: var(--bad); font-weight: 700; border-width: 2px; } .mark.impossible { color: var(--quiet); border-style: dashed; }
.open-part > h3::after { content: " \\25CF open"; color: var(--bad); font-size: .85rem; }
pre { background: var(--wash); padding: .75rem; white-space: pre-wrap; margin: .5rem 0; }
ul.why { margin: 0; padding-left: 1.1rem; }
summary { cursor: pointer; color: var(--quiet); }
@media (max-width: 40rem) {
  .subjects li { grid-template-columns: 1fr; } .marks { justify-content: flex-start; }
  .differences thead { display: none; } .differences tr { display: block; padding: .4rem 0; border-bottom: 1px solid var(--line); }
  .differences td { display: block; border: 0; padding: .1rem 0; }
  .differences td::before { content: attr(data-label) ": "; color: var(--quiet); font-size: .85rem; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --wash: #f4f4f4; --accent: #0b3d6b; --bad: #a01a13; --good: #0a4f2c; color-scheme: light; }
  body { font-size: 9pt; } main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; } li, tr, .headline { break-inside: avoid; }
  .headline { background: none; }
}
`;
