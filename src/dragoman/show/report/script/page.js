/* What an address names is opened and brought into view; the bar names the section in view; print shows all. */
(() => {
  "use strict";
  const reveal = () => {
    const [anchor] = decodeURIComponent(location.hash.slice(1)).split("?");
    const target = anchor && document.getElementById(anchor);
    if (!target) return;
    for (let e = target; e; e = e.parentElement) {
      if (e.tagName === "DETAILS" && !e.matches(".evidence")) e.open = true;
      if (e.hidden) e.hidden = false;
    }
    document.querySelectorAll(".is-target").forEach((e) => e.classList.remove("is-target"));
    const shown = target.matches(".at") ? target : target.closest(".row") || target;
    if (!target.matches("section.part, header")) shown.classList.add("is-target");
    target.scrollIntoView();
  };

  const follow = () => {
    const links = new Map([...document.querySelectorAll("nav.bar li a")].map((a) => [a.getAttribute("href").slice(1), a]));
    const seen = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        links.forEach((a) => a.removeAttribute("aria-current"));
        const link = links.get(entry.target.id);
        link?.setAttribute("aria-current", "true");
        const bar = link?.closest("ol");
        bar?.scrollTo({ left: link.offsetLeft - bar.offsetLeft - 8 });
      }
    }, { rootMargin: "-20% 0px -75% 0px" });
    document.querySelectorAll("section.part").forEach((section) => seen.observe(section));
  };

  addEventListener("DOMContentLoaded", () => {
    const restore = document.querySelector("[data-restore]");
    if (restore) {
      restore.hidden = !document.querySelector(".furniture");
      restore.addEventListener("click", () => {
        const shown = restore.getAttribute("aria-pressed") !== "true";
        restore.setAttribute("aria-pressed", String(shown));
        restore.textContent = shown ? "Fold what is not part of the articles" : "Show what is not part of the articles";
        document.querySelectorAll(".furniture").forEach((e) => { e.open = shown; });
      });
    }
    follow();
    reveal();
    addEventListener("hashchange", reveal);
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("details:not([open]):not(.evidence):not(.furniture)")];
      opened.forEach((e) => { e.open = true; });
    });
    addEventListener("afterprint", () => { opened.forEach((e) => { e.open = false; }); });
  });
})();
