
// The page says everything without this script; it adds search and sorting.

const table = document.getElementById("matrix");
const body = table.tBodies[0];
const rows = [...body.rows];
const heads = [...table.tHead.rows[0].cells];
const search = document.getElementById("search");
const found = document.getElementById("found");
const worst_first = ["x", "f", "m", "t", "", "p"];

function filter() {
  const sought = search.value.trim().toLowerCase();
  for (const row of rows) row.hidden = !row.cells[0].textContent.toLowerCase().includes(sought);
  const count = rows.filter((row) => !row.hidden).length;
  found.textContent = count === rows.length ? "" : `${count} of ${rows.length}`;
}

function value(row, column) {
  const cell = row.cells[column];
  if (column === 0) return cell.textContent;
  return column < 3 ? Number(cell.textContent) : worst_first.indexOf(cell.className.trim());
}

function compare(one, other) {
  return typeof one === "string" ? one.localeCompare(other) : one - other;
}

function sort(column) {
  const up = heads[column].getAttribute("aria-sort") !== "ascending";
  for (const head of heads) head.removeAttribute("aria-sort");
  heads[column].setAttribute("aria-sort", up ? "ascending" : "descending");
  rows.sort((a, b) => (up ? 1 : -1) * compare(value(a, column), value(b, column)));
  body.append(...rows);
}

search.addEventListener("input", filter);
heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => sort(column)));
