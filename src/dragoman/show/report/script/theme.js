/* Light or dark: as the system has it, until the reader chooses. Runs before anything is shown. */
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const kept = { get: () => { try { return localStorage.getItem("dragoman-theme"); } catch { return null; } },
    set: (value) => { try { localStorage.setItem("dragoman-theme", value); } catch { /* not kept */ } } };
  if (["light", "dark"].includes(kept.get())) root.dataset.theme = kept.get();
  const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-toggle]");
    if (!button) return;
    const told = () => { button.textContent = isDark() ? "Light" : "Dark"; button.setAttribute("aria-label", `Switch to ${isDark() ? "light" : "dark"} colours`); };
    button.hidden = false;
    told();
    button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; kept.set(root.dataset.theme); told(); });
  });
})();
