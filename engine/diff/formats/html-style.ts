/** The style sheet of a comparison: for the desk, the phone and the printer. Colours never say anything alone. */
export const diffStyle = `
:root { --ink: #1d2430; --soft: #5a6472; --line: #d5dae1; --paper: #fff; --bad: #a3261b; --good: #19652f; --mixed: #7a4b00; --shade: #f5f7f9; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
small, .place { color: var(--soft); font-weight: normal; }
.place, code, pre { overflow-wrap: anywhere; }
.place { font-size: .85rem; }
code, pre { font: .85em/1.45 ui-monospace, Menlo, Consolas, monospace; }
.fingerprint { white-space: nowrap; }
.digest { color: var(--soft); }
.headline { font-size: 1.1rem; font-weight: 600; padding: .75rem 1rem; border-left: .4rem solid var(--soft); background: var(--shade); margin: 0 0 1rem; }
.headline.tightens { border-color: var(--bad); } .headline.loosens { border-color: var(--good); } .headline.mixed { border-color: var(--mixed); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: .25rem 2rem; grid-auto-flow: row; }
.sides dt { font-weight: 600; } .sides dd { margin: 0 0 .75rem; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0; font-size: .95rem; }
th { text-align: left; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; }
td { vertical-align: top; border-bottom: 1px solid var(--line); padding: .4rem .6rem .4rem 0; overflow-wrap: anywhere; }
.badge { white-space: nowrap; font-weight: 600; padding: .05rem .45rem; border: 1px solid currentColor; border-radius: .3rem; }
.badge.tightens { color: var(--bad); } .badge.loosens { color: var(--good); } .badge.mixed { color: var(--mixed); } .badge.none, .badge.unknown { color: var(--soft); }
del { color: var(--bad); } ins { color: var(--good); text-decoration: none; font-weight: 600; }
mark { background: #ffe9a8; color: inherit; }
pre { background: var(--shade); padding: .75rem; white-space: pre-wrap; margin: .5rem 0; }
summary { cursor: pointer; color: var(--soft); }
.values { padding-left: 1.1rem; } .values li { margin-bottom: .5rem; }
@media (max-width: 40rem) {
  thead { display: none; }
  tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; }
  td { display: grid; grid-template-columns: 7.5rem 1fr; gap: .5rem; border: 0; padding: .15rem 0; }
  td::before { content: attr(data-label); color: var(--soft); font-size: .85rem; }
  td:has(> div:empty) { display: none; }
}
@media print {
  body { font-size: 10pt; } main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; } article, tr { break-inside: avoid; }
  details { display: none; } .headline { background: none; }
}
`;
