/* The evidence drawer: what a row's <details> holds, at the side of the page, with copies as quotation or citation. */
(() => {
  "use strict";
  const made = (name, text, set) => { const e = document.createElement(name); e.textContent = text; Object.assign(e, set || {}); return e; };

  const copy = async (text, button) => {
    try { await navigator.clipboard.writeText(text); } catch {
      const area = made("textarea", text);
      button.after(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const told = button.textContent;
    button.textContent = "Copied";
    button.focus();
    setTimeout(() => { button.textContent = told; }, 1500);
  };

  const cited = (figure) => document.getElementById(figure.dataset.article)?.dataset.cite || figure.querySelector(".chip").textContent;
  const quoted = (figure) => {
    const words = figure.querySelector("mark").textContent;
    const marked = /^["“«‘'„]/.test(words) ? words : `“${words}”`;
    const range = figure.querySelector(".range")?.textContent;
    return `${marked} (${cited(figure)}${range ? ", " + range : ""})`;
  };

  const tools = (figure) => {
    const line = made("p", "", { className: "tools" });
    const add = (told, text) => {
      const button = made("button", told, { type: "button", className: "plain-button" });
      button.addEventListener("click", () => copy(text(figure), button));
      line.append(button);
    };
    add("Copy as quotation", quoted);
    add("Copy citation", cited);
    figure.append(line);
  };

  addEventListener("DOMContentLoaded", () => {
    const drawer = document.getElementById("drawer");
    if (!drawer) return;
    const body = drawer.querySelector(".drawer-body");
    const title = drawer.querySelector("#drawer-title");
    let from = null;

    const open = (details, back) => {
      from = back;
      const copied = details.querySelector(".opened").cloneNode(true);
      copied.querySelectorAll("figure").forEach(tools);
      title.textContent = copied.querySelector(".heading").textContent;
      copied.querySelector(".heading").remove();
      const link = made("p", "");
      link.append(made("a", details.dataset.row, { className: "id", href: `#${details.dataset.row}` }));
      copied.append(link);
      body.replaceChildren(copied);
      body.scrollTop = 0;
      if (!drawer.open) drawer.show();
      drawer.dataset.row = details.dataset.row;
      title.focus({ preventScroll: true });
    };
    const close = () => {
      if (!drawer.open) return;
      drawer.close();
      if (from && from.isConnected) from.focus({ preventScroll: true });
    };

    document.addEventListener("click", (event) => {
      const summary = event.target.closest("details.evidence > summary");
      const opener = event.target.closest("[data-open]");
      if (summary) { event.preventDefault(); open(summary.parentElement, summary); }
      else if (opener) {
        event.preventDefault();
        const row = document.getElementById(opener.dataset.open);
        history.replaceState(null, "", `#${opener.dataset.open}`);
        open(row.querySelector("details.evidence"), opener);
      } else if (event.target.closest("[data-close]") || !event.target.closest("#drawer, a, button, select, input, summary")) close();
    });
    drawer.addEventListener("click", (event) => { if (event.target.closest("a.chip") && matchMedia("(max-width: 60rem)").matches) close(); });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  });
})();
