// A clock beside a question: it shows, and enforces nothing. Without this file the page says how long to take.
(() => {
  "use strict";
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
  for (const box of document.querySelectorAll("[data-clock]")) {
    const start = box.querySelector("[data-start]"), shows = box.querySelector("[data-shows]");
    const form = box.closest("form"), most = Number(box.dataset.clock);
    const kept = form.querySelector("input[name=clock_seconds]");
    let began = null, before = Number(kept.value) || 0; // what was counted before a warning came back
    start.hidden = false;
    if (before) start.textContent = "Go on with the clock";
    const seconds = () => before + (performance.now() - began) / 1000;
    const show = () => {
      const over = seconds() > most ? " Come to the end when it suits." : "";
      shows.textContent = `${clock(seconds())} of about ${clock(most)}.${over}`;
    };
    start.addEventListener("click", () => {
      began = performance.now();
      start.hidden = true;
      form.querySelector("textarea")?.focus();
      show();
      setInterval(show, 500);
    });
    form.addEventListener("submit", () => { if (began !== null) kept.value = Math.round(seconds()); });
  }
})();
