import { html } from "./markup.ts";

/** The style of the page on a screen. */
export const screenStyle = html`
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1c2330; --quiet: #5a6372; --line: #d6dae1; --wash: #f4f6f9;
  --accent: #0b4f8a; --mark: #b3261e; --mark-wash: #fdecea; --new: #0f6b3c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181f; --ink: #e4e8ee; --quiet: #9aa4b2; --line: #343c48; --wash: #1d232c;
    --accent: #8fc1f2; --mark: #ff9d92; --mark-wash: #3a1d1b; --new: #7fd6a4;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word; text-wrap: pretty;
}
a { color: var(--accent); text-decoration: underline; text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); text-underline-offset: 0.15em; }
a:hover { text-decoration-color: currentColor; }
code { font: 0.85em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.4rem); margin: 0 0 1rem; letter-spacing: -0.01em; }
h2 { font-size: 1.45rem; margin: 3.5rem 0 1.25rem; padding-bottom: 0.4rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.1rem; margin: 0; }
h4 { font-size: 0.78rem; margin: 1.3rem 0 0.4rem; color: var(--quiet); text-transform: uppercase; letter-spacing: 0.06em; }
p { margin: 0 0 0.6rem; }
dl, dd { margin: 0; }
.number { font-variant-numeric: tabular-nums; }
a.number { color: inherit; text-decoration: none; }
.quiet, .history { color: var(--quiet); }
.banner { margin: 0; padding: 0.6rem 1.5rem; background: var(--mark); color: var(--paper); }
.banner strong { margin-right: 0.6rem; letter-spacing: 0.12em; }
.watermark {
  position: fixed; inset: 0; display: grid; place-items: center; pointer-events: none; z-index: 1;
  font-size: min(28vw, 17rem); font-weight: 800; letter-spacing: 0.05em; color: var(--mark); opacity: 0.06; rotate: -32deg;
}
.running { display: none; }
.sheet { max-width: 74rem; margin: 0 auto; padding: 2.5rem 1.25rem 3rem; }
.publisher { color: var(--quiet); font-weight: 600; margin-bottom: 0.4rem; }
.lead { font-size: 1.1rem; max-width: 42rem; }
.control { border: 1px solid var(--line); border-top: 3px solid var(--accent); margin: 1.5rem 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
.control > div { padding: 0.5rem 0.9rem; }
.control > div:last-child { grid-column: 1 / -1; border-top: 1px solid var(--line); }
.control dt { font-size: 0.75rem; color: var(--quiet); text-transform: uppercase; letter-spacing: 0.06em; }
.control .draft { color: var(--mark); letter-spacing: 0.1em; }
nav h2 { font-size: 1rem; margin: 0 0 0.6rem; border: 0; padding: 0; }
nav ol { list-style: none; margin: 0; padding: 0; font-size: 0.88rem; line-height: 1.4; }
nav li { margin: 0.3rem 0; }
nav { text-wrap: wrap; }
nav li li { margin: 0.15rem 0; }
nav ol ol { margin: 0.1rem 0 0.5rem; padding-left: 0.9rem; font-size: 0.95em; }
nav a { text-decoration: none; display: block; }
nav ol ol a { color: var(--ink); }
nav .number { color: var(--quiet); margin-right: 0.25rem; }
nav .mark { color: var(--mark); font-size: 0.85em; }
.entry { position: relative; padding: 1.4rem 0 1rem; border-bottom: 1px solid var(--line); }
.entry.changed { border-left: 3px solid var(--mark); padding-left: 1rem; margin-left: calc(-1rem - 3px); }
.entry > header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2rem 0.75rem; margin-bottom: 0.5rem; }
.entry > header h3 { flex: 1 1 12rem; }
h3 .number { color: var(--accent); margin-right: 0.35rem; }
h2 .number { color: var(--accent); margin-right: 0.35rem; font-weight: 600; }
.tag { margin: 0; font-size: 0.75rem; color: var(--quiet); border: 1px solid var(--line); border-radius: 1rem; padding: 0.05rem 0.65rem; }
.retired h3, .retired .summary { color: var(--quiet); }
.retired h3 { text-decoration: line-through; }
.summary { font-size: 1.05rem; max-width: 44rem; }
.aside { padding: 0.6rem 0.9rem; background: var(--wash); border-left: 3px solid var(--line); }
.triangle { width: 2.4rem; height: auto; flex: none; color: var(--mark); overflow: visible; }
.triangle path { fill: var(--mark-wash); stroke: currentColor; stroke-width: 2.5; stroke-linejoin: round; }
.triangle text { fill: currentColor; font: 700 13px system-ui, Arial, sans-serif; text-anchor: middle; }
.triangle text.longer { font-size: 9px; }
th .triangle { width: 1.7rem; vertical-align: middle; margin-right: 0.4rem; }
.formula { margin: 0.7rem 0; }
.formula > div { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: 0.2rem 1rem; padding: 0.4rem 0; border-top: 1px dotted var(--line); }
.formula dt, .reading dt, .outcomes dt { font-weight: 600; }
.formula dt::first-letter { text-transform: uppercase; }
.parts { margin: 0.2rem 0 0.1rem; padding-left: 1.1rem; }
.parts li { margin: 0.15rem 0; }
.parts li::marker { color: var(--quiet); }
.duty > p { margin-bottom: 0.2rem; }
.note { background: var(--wash); border-left: 3px solid var(--accent); padding: 0.7rem 0.9rem 0.5rem; margin: 0 0 0.7rem; font-size: 0.94rem; }
.note.changed { border-left-color: var(--mark); }
.question { font-weight: 600; }
.reading > div, .outcomes > div { display: grid; grid-template-columns: 6rem 1fr; gap: 0 0.8rem; padding: 0.15rem 0; }
.outcomes > div { grid-template-columns: minmax(8rem, 14rem) 1fr; }
.reading dd p { margin: 0 0 0.2rem; }
.history { font-size: 0.85rem; margin-top: 0.9rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.92rem; line-height: 1.45; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.7rem 0.5rem 0; border-bottom: 1px solid var(--line); }
thead th { font-size: 0.75rem; color: var(--quiet); text-transform: uppercase; letter-spacing: 0.05em; border-bottom: 1px solid var(--ink); }
tbody th { font-weight: 600; }
tbody tr.changed th { border-left: 3px solid var(--mark); padding-left: 0.6rem; }
td p { margin: 0 0 0.25rem; }
.id { display: block; font-weight: 400; color: var(--quiet); }
.asked tbody th { font-weight: 400; }
.asked .id { font-size: 0.9em; }
.asked .parts:not(:has(.parts)), .facts .parts:not(:has(.parts)) { display: inline; padding: 0; }
.asked .parts:not(:has(.parts)) > li, .facts .parts:not(:has(.parts)) > li { display: inline; }
.asked .parts:not(:has(.parts)) > li:not(:last-child)::after, .facts .parts:not(:has(.parts)) > li:not(:last-child)::after { content: "; "; }
.rows td:first-child { color: var(--quiet); }
.date { white-space: nowrap; }
del { color: var(--mark); text-decoration: none; }
ins { color: var(--new); text-decoration: none; font-weight: 600; }
:target { background: color-mix(in srgb, var(--accent) 9%, transparent); }
.end { margin-top: 4rem; border-top: 2px solid var(--ink); padding-top: 1rem; font-size: 0.92rem; }
.uncontrolled { font-weight: 700; letter-spacing: 0.04em; text-align: center; }
@media (min-width: 40.01rem), print {
  .asked th:first-child { width: 46%; }
  .asked th:nth-child(2) { width: 18%; }
  .facts th:first-child, .readings th:first-child { width: 27%; }
  .facts th:nth-child(2) { width: 22%; }
  .facts th:nth-child(3), .readings th:nth-child(3) { width: 13%; }
  .facts th:nth-child(5), .rows th:nth-child(4) { width: 15%; }
  .readings th:nth-child(4) { width: 20%; }
  .rows thead th:first-child { width: 3.2rem; }
  .rows th:nth-child(2) { width: 24%; }
  .changes th:first-child { width: 24%; }
  .changes th:nth-child(2) { width: 14%; }
}
@media (min-width: 68rem) {
  .sheet { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 0 4.5rem; }
  .opening, .end { grid-column: 1 / -1; }
  nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; padding: 1.5rem 0.75rem 1.5rem 0; }
  main > section:first-child > h2 { margin-top: 1.5rem; }
  .entry > header > .triangle { position: absolute; left: -3.6rem; top: 1.15rem; width: 2.8rem; }
}
@media screen and (max-width: 40rem) {
  nav ol ol { display: none; }
  .formula > div, .reading > div, .outcomes > div { grid-template-columns: 1fr; }
  .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked, .stacked tbody, .stacked tr, .stacked th, .stacked td { display: block; width: auto; }
  .stacked tr { border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
  .stacked tbody th, .stacked td { border: 0; padding: 0.15rem 0; width: auto; }
  .stacked td:empty { display: none; }
  .stacked td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet); font-size: 0.85em; }
  .entry.changed { margin-left: calc(-0.6rem - 3px); padding-left: 0.6rem; }
}
`;

/** What is otherwise on paper. */
export const printStyle = html`
@page { size: A4; margin: 16mm 16mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, sans-serif; color: #444; } }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --wash: #f4f4f4;
    --accent: #0b3d6b; --mark: #a01a13; --mark-wash: #fff; --new: #0a4f2c;
  }
  body { font-size: 9pt; line-height: 1.4; }
  .lead, .summary { font-size: 10pt; }
  table, .note { font-size: 8.5pt; }
  th, td { padding: 1mm 3mm 1mm 0; }
  h4 { font-size: 7.5pt; margin: 2.5mm 0 0.8mm; }
  .formula { margin: 1.5mm 0; }
  .formula > div { padding: 0.8mm 0; }
  .aside, .note { padding: 1.2mm 2.5mm; margin-bottom: 1.5mm; }
  .history { margin-top: 1.5mm; font-size: 7.5pt; }
  p { margin-bottom: 1mm; }
  a { text-decoration: none; }
  .banner { background: none; color: var(--mark); border: 2px solid var(--mark); padding: 2mm 4mm; margin-bottom: 5mm; }
  .sheet { display: block; max-width: none; padding: 0; }
  .sheet > main, .sheet > nav, .sheet > .end { padding-bottom: 13mm; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  nav { position: static; max-height: none; overflow: visible; break-after: page; padding-right: 0; }
  nav > ol { columns: 2; column-gap: 10mm; }
  nav > ol > li { break-inside: avoid; }
  nav ol ol { display: block; }
  h1 { font-size: 22pt; }
  h2 { font-size: 14pt; margin: 7mm 0 1mm; }
  h3 { font-size: 11pt; }
  h2, h2 + p, h3, h4, .entry > header { break-after: avoid; }
  .entry { break-inside: avoid; padding: 3mm 0 2mm; }
  .entry.changed { margin-left: 0; padding-left: 3mm; }
  .note, .duty, .formula > div, tr, .control, .aside { break-inside: avoid; }
  thead { display: table-header-group; }
  .entry > header > .triangle { position: static; width: 9mm; }
  :target { background: none; }
  .watermark { font-size: 58mm; opacity: 0.1; }
  .running { display: block; position: fixed; inset: auto 0 0 0; padding-top: 1.5mm; border-top: 0.5pt solid var(--line); background: var(--paper); font-size: 7pt; line-height: 1.35; color: var(--quiet); }
  .running p { margin: 0; }
  .running b { float: right; color: var(--ink); }
  .end { break-inside: avoid; margin-top: 10mm; }
}
`;
