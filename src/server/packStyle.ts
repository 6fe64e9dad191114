/** How a pack looks: black on white, on screen and on A4 or Letter paper, each part on a page of its own. */
export const packStyle = `
@page { margin: 14mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; padding: 4mm; background: #fff; color: #000;
  font: 10.5pt/1.35 Arial, "Liberation Sans", Helvetica, "DejaVu Sans", sans-serif; }
a { color: #000; }
h1 { font-size: 15pt; line-height: 1.2; margin: 0 0 3mm; }
h2 { font-size: 13pt; line-height: 1.2; margin: 0 0 3mm; }
h3 { font-size: 11pt; margin: 4mm 0 1.5mm; }
p { margin: 0 0 2mm; }
ol, ul { margin: 0 0 3mm; padding-left: 6mm; }
li { margin-bottom: 1mm; }
table { width: 100%; border-collapse: collapse; margin: 0 0 3mm; font-size: 10pt; }
th, td { border: 0.3mm solid #000; padding: 1.2mm 1.8mm; text-align: left; vertical-align: top; overflow-wrap: break-word; }
td:empty { width: 28mm; }
.empty th:first-child { width: 16mm; }
.empty td:empty { width: auto; }
th { font-weight: bold; }
thead { display: table-header-group; }
tr, li, .card { break-inside: avoid; }
h2, h3 { break-after: avoid; }
.part { break-before: page; }
.part:first-of-type { break-before: auto; }
.who { display: flex; gap: 8mm; margin-bottom: 4mm; }
.who span { flex: 1; border-bottom: 0.3mm solid #000; padding-bottom: 1mm; }
.who span:last-child { flex: 0 0 45mm; }
.line { border-bottom: 0.3mm solid #000; height: 7.5mm; margin-bottom: 1mm; }
.line:last-of-type { margin-bottom: 3mm; }
.empty td { height: 11mm; }
.boxes { display: grid; gap: 2mm; margin: 0 0 4mm; }
.boxes > div { border: 0.4mm solid #000; padding: 1.5mm 2mm; min-height: 25mm; }
.boxes.beside { grid-auto-flow: column; grid-auto-columns: 1fr; }
.boxes.beside > div { min-height: 52mm; }
.boxes.stacked > div { justify-self: center; text-align: center; width: 100%; }
.boxes.stacked > div:nth-child(1) { width: 56%; border-style: dashed; border-bottom-style: double; border-bottom-width: 1.2mm; }
.boxes.stacked > div:nth-child(2) { width: 82%; }
.places { margin: 0 0 4mm; text-align: center; }
.places > div { display: flex; flex-wrap: wrap; justify-content: center; gap: 2mm; margin: 1.5mm 0; }
.places.row { display: flex; align-items: center; justify-content: center; gap: 3mm; }
.places.row p { margin: 0; }
.places span { border: 0.4mm solid #000; width: 21mm; height: 12mm; }
.cards { list-style: none; margin: 0 0 5mm; padding: 0; display: grid; grid-template-columns: repeat(2, 1fr); gap: 0; }
.card { border: 0.3mm dashed #000; padding: 3mm; min-height: 30mm; margin: 0; font-size: 12pt; }
.card b { display: block; }
.card .number { float: right; border: 0.3mm solid #000; border-radius: 4mm; min-width: 8mm; padding: 0 2mm; text-align: center;
  font-size: 11pt; margin-left: 2mm; }
dl { columns: 2; column-gap: 6mm; font-size: 9.5pt; line-height: 1.3; margin: 0; }
dt { font-weight: bold; break-after: avoid; }
dd { margin: 0 0 1.5mm 3mm; break-inside: avoid; }
.key { font-size: 9.5pt; line-height: 1.3; }
.key table { font-size: 9pt; }
footer { margin-top: 3mm; font-size: 8.5pt; }
nav { border: 0.3mm solid #000; padding: 3mm; margin-bottom: 6mm; }
nav form { display: flex; flex-wrap: wrap; gap: 3mm; align-items: end; }
nav label { display: block; }
select, input, button { font: inherit; padding: 1mm 2mm; min-height: 9mm; background: #fff; color: #000; border: 0.3mm solid #000; }
button { cursor: pointer; }
:focus-visible { outline: 0.8mm solid #000; outline-offset: 0.8mm; }
@media print {
  body { max-width: none; padding: 0; }
  nav, .screen { display: none; }
  a { text-decoration: none; }
}
@media screen {
  .part { border-top: 0.3mm solid #000; margin-top: 10mm; padding-top: 6mm; }
  .part:first-of-type { border: 0; margin-top: 0; padding-top: 0; }
}
@media screen and (max-width: 40rem) {
  .cards { grid-template-columns: 1fr; }
  dl { columns: 1; }
  .boxes.beside { grid-auto-flow: row; }
  .places span { width: 14vw; }
  .wide { overflow-x: auto; }
}
`;
