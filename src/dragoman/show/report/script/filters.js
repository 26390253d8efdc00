/* Filters: what is chosen stands in the address (#offers?offers.actor=...), so that a view can be sent on. */
(() => {
  "use strict";
  const parts = () => { const [anchor, query] = location.hash.slice(1).split("?"); return [anchor, new URLSearchParams(query || "")]; };
  const write = (anchor, query) => {
    const told = query.toString();
    history.replaceState(null, "", `#${anchor}${told ? "?" + told : ""}`);
  };
  const chosen = (control) => (control.type === "checkbox" ? (control.checked ? control.value : "") : control.value);

  /* Shows the rows that carry every chosen word, says how many, and says so where there are none. */
  const apply = (bar) => {
    const section = bar.parentElement;
    const wanted = [...bar.querySelectorAll("[data-filter]")].map((c) => [c.dataset.filter, chosen(c)]).filter(([, value]) => value);
    const rows = [...section.querySelectorAll(".row")].filter((row) => bar.querySelector("[data-filter]").dataset.filter in row.dataset);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !wanted.every(([key, value]) => (row.dataset[key] || "").split(key === "actor" ? " " : "\n").includes(value));
      shown += row.hidden ? 0 : 1;
    }
    for (const day of section.querySelectorAll(".day")) day.hidden = !day.querySelector(".row:not([hidden])");
    const told = bar.querySelector("output");
    told.replaceChildren(wanted.length ? `${shown} of ${rows.length} ${bar.dataset.noun}` : "");
    if (wanted.length && !shown) told.textContent = `None of ${rows.length} ${bar.dataset.noun} matches. Choose less to see more.`;
  };

  const listen = (bar) => {
    bar.hidden = false;
    bar.addEventListener("change", () => {
      const [, query] = parts();
      for (const control of bar.querySelectorAll("[data-filter]")) {
        const key = `${bar.dataset.list}.${control.dataset.filter}`;
        if (chosen(control)) query.set(key, chosen(control)); else query.delete(key);
      }
      write(bar.dataset.list, query);
      apply(bar);
    });
  };

  const restore = (bar) => {
    const [, query] = parts();
    for (const control of bar.querySelectorAll("[data-filter]")) {
      const value = query.get(`${bar.dataset.list}.${control.dataset.filter}`) || "";
      if (control.type === "checkbox") control.checked = value === control.value;
      else control.value = [...control.options].some((o) => o.value === value) ? value : "";
    }
    apply(bar);
  };

  /* Two outlets side by side. */
  const compare = (bar) => {
    const [left, right] = bar.querySelectorAll("select");
    const outlets = [...bar.parentElement.querySelectorAll(".outlet")];
    const show = () => {
      for (const outlet of outlets) {
        outlet.hidden = outlet.id !== left.value && outlet.id !== right.value;
        outlet.classList.toggle("is-right", outlet.id !== left.value);
      }
    };
    const read = () => {
      const [, query] = parts();
      const value = (key, preset) => (outlets.some((o) => o.id === query.get(key)) ? query.get(key) : preset);
      left.value = value("framing.left", outlets[0].id);
      right.value = value("framing.right", (outlets[1] || outlets[0]).id);
      show();
    };
    bar.hidden = outlets.length < 2;
    bar.addEventListener("change", () => {
      const [, query] = parts();
      query.set("framing.left", left.value);
      query.set("framing.right", right.value);
      write("framing", query);
      show();
    });
    read();
    addEventListener("hashchange", read);
  };

  addEventListener("DOMContentLoaded", () => {
    const bars = [...document.querySelectorAll(".filters[data-list]")];
    bars.forEach(listen);
    bars.forEach(restore);
    addEventListener("hashchange", () => { if (location.hash.includes("?")) bars.forEach(restore); });
    document.querySelectorAll("[data-compare]").forEach(compare);
  });
})();
