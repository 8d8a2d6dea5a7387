"use strict";
// The choice of light or dark, for every page.

const theme = document.getElementById("theme");

function dark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function name_theme() {
  theme.textContent = dark() ? "Light" : "Dark";
}

theme.hidden = false;
theme.addEventListener("click", () => {
  document.documentElement.dataset.theme = dark() ? "light" : "dark";
  name_theme();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name_theme);
name_theme();
