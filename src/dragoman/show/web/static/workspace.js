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

  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-as-of]").forEach(asOf);
    document.querySelectorAll("[data-adding]").forEach(adding);
    document.querySelectorAll("[data-job]:not([data-over])").forEach(progress);
    if (document.body.dataset.secret) dropping();
    const said = sessionStorage.getItem("dragoman-said");
    if (said && document.querySelector("[data-alert]")) { sessionStorage.removeItem("dragoman-said"); say(said); }
  });
})();
