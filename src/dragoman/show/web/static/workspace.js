/* The workspace with JavaScript: the day as a slider, files dropped anywhere, the progress of the reading. */
(() => {
  "use strict";
  const asOf = (form) => {
    const slider = form.querySelector("input[type=range]");
    const day = form.querySelector("input[type=date]");
    const days = slider.dataset.days.split(" ");
    const told = () => { slider.setAttribute("aria-valuetext", days[slider.value]); day.value = days[slider.value]; };
    slider.hidden = false;
    slider.setAttribute("aria-valuetext", day.value);
    slider.addEventListener("input", told);
    slider.addEventListener("change", () => { told(); form.requestSubmit(); });
    form.addEventListener("submit", () => { if (day.value >= days[days.length - 1]) day.disabled = true; });
  };

  const most = () => Number(document.body.dataset.most || 0);
  const say = (text) => {
    const line = document.querySelector("[data-alert]");
    if (!line) { sessionStorage.setItem("dragoman-said", text); location.assign("/add"); return; }
    line.textContent = text;
    line.hidden = false;
    line.scrollIntoView({ block: "center" });
  };
  const tooLong = (bytes) => bytes > most() && `That is ${Math.ceil(bytes / 1e6)} MB, and at most ${Math.floor(most() / 1e6)} MB can be sent at once. Send fewer, or read a folder with: dragoman run PATH`;

  const send = async (data, bytes) => {
    if (tooLong(bytes)) { say(tooLong(bytes)); return; }
    try {
      const answer = await fetch("/articles", { method: "POST", body: data, headers: { "X-Dragoman-Secret": document.body.dataset.secret } });
      if (answer.redirected) { location.assign(answer.url); return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      say(["h1", ".lead"].map((name) => page.querySelector(name)?.textContent || "").join(" "));
    } catch { say("The workspace does not answer. Is it still running?"); }
  };

  const adding = (form) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const data = new FormData(form);
      let bytes = 0;
      for (const value of data.values()) bytes += typeof value === "string" ? new Blob([value]).size : value.size;
      send(data, bytes);
    });
  };

  const dropping = () => {
    const shade = document.querySelector(".drop");
    let inside = 0;
    const has = (event) => event.dataTransfer && [...event.dataTransfer.types].some((type) => type === "Files" || type === "text/plain");
    addEventListener("dragenter", (event) => { if (has(event) && !event.target.closest?.("input, textarea")) { inside += 1; shade.hidden = false; } });
    addEventListener("dragleave", () => { inside = Math.max(0, inside - 1); if (!inside) shade.hidden = true; });
    addEventListener("dragover", (event) => { if (has(event) && !event.target.closest?.("input, textarea")) event.preventDefault(); });
    addEventListener("drop", (event) => {
      inside = 0;
      shade.hidden = true;
      if (!has(event) || event.target.closest?.("input, textarea")) return;
      event.preventDefault();
      const data = new FormData();
      let bytes = 0;
      for (const file of event.dataTransfer.files) { data.append("files", file); bytes += file.size; }
      const text = event.dataTransfer.getData("text/plain");
      if (!event.dataTransfer.files.length && text.trim()) { data.append("text", text); bytes += text.length; }
      if (bytes) send(data, bytes);
    });
  };

  const progress = (page) => {
    const told = page.querySelector("[data-told]");
    const bar = page.querySelector("progress");
    const problems = page.querySelector("[data-problems]");
    const source = new EventSource(`/jobs/${page.dataset.job}/events`);
    source.addEventListener("job", (event) => {
      const job = JSON.parse(event.data);
      told.textContent = job.told;
      if (bar && job.total) { bar.max = job.total; bar.value = job.done; }
      problems.hidden = !job.problems.length;
      problems.replaceChildren(...job.problems.map((text) => { const line = document.createElement("li"); line.textContent = text; return line; }));
      if (["done", "failed"].includes(job.state)) { source.close(); location.reload(); }
    });
  };

  /* The drawer of the report, with the page of the row and, for the last run, what is and can be corrected. */
  const correcting = (drawer) => {
    const fill = async () => {
      const body = drawer.querySelector(".drawer-body");
      const id = drawer.dataset.row;
      if (!drawer.open || !id || body.dataset.filled === id && body.querySelector(".in-drawer")) return;
      body.dataset.filled = id;
      const query = new URLSearchParams(location.search);
      const kept = new URLSearchParams(["run", "as_of"].filter((key) => query.get(key)).map((key) => [key, query.get(key)])).toString();
      body.querySelector("a.id")?.setAttribute("href", `/row/${encodeURIComponent(id)}${kept ? "?" + kept : ""}`);
      if (kept) return;
      const answer = await fetch(`/correct/${encodeURIComponent(id)}`);
      if (!answer.ok || drawer.dataset.row !== id) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const part = document.createElement("div");
      part.className = "in-drawer";
      part.append(...page.querySelectorAll(".correction, .correct"));
      body.append(part);
    };
    new MutationObserver(fill).observe(drawer, { attributes: true, attributeFilter: ["open", "data-row"] });
  };

  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("#drawer").forEach(correcting);
    document.querySelectorAll("[data-as-of]").forEach(asOf);
    document.querySelectorAll("[data-adding]").forEach(adding);
    document.querySelectorAll("[data-job]:not([data-over])").forEach(progress);
    if (document.body.dataset.secret) dropping();
    const said = sessionStorage.getItem("dragoman-said");
    if (said && document.querySelector("[data-alert]")) { sessionStorage.removeItem("dragoman-said"); say(said); }
  });
})();
