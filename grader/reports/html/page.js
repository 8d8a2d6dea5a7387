
// The page says everything without this script; it adds search, filter and folding.

const exercises = [...document.querySelectorAll(".exercise")];
const chapters = [...document.querySelectorAll(".chapter")];
const controls = document.querySelector(".controls");
const search = document.getElementById("search");
const unfold = document.getElementById("unfold");
const found = document.getElementById("found");

const words = new Map(exercises.map((exercise) => [
  exercise,
  [...exercise.querySelectorAll("[data-find]")].map((part) => part.textContent).join(" ").toLowerCase(),
]));

function visible() {
  return exercises.filter((exercise) => !exercise.hidden);
}

function filter() {
  const sought = search.value.trim().toLowerCase();
  const verdict = controls.elements.verdict.value;
  for (const exercise of exercises) {
    const named = words.get(exercise).includes(sought) || exercise.id.includes(sought);
    exercise.hidden = !named || (verdict !== "" && exercise.dataset.verdict !== verdict);
  }
  for (const chapter of chapters) {
    chapter.hidden = !chapter.querySelector(".exercise:not([hidden])");
  }
  const count = visible().length;
  const all = count === exercises.length;
  found.textContent = all ? "" : count === 0 ? "No exercise is like that." : count === 1 ? "1 exercise" : `${count} exercises`;
  name_unfold();
}

function name_unfold() {
  unfold.textContent = visible().some((exercise) => !exercise.open) ? "Open all" : "Close all";
}

function open_all() {
  const open = visible().some((exercise) => !exercise.open);
  for (const exercise of visible()) exercise.open = open;
}

function open_target() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.hidden || target.closest("[hidden]")) {
    controls.reset();
    filter();
  }
  if (target.matches(".exercise")) target.open = true;
  target.scrollIntoView();
}

controls.hidden = false;
controls.addEventListener("input", filter);
controls.addEventListener("submit", (event) => event.preventDefault());
unfold.addEventListener("click", open_all);
for (const exercise of exercises) exercise.addEventListener("toggle", name_unfold);

for (const time of document.querySelectorAll("time")) {
  const then = new Date(time.dateTime);
  time.textContent = then.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

// On paper everything is open, and afterwards as it was.
let closed = [];
addEventListener("beforeprint", () => {
  closed = exercises.filter((exercise) => !exercise.open);
  for (const exercise of closed) exercise.open = true;
});
addEventListener("afterprint", () => {
  for (const exercise of closed) exercise.open = false;
});

addEventListener("hashchange", open_target);
open_target();
